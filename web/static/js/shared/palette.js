const NAMES = {
    ink: "--ink", inkSoft: "--ink-soft", edge: "--edge", hairline: "--hairline", plate: "--plate", paper: "--paper",
    positive: "--positive", negative: "--negative", neutral: "--neutral", cost: "--cost", gradient: "--gradient",
    mapPositive: "--map-positive", mapMiddle: "--map-middle", mapNegative: "--map-negative",
    dotPositive: "--dot-positive", dotNegative: "--dot-negative", dotEdge: "--dot-edge",
    fog: "--fog", heightLow: "--height-low", heightHigh: "--height-high", heightLine: "--height-line",
    walker1: "--walker-1", walker2: "--walker-2", walker3: "--walker-3", walker4: "--walker-4",
    class1: "--class-1", class2: "--class-2", class3: "--class-3", class4: "--class-4",
    class5: "--class-5", class6: "--class-6", class7: "--class-7", class8: "--class-8",
    wash: "--wash", fillLow: "--fill-low", fillHigh: "--fill-high",
};
const SHADES = 32;
const RAMP = 255;
/** The shares of a class's colour on a map, from where it hardly leads to where it leads most. */
const FAINT = 0.12;
const FULL = 0.62;

/** @typedef {ReturnType<typeof read>} Palette */

/** @type {Palette | null} */
let known = null;

/** The theme's colours, as the style sheet has them now. */
export function palette() {
    known ??= read();
    return known;
}

function forget() {
    known = null;
    document.dispatchEvent(new Event("palette"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", forget);
new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ["data-theme"] });

/** Tests whether the page is dark now. */
function isDark() {
    return (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}

/**
 * Does some work while the page has the colours of the light theme. The work may wait for nothing but promises that are already kept: the page is
 * not painted in between, so nobody sees it.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
export async function inLight(work) {
    if (!isDark()) {
        return work();
    }
    const { style } = document.documentElement;
    // Colours that change slowly would still be the dark ones.
    const change = { "color-scheme": "light", "--quick": "0ms", "--calm": "0ms" };
    Object.entries(change).forEach(([name, value]) => style.setProperty(name, value));
    forget();
    try {
        return await work();
    } finally {
        Object.keys(change).forEach((name) => style.removeProperty(name));
        forget();
    }
}

/**
 * Reads the colours: every name is asked of an element of its own, all before the first answer, so that the browser works out the style of them all
 * at once.
 */
function read() {
    const probes = document.createElement("span");
    probes.hidden = true;
    probes.append(...Object.values(NAMES).map((name) => {
        const probe = document.createElement("span");
        probe.style.color = `var(${name})`;
        return probe;
    }));
    document.documentElement.append(probes);
    const colours = /** @type {Record<keyof typeof NAMES, number[]>} */ (Object.fromEntries(
        Object.keys(NAMES).map((key, i) => [key, channels(getComputedStyle(probes.children[i]).color)])));
    probes.remove();
    const css = /** @type {Record<keyof typeof NAMES, string>} */ (
        Object.fromEntries(Object.entries(colours).map(([key, value]) => [key, text(value)])));
    return { css, ramp: ramp(colours.mapNegative, colours.mapMiddle, colours.mapPositive),
        inks: ramp(colours.fillLow, mix(colours.fillLow, colours.fillHigh, 0.5), colours.fillHigh), positives: shades(colours.neutral, colours.positive),
        negatives: shades(colours.neutral, colours.negative), fills: shades(colours.fillLow, colours.fillHigh),
        classes: [css.class1, css.class2, css.class3, css.class4, css.class5, css.class6, css.class7, css.class8],
        classRamps: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => classRamp(colours, i)),
        heights: (/** @type {number} */ bands) => bandColours(colours, bands) };
}

function channels(/** @type {string} */ colour) {
    return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

function text(/** @type {number[]} */ [red, green, blue]) {
    return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}

function mix(/** @type {number[]} */ from, /** @type {number[]} */ to, /** @type {number} */ share) {
    return from.map((value, i) => value + (to[i] - value) * share);
}

function shades(/** @type {number[]} */ from, /** @type {number[]} */ to) {
    return Array.from({ length: SHADES }, (_, i) => text(mix(from, to, i / (SHADES - 1))));
}

/** Pixels of a class's colour, from faint to full. @param {Record<string, number[]>} colours @param {number} i from 1 */
function classRamp(colours, i) {
    return Uint32Array.from({ length: SHADES }, (_, shade) =>
        pixel(mix(colours.mapMiddle, colours[`class${i}`], FAINT + (FULL - FAINT) * (shade / (SHADES - 1)))));
}

/** Pixels of the colours of heights, the lowest first, little-endian RGBA. @param {Record<string, number[]>} colours @param {number} bands */
function bandColours({ heightLow, heightHigh }, bands) {
    return Uint32Array.from({ length: bands }, (_, i) => pixel(mix(heightLow, heightHigh, i / (bands - 1))));
}

function pixel(/** @type {number[]} */ [r, g, b]) {
    return (255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
}

/** Pixels from one colour over the middle to another, little-endian RGBA. */
function ramp(/** @type {number[]} */ low, /** @type {number[]} */ middle, /** @type {number[]} */ high) {
    return Uint32Array.from({ length: RAMP }, (_, i) => {
        const t = (2 * i) / (RAMP - 1) - 1;
        return pixel(mix(middle, t < 0 ? low : high, Math.abs(t)));
    });
}
