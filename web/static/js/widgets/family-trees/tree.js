import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";

/** @typedef {import("../../shared/types.js").Schemas["FamilyTrees"]["families"][number]} Family */
/** @typedef {{x: number, row: number}} Place across the tree from 0 to 1, and the generation from 0 */

/** The place of a circle's centre in its row, and of the line from which children hang, from 0 to 1. */
const CENTRE = 0.2;
const BAR = 0.93;
/** People in a small generation are as close as in the largest. */
const CLOSE = 1 / 6;

/** The places of a family's people. @param {number[][]} rows @returns {Map<number, Place>} */
export function placesOf(rows) {
    return new Map(rows.flatMap((people, row) => people.map((person, i) => {
        const apart = people.length > 2 ? 1 / people.length : CLOSE;
        return /** @type {[number, Place]} */ ([person, { x: 0.5 + (i - (people.length - 1) / 2) * apart, row }]);
    })));
}

/** The lines of marriages and of children, as an SVG path in a square of 100. @param {Family} family */
export function linesOf({ rows, couples, siblings }) {
    const places = placesOf(rows);
    const x = (/** @type {number} */ person) => 100 * (places.get(person)?.x ?? 0);
    const y = (/** @type {number} */ person, at = CENTRE) => (100 * ((places.get(person)?.row ?? 0) + at)) / rows.length;
    const middle = (/** @type {number[]} */ [a, b]) => (x(a) + x(b)) / 2;
    return [
        ...couples.map(([husband, wife]) => `M${x(husband)} ${y(husband)}H${x(wife)}`),
        ...siblings.map(({ parents, children }) => `M${middle(parents)} ${y(parents[0])}V${y(parents[0], BAR)}`
            + children.map((child) => `M${middle(parents)} ${y(parents[0], BAR)}H${x(child)}V${y(child)}`).join("")),
    ].join("");
}

/** A family's tree: its lines, and a button for each person. @param {Family} family @param {string[]} names of all people */
export function treeOf(family, names) {
    const tree = html("div", { class: "tree", role: "group", "aria-label": `The ${family.name} family: choose a person` });
    const lines = svg(tree, "svg", { "viewBox": "0 0 100 100", "preserveAspectRatio": "none", "aria-hidden": "true" });
    svg(lines, "path", { d: linesOf(family) });
    placesOf(family.rows).forEach(({ x, row }, person) => {
        const button = html("button", { "type": "button", "class": "person", "data-person": names[person], "aria-pressed": "false" },
            html("i", {}), html("span", {}, names[person]), html("b", {}, ""));
        button.style.left = `${(100 * x).toFixed(2)}%`;
        button.style.top = `${((100 * row) / family.rows.length).toFixed(2)}%`;
        tree.append(button);
    });
    return html("figure", { class: "family" }, html("figcaption", {}, `The ${family.name} family`), tree);
}
