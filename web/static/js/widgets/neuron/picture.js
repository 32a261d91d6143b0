import { activations } from "../../shared/plane/activations.js";
import { short } from "../../shared/numbers.js";
import { activationFill, weightColour, weightWidth } from "../../shared/scales.js";
import { svg } from "../../shared/dom/svg.js";
import { isDead, isSaturated } from "./parts.js";

/** @typedef {import("./parts.js").Parts} Parts */

/** The share of the window's height that the picture takes, and its limits. */
const SHARE = 0.32;
const [LOWEST, HIGHEST] = [230, 300];
/** Narrower than this it is only while a page is being laid out. */
const LEAST_WIDTH = 220;
const MOST_INPUTS = 6;
/** The shown reach of z to both sides; farther only where a sum is. */
export const REACH = 6;
const POINTS = 96;
/** The value from which on an axis writes powers of ten. */
const LARGE = 1e5;
/** About how many pixels a digit takes. */
const WIDE = 8.4;

/** The height of the picture: related parts should fit into one window. */
export function heightOf() {
    return Math.round(Math.max(LOWEST, Math.min(HIGHEST, SHARE * window.innerHeight)));
}

/** Draws a neuron from left to right: its inputs, the curve with, if asked for, the tangent at its sum, its output and target. */
export function draw(/** @type {HTMLElement} */ place, /** @type {number} */ width, /** @type {Parts} */ parts, /** @type {boolean} */ withSlope, reach = REACH) {
    if (width < LEAST_WIDTH) {
        return;
    }
    const narrow = width < 480;
    const height = heightOf();
    const root = document.createElement("div");
    const figure = svg(root, "svg", { "viewBox": `0 0 ${width} ${height}`, "width": width, "height": height, "aria-hidden": "true" });
    const room = Math.max(narrow ? 64 : 120, 16 + WIDE * named(parts.a, narrow).length);
    const box = { left: narrow ? 118 : 196, right: width - room, top: 40, bottom: height - 64 };
    inputs(figure, narrow, box, parts);
    curve(figure, box, parts, withSlope, reach);
    output(figure, narrow, width, box, parts);
    place.replaceChildren(figure);
}

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** @param {Element} figure @param {boolean} narrow @param {Box} box @param {Parts} parts */
function inputs(figure, narrow, box, { inputs: values, weights, bias }) {
    const shown = [...values.slice(0, MOST_INPUTS).map((value, k) => ({ value, weight: weights[k], name: "x" })),
        { value: 1, weight: bias, name: "1" }];
    const x = narrow ? 56 : 84;
    const middle = (box.top + box.bottom) / 2;
    shown.forEach(({ value, weight, name }, i) => {
        const y = middle + (i - (shown.length - 1) / 2) * Math.min(80, (0.77 * (box.bottom - box.top + 104)) / shown.length);
        svg(figure, "line", { class: "weight", x1: x, y1: y, x2: box.left - 8, y2: middle,
            "stroke": weightColour(weight), "stroke-width": weightWidth(weight) });
        svg(figure, "circle", { class: "rim", cx: x, cy: y, r: 13, fill: activationFill(value, { middle: 0, reach: 2 }) });
        const text = name === "1" ? "1" : short(value);
        if (name === "1") {
            label(figure, x, y + 30, "bias", "middle");
        }
        if (WIDE * text.length < x - 19) {
            label(figure, x - 19, y + 5, text, "end");
        } else {
            label(figure, 0, y - 18, text, "start");
        }
        if (shown.length === 2 && !narrow) {
            label(figure, (x + box.left) / 2, (y + middle) / 2 + (y > middle ? 22 : -12) + (y > middle ? 0.5 : -0.5) * weightWidth(weight),
                `${name === "1" ? "b" : "w"} ${short(weight)}`, "middle", "halo");
        }
    });
}

/** @param {Element} figure @param {Box} box @param {Parts} parts @param {boolean} withSlope @param {number} reach */
function curve(figure, box, parts, withSlope, reach) {
    const { z, a, activation } = parts;
    const { of } = activations[activation];
    const values = Array.from({ length: POINTS + 1 }, (_, i) => of(-reach + (2 * reach * i) / POINTS));
    const low = Math.min(0, ...values);
    const high = Math.max(...values);
    const x = (/** @type {number} */ at) => box.left + ((at + reach) / (2 * reach)) * (box.right - box.left);
    const y = (/** @type {number} */ value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top);
    svg(figure, "rect", { class: "plate", x: box.left - 8, y: box.top - 14, width: box.right - box.left + 16, height: box.bottom - box.top + 28, rx: 8 });
    svg(figure, "line", { class: "axis", x1: box.left, x2: box.right, y1: y(0), y2: y(0) });
    svg(figure, "line", { class: "axis", x1: x(0), x2: x(0), y1: box.top, y2: box.bottom });
    svg(figure, "path", { class: "curve", d: `M${values.map((v, i) => `${x(-reach + (2 * reach * i) / POINTS)} ${y(v)}`).join("L")}` });
    svg(figure, "path", { class: "guide", d: `M${x(z)} ${box.bottom + 14}V${y(a)}H${box.right + 8}` });
    if (withSlope && parts.slope !== null) {
        slant(figure, { reach, low, high, x, y }, box, parts);
    }
    svg(figure, "circle", { class: "point", cx: x(z), cy: y(a), r: 6.5 });
    label(figure, Math.min(Math.max(x(z), box.left + 34), box.right - 34), box.bottom + 50, `z = ${short(z)}`, "middle", "strong");
    numbers(figure, box, reach, [low, high], x, y);
    label(figure, box.left, box.top - 22, activation, "start");
}

