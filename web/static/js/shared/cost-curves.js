import { html } from "./dom/html.js";
import { svg } from "./dom/svg.js";
import { count, short } from "./numbers.js";

/** The chart's drawing, in its own units. */
const WIDE = 640;
const TALL = 200;
const LEFT = 46;
const BELOW = 22;
const RIGHT = 14;
const TOP = 8;
/** Higher costs than this multiple of the highest first cost are cut off, so that one that explodes leaves the others visible. */
const CUT = 1.5;

/**
 * The costs of several trainings over the steps, on one scale. One with a letter has it at the end of its curve.
 *
 * @param {{points: [number, number | null][], letter?: string}[]} trials
 * @param {string} words for those who do not see it
 */
export function costCurves(trials, words) {
    const last = Math.max(1, ...trials.flatMap(({ points }) => points.map(([step]) => step)));
    const top = CUT * Math.max(...trials.map(({ points }) => points[0][1] ?? 0), Number.MIN_VALUE);
    const highest = Math.max(...trials.flatMap(({ points }) => points.map(([, cost]) => Math.min(cost ?? 0, top))));
    const x = (/** @type {number} */ step) => LEFT + ((WIDE - LEFT - RIGHT) * step) / last;
    const y = (/** @type {number} */ cost) => TALL - BELOW - ((TALL - BELOW - TOP) * Math.min(cost, highest)) / (highest || 1);
    const figure = html("figure", { class: "sweep-curves" }, html("figcaption", {}, "cost over all training examples"));
    const root = svg(figure, "svg", { "viewBox": `0 0 ${WIDE} ${TALL}`, "role": "img", "aria-label": words });
    for (const share of [0, 0.5, 1]) {
        svg(root, "path", { d: `M${LEFT} ${y(share * highest)}H${WIDE - RIGHT}`, class: "grid" });
        svg(root, "text", { "x": LEFT - 6, "y": y(share * highest) + 4, "text-anchor": "end" }).textContent = short(share * highest);
        svg(root, "text", { "x": x(share * last), "y": TALL - 5, "text-anchor": share === 0 ? "start" : share === 1 ? "end" : "middle" }).textContent =
            share === 1 ? `step ${count(last)}` : count(Math.round(share * last));
    }
    trials.forEach(({ points, letter }, i) => {
        const known = points.filter(([, cost]) => cost !== null);
        const at = known.map(([step, cost]) => `${x(step).toFixed(1)} ${y(/** @type {number} */ (cost)).toFixed(1)}`);
        svg(root, "path", { "d": `M${at.join("L")}`, "class": "curve", "data-line": i + 1 });
        const end = known[known.length - 1];
        if (letter && end) {
            svg(root, "text", { "x": x(end[0]) + 3, "y": y(/** @type {number} */ (end[1])) + 4, "class": "letter", "data-line": i + 1 }).textContent = letter;
        }
    });
    return figure;
}
