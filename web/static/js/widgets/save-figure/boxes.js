import { svg } from "../../shared/dom/svg.js";
import { generic } from "./lettering.js";

const CLEAR = "rgba(0, 0, 0, 0)";
/** A colour as the browser computes it, with its place where it has one. */
const STOP = /((?:rgba?|color|oklab|oklch)\([^)]*\))(?: ([\d.]+)%)?/g;

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

let gradients = 0;

/** Draws the colour behind an element, and a run of colours from left to right. @param {Element} into @param {CSSStyleDeclaration} style @param {Box} at @returns {Generator<Box>} */
export function* ground(into, style, at) {
    const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, at.height / 2);
    if (style.backgroundColor !== CLEAR) {
        svg(into, "rect", { ...at, fill: style.backgroundColor, rx });
        yield at;
    }
    const [, run] = /^linear-gradient\(to right, (.*)\)$/.exec(style.backgroundImage) ?? [];
    if (run) {
        const id = `run-${++gradients}`;
        const stops = [...run.matchAll(STOP)];
        const gradient = svg(into, "linearGradient", { id });
        stops.forEach(([, colour, place], i) => svg(gradient, "stop", { "offset": place === undefined ? i / (stops.length - 1) : Number(place) / 100, "stop-color": colour }));
        svg(into, "rect", { ...at, fill: `url(#${id})`, rx });
        yield at;
    }
}

/** @param {Element} into @param {CSSStyleDeclaration} style @param {Box} at @returns {Generator<Box>} */
export function* borders(into, style, { x, y, width, height }) {
    const sides = /** @type {[string, number[]][]} */ ([["top", [x, y, x + width, y]], ["right", [x + width, y, x + width, y + height]],
        ["bottom", [x, y + height, x + width, y + height]], ["left", [x, y, x, y + height]]]).map(([side, line]) => ({
        line, size: parseFloat(style.getPropertyValue(`border-${side}-width`)), colour: style.getPropertyValue(`border-${side}-color`),
        kind: style.getPropertyValue(`border-${side}-style`) }));
    const drawn = sides.filter(({ size, colour, kind }) => size > 0 && colour !== CLEAR && kind !== "none");
    const [{ size, colour, kind }] = sides;
    /** @type {Record<string, string>} */
    const dashes = kind === "dashed" ? { "stroke-dasharray": `${3 * size} ${2 * size}` } : {};
    if (drawn.length === 4 && drawn.every((side) => side.size === size && side.colour === colour)) {
        svg(into, "rect", { "x": x + size / 2, "y": y + size / 2, "width": Math.max(0, width - size), "height": Math.max(0, height - size), "fill": "none",
            "stroke": colour, "stroke-width": size, "rx": Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2), ...dashes });
        yield { x, y, width, height };
        return;
    }
    for (const { line: [x1, y1, x2, y2], size: thick, colour: stroke } of drawn) {
        svg(into, "line", { x1, y1, x2, y2, stroke, "stroke-width": thick });
        yield { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
    }
}

/** Draws the signs and squares that the style sheet puts before or after an element's content. @param {Element} into @param {Element} element @param {{x: number, y: number}} origin @returns {Generator<Box>} */
export function* adorn(into, element, origin) {
    for (const name of ["::before", "::after"]) {
        const style = getComputedStyle(element, name);
        const [, sign] = /^"(.*)"$/.exec(style.content) ?? [];
        if (sign === undefined || style.display === "none") {
            continue;
        }
        const isFree = style.position === "absolute";
        const host = isFree ? placed(element, origin) : inner(element, origin);
        const [width, height] = [parseFloat(style.width) || 0, parseFloat(style.height) || 0];
        const at = { x: host.x + (isFree ? parseFloat(style.left) || 0 : name === "::before" ? 0 : host.width - width),
            y: host.y + (isFree ? parseFloat(style.top) || 0 : Math.max(0, (host.height - height) / 2)), width, height };
        if (width > 0 && height > 0) {
            yield* ground(into, style, at);
            yield* borders(into, style, at);
        }
        if (sign.trim() !== "") {
            svg(into, "text", { "x": at.x, "y": at.y + height * 0.78, "fill": style.color, "font-size": style.fontSize, "font-family": generic(style.fontFamily) }).textContent = sign;
        }
    }
}

function placed(/** @type {Element} */ element, /** @type {{x: number, y: number}} */ origin) {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - origin.x, y: y - origin.y, width, height };
}

/** The place of an element's content, inside its borders and its padding. @param {Element} element @param {{x: number, y: number}} origin @returns {Box} */
export function inner(element, origin) {
    const { x, y, width, height } = placed(element, origin);
    const style = getComputedStyle(element);
    const edge = (/** @type {string} */ side) => parseFloat(style.getPropertyValue(`padding-${side}`)) + parseFloat(style.getPropertyValue(`border-${side}-width`));
    const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(edge);
    return { x: x + left, y: y + top, width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) };
}