/** The tangent at the sum, and a word where the curve is flat. @param {Element} figure @param {{reach: number, low: number, high: number, x: (at: number) => number, y: (value: number) => number}} axes @param {Box} box @param {Parts} parts */
function slant(figure, { reach, low, high, x, y }, box, parts) {
    const { z, a } = parts;
    const slope = /** @type {number} */ (parts.slope);
    const ease = tangent(slope, reach, (high - low) / (box.bottom - box.top), (2 * reach) / (box.right - box.left));
    const [from, to] = [Math.max(z - ease, -reach), Math.min(z + ease, reach)];
    svg(figure, "line", { class: "tangent", x1: x(from), x2: x(to), y1: y(a + slope * (from - z)), y2: y(a + slope * (to - z)) });
    state(figure, box, parts);
}

/** The numbers of both axes: z below the frame, the least and the greatest a beside the upright axis. @param {Element} figure @param {Box} box @param {number} reach @param {[number, number]} ends @param {(at: number) => number} x @param {(at: number) => number} y */
function numbers(figure, box, reach, [low, high], x, y) {
    for (const at of [-reach, -reach / 2, 0, reach / 2, reach]) {
        svg(figure, "line", { class: "axis", x1: x(at), x2: x(at), y1: box.bottom + 14, y2: box.bottom + 18 });
        label(figure, x(at), box.bottom + 31, tick(at), "middle", "tick");
    }
    label(figure, x(0) - 6, y(high) + 5, tick(high), "end", "tick");
    label(figure, x(0) + 6, y(low) - 4, tick(low), "start", "tick");
}

function tick(/** @type {number} */ value) {
    return Math.abs(value) < LARGE ? String(Number(value.toPrecision(2))).replace("-", "\u2212") : short(value);
}

/** Half the width, in z, of a tangent that is about as long everywhere on the screen. */
function tangent(/** @type {number} */ slope, /** @type {number} */ reach, /** @type {number} */ perY, /** @type {number} */ perX) {
    const length = 62;
    const steep = (slope / perY) * perX;
    return Math.min(reach, (length * perX) / Math.hypot(1, steep));
}

/** A lock where the curve is flat, a word where nothing gets through. */
function state(/** @type {Element} */ figure, /** @type {Box} */ box, /** @type {Parts} */ parts) {
    const word = isDead(parts) ? "nothing gets through" : isSaturated(parts) ? "saturated" : "";
    if (!word) {
        return;
    }
    label(figure, box.right, box.top - 22, word, "end", "strong");
    if (isSaturated(parts)) {
        const x = box.right - 80;
        const y = box.top - 34;
        svg(figure, "path", { class: "lock", d: `M${x - 10} ${y + 6}h12v9h-12zM${x - 8} ${y + 6}v-3a4 4 0 0 1 8 0v3` });
    }
}

/** @param {Element} figure @param {boolean} narrow @param {number} width @param {Box} box @param {Parts} parts */
function output(figure, narrow, width, box, { a, target }) {
    const x = width - (narrow ? 26 : 46);
    const y = (box.top + box.bottom) / 2;
    svg(figure, "line", { class: "out", x1: box.right + 8, x2: x - 21, y1: y, y2: y });
    svg(figure, "circle", { class: "rim", cx: x, cy: y, r: 21, fill: activationFill(a, { middle: 0.5, reach: 0.5 }) });
    const text = named(a, narrow);
    const fits = (WIDE * text.length) / 2 < width - x;
    label(figure, fits ? x : width, y - 34, text, fits ? "middle" : "end", "strong");
    if (target !== null) {
        const below = Math.min(y + 66, box.bottom - (narrow ? 2 : 0));
        svg(figure, "circle", { class: "rim", cx: x, cy: below, r: 10, fill: activationFill(target, { middle: 0.5, reach: 0.5 }) });
        svg(figure, "circle", { class: "target", cx: x, cy: below, r: 14 });
        if (narrow) {
            label(figure, width, below + 30, "target", "end");
            label(figure, width, below + 47, short(target), "end");
        } else {
            label(figure, x, below + 31, `target ${short(target)}`, "middle");
        }
    }
}

/** The label over the output. */
function named(/** @type {number} */ a, /** @type {boolean} */ narrow) {
    return narrow ? short(a) : `a = ${short(a)}`;
}

/**
 * @param {Element} figure
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} anchor
 * @param {string} kind
 */
function label(figure, x, y, text, anchor, kind = "") {
    svg(figure, "text", { "class": kind, "x": x, "y": y, "text-anchor": anchor }).textContent = text;
}
