import { activations } from "../../shared/plane/activations.js";
import { short } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { heightOf } from "./picture.js";

/** @typedef {import("./parts.js").Parts} Parts */

const LOW_HEIGHT = 210;
const LEAST_WIDTH = 150;
const POINTS = 96;
/** The height up to which a cost without bound is drawn, doubled as often as needed: the axis stays while the output moves. */
const TALL = 6;
const TALLEST = 96;
const TANGENT = 62;

/**
 * The cost of one output as a function of this output, where it has one: not under softmax, whose outputs share one cost, and not with a margin.
 *
 * @param {import("../../shared/types.js").Spec} spec
 * @param {Parts} parts
 * @returns {((a: number) => number) | null}
 */
export function costOf({ cost, costMargin, network: { layers } }, { target, activation }) {
    if (target === null || activations[activation].together || costMargin) {
        return null;
    }
    if (cost === "cross-entropy") {
        const part = (/** @type {number} */ share, /** @type {number} */ p) => (share === 0 ? 0 : -share * Math.log(p));
        return (a) => part(target, a) + part(1 - target, 1 - a);
    }
    const share = cost === "mean-squared-error" ? 1 / layers[layers.length - 1] : 0.5;
    return (a) => share * (a - target) ** 2;
}

/**
 * Draws the cost over the output, with the tangent at the present output and a mark at the target.
 *
 * @param {HTMLElement} place
 * @param {number} width
 * @param {Parts} parts
 * @param {(a: number) => number} cost
 * @param {boolean} withSlope
 */
export function drawCost(place, width, parts, cost, withSlope) {
    if (width < LEAST_WIDTH) {
        return;
    }
    const height = width > 320 ? LOW_HEIGHT : heightOf();
    const root = document.createElement("div");
    const figure = svg(root, "svg", { "viewBox": `0 0 ${width} ${height}`, "width": width, "height": height, "aria-hidden": "true" });
    const box = { left: 46, right: width - 16, top: 40, bottom: height - 52 };
    const axes = scales(box, parts, cost);
    frame(figure, box, axes, parts);
    line(figure, axes, parts, cost, withSlope, box);
    const now = cost(parts.a);
    label(figure, box.right, box.top - 22, `cost C = ${Number.isFinite(now) ? short(now) : "∞"}`, "end", "cost-now");
    place.replaceChildren(figure);
}

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{low: number, high: number, top: number, x: (a: number) => number, y: (cost: number) => number}} Axes */

/** @param {Box} box @param {Parts} parts @param {(a: number) => number} cost @returns {Axes} */
function scales(box, { a, target, activation }, cost) {
    const { reach, middle } = activations[activation];
    const ends = [a, target ?? 0];
    const [low, high] = reach > 0 ? [middle - reach, middle + reach] : [Math.floor(Math.min(...ends) - 1), Math.ceil(Math.max(...ends) + 1)];
    const highest = Math.max(cost(low), cost(high));
    const top = Number.isFinite(highest) ? highest : tall(cost(a));
    return { low, high, top,
        x: (at) => box.left + ((at - low) / (high - low)) * (box.right - box.left),
        y: (value) => box.bottom - (Math.min(value, 1.1 * top) / top) * (box.bottom - box.top) };
}

function tall(/** @type {number} */ cost) {
    let top = TALL;
    while (top < cost && top < TALLEST) {
        top *= 2;
    }
    return top;
}

/** The plate, the axes with their numbers, and the target. @param {Element} figure @param {Box} box @param {Axes} axes @param {Parts} parts */
function frame(figure, box, { low, high, top, x, y }, { target }) {
    svg(figure, "rect", { class: "plate", x: box.left - 8, y: box.top - 14, width: box.right - box.left + 16, height: box.bottom - box.top + 28, rx: 8 });
    svg(figure, "line", { class: "axis", x1: box.left, x2: box.right, y1: y(0), y2: y(0) });
    for (const at of [low, (low + high) / 2, high]) {
        label(figure, x(at), box.bottom + 30, mark(at), "middle");
    }
    for (const at of [0, top]) {
        label(figure, box.left - 14, y(at) + 5, mark(at), "end");
    }
    label(figure, (box.left + box.right) / 2, box.bottom + 48, "output a", "middle");
    if (target !== null) {
        svg(figure, "line", { class: "guide", x1: x(target), x2: x(target), y1: box.top, y2: box.bottom });
        label(figure, Math.min(Math.max(x(target), box.left + 22), box.right - 22), box.top + 6, "target", "middle", "halo");
    }
}

/** @param {Element} figure @param {Axes} axes @param {Parts} parts @param {(a: number) => number} cost @param {boolean} withSlope @param {Box} box */
function line(figure, { low, high, top, x, y }, { a, outside }, cost, withSlope, box) {
    const values = Array.from({ length: POINTS + 1 }, (_, i) => low + ((high - low) * i) / POINTS);
    const path = values.filter((at) => cost(at) <= 1.1 * top).map((at) => `${x(at).toFixed(1)} ${y(cost(at)).toFixed(1)}`);
    svg(figure, "path", { class: "cost-curve", d: `M${path.join("L")}` });
    const now = Math.min(cost(a), 1.1 * top);
    if (withSlope && outside !== null && Number.isFinite(outside)) {
        const perX = (high - low) / (box.right - box.left);
        const steep = (outside * perX * (box.bottom - box.top)) / top;
        const ease = (TANGENT * perX) / Math.hypot(1, steep);
        const [from, to] = [-1, 1].map((side) => within(side * ease, { low: low - a, high: high - a }, outside, { low: -now, high: top - now }));
        svg(figure, "line", { class: "tangent", x1: x(a + from), x2: x(a + to),
            y1: box.bottom - ((now + outside * from) / top) * (box.bottom - box.top),
            y2: box.bottom - ((now + outside * to) / top) * (box.bottom - box.top) });
    }
    svg(figure, "circle", { class: "point", cx: x(a), cy: y(now), r: 6.5 });
}

/**
 * A line of this slope, shortened so that it stays inside the picture.
 *
 * @param {number} by
 * @param {{low: number, high: number}} across
 * @param {number} slope
 * @param {{low: number, high: number}} up
 */
function within(by, across, slope, up) {
    const inside = Math.max(across.low, Math.min(across.high, by));
    const rise = slope * inside;
    const allowed = Math.max(up.low, Math.min(up.high, rise));
    return rise === 0 ? inside : (inside * allowed) / rise;
}

/** A number on an axis. */
function mark(/** @type {number} */ value) {
    return short(Number(value.toPrecision(3))).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** @param {Element} figure @param {number} x @param {number} y @param {string} text @param {string} anchor @param {string} kind */
function label(figure, x, y, text, anchor, kind = "") {
    svg(figure, "text", { "class": kind, "x": x, "y": y, "text-anchor": anchor }).textContent = text;
}
