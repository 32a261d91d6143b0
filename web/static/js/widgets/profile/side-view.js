import { short } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { leftWords } from "../../hills/level.js";
import { ticks, tickText } from "../../hills/scale.js";

/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */
/** @typedef {import("../../hills/scale.js").Scale} Scale */

/** The ground of a hill over a line, its edge, and where it is lowest. @param {Element} parent @param {any} setup @param {Scale} x @param {Scale} y */
export function drawGround(parent, { map: { axes: [xs], heights: [heights] }, hill: { minima } }, x, y) {
    const line = xs.map((/** @type {number} */ at, /** @type {number} */ i) => `${round(x.of(at))} ${round(y.of(heights[i]))}`).join("L");
    svg(parent, "path", { class: "ground", d: `M${line}L${x.to} ${y.from}L${x.from} ${y.from}z` });
    for (const { position: [at], height } of minima) {
        svg(parent, "path", { class: "minimum", d: `M${x.of(at)} ${y.of(height) + 5}V${y.from}` });
    }
    svg(parent, "path", { class: "line", d: `M${line}` });
}

/** @param {Element} parent @param {number} width @param {number} height @param {Scale} x @param {Scale} y */
export function drawAxes(parent, width, height, x, y) {
    const g = svg(parent, "g", { class: "axes" });
    svg(g, "path", { d: `M${x.from} ${y.from}H${x.to}` });
    for (const tick of ticks(x.low, x.high, Math.min(8, width / 70))) {
        svg(g, "path", { d: `M${x.of(tick)} ${y.from}v5` });
        svg(g, "text", { x: x.of(tick), y: y.from + 20, class: "middle" }).textContent = tickText(tick);
    }
    const up = svg(g, "g", { class: "up" });
    for (const tick of ticks(y.low, y.high, 4)) {
        svg(up, "text", { x: x.from - 8, y: y.of(tick) + 4, class: "end" }).textContent = tickText(tick);
    }
    svg(g, "text", { x: 4, y: 16, class: "name" }).textContent = "height";
    svg(g, "text", { x: x.to, y: height - 6, class: "name end" }).textContent = "place x";
}

export function round(/** @type {number} */ pixel) {
    return Math.round(pixel * 10) / 10;
}

/** @param {HillWalker} walker @param {Scale} x @param {Scale} y */
export function isInside({ place, lost }, x, y) {
    return !lost && x.holds(place.position[0]) && place.height <= y.high + 0.02 * (y.high - y.low);
}

/** Draws a walker's places, and the path between them. @param {SVGElement} g @param {HillWalker} walker @param {Scale} x @param {Scale} y */
export function trail(g, { trail: places }, x, y) {
    const far = 4000;
    const dots = places.map(({ position, height }) =>
        [Math.max(-far, Math.min(far, round(x.of(position[0])))), Math.max(-far, round(y.of(height)))]);
    const d = dots.map((dot) => dot.join(" ")).join("L");
    g.innerHTML = places.length < 2 ? "" : `<path d="M${d}"/>${dots.slice(0, -1).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3"/>`).join("")}`;
}

/** Says in the middle of the sky that a walker has left the picture, with an arrowhead at the edge where it did. @param {SVGElement} g @param {HillWalker} walker @param {Scale} x @param {Scale} y @param {number} i */
export function away(g, { name, place, lost }, x, y, i) {
    const at = place.position[0];
    const side = at > x.high ? 1 : at < x.low ? -1 : 0;
    const px = side > 0 ? x.to - 10 : side < 0 ? x.from + 10 : x.of(at);
    const py = 20 + 24 * i;
    const arrowhead = side > 0 ? "M-8-5l9 5-9 5" : side < 0 ? "M8-5l-9 5 9 5" : "M-5 4l5-9 5 9";
    g.replaceChildren();
    svg(g, "path", { d: arrowhead, transform: `translate(${px} ${py})` });
    svg(g, "text", { x: (x.from + x.to) / 2, y: py + 5, class: "middle" }).textContent = leftWords(name, lost, `x = ${short(at)}`);
}
