import { svg } from "../shared/dom/svg.js";

/** The shapes of walkers' heads, which tell walkers apart without colour. */
const HEADS = [
    "M0-30a5.5 5.5 0 1 1-.01 0z",
    "M-5-30h10v10h-10z",
    "M0-31l6.5 11h-13z",
    "M0-32l6.5 7-6.5 7-6.5-7z",
];
const BODY = "M-7.5 0C-7.5-9-4-16 0-17.5C4-16 7.5-9 7.5 0z";

/** The same marks from above. */
const TOPS = [
    "M0-7a7 7 0 1 1-.01 0z",
    "M-6-6h12v12h-12z",
    "M0-7.5l7.5 13h-15z",
    "M0-8.5l7.5 8.5-7.5 8.5-7.5-8.5z",
];

/** A walker's figure, with its feet at 0, 0. @param {Element} parent @param {number} index */
export function figure(parent, index) {
    const g = svg(parent, "g", { class: `walker walker-${index % 4}` });
    svg(g, "path", { class: "body", d: BODY });
    svg(g, "path", { class: "head", d: HEADS[index % 4] });
    return g;
}

/** A walker's mark on a map, its middle at 0, 0. @param {Element} parent @param {number} index */
export function mark(parent, index) {
    const g = svg(parent, "g", { class: `walker walker-${index % 4}` });
    svg(g, "path", { class: "top", d: TOPS[index % 4] });
    return g;
}
