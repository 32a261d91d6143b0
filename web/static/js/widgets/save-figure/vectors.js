import { generic } from "./lettering.js";

/** The properties that give a shape its look, with the value that needs no attribute. @type {Record<string, string>} */
const LOOK = {
    "fill": "", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none", "stroke-width": "1px", "stroke-opacity": "1", "stroke-dasharray": "none",
    "stroke-dashoffset": "0px", "stroke-linecap": "butt", "stroke-linejoin": "miter", "opacity": "1", "vector-effect": "none", "paint-order": "normal",
    "marker-start": "none", "marker-mid": "none", "marker-end": "none", "clip-path": "none", "mask": "none", "stop-color": "", "stop-opacity": "1",
    "mix-blend-mode": "normal", "visibility": "visible",
};
const LETTERS = ["font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing"];
const PLAIN = new Set(["normal", "none", "auto", "start", "400"]);
/** Attributes that mean something to this page alone. */
const OF_PAGE = /^(class|style|role|tabindex|focusable|data-.*|aria-.*|on.*)$/;
const SHAPES = "path, line, polyline, polygon, circle, ellipse, rect, text, tspan, stop, g, use, image";

/**
 * A copy of an SVG that needs no style sheet: each shape has its look as attributes.
 *
 * @param {SVGSVGElement} original
 * @param {DOMRect | {x: number, y: number, width: number, height: number}} box its place in the picture
 */
export function inlined(original, box) {
    const copy = /** @type {SVGSVGElement} */ (original.cloneNode(true));
    const copies = [...copy.querySelectorAll("*")];
    const hidden = [...original.querySelectorAll("*")].map((from, i) => dress(from, copies[i])).flatMap((isSeen, i) => (isSeen ? [] : copies[i]));
    hidden.forEach((element) => element.remove());
    strip(copy);
    const { overflow, opacity } = getComputedStyle(original);
    for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height })) {
        copy.setAttribute(name, String(value));
    }
    copy.setAttribute("overflow", overflow === "visible" ? "visible" : "hidden");
    if (opacity !== "1") {
        copy.setAttribute("opacity", opacity);
    }
    return copy;
}

/** Gives a copied element the look of its original, and says whether it can be seen at all. */
function dress(/** @type {Element} */ from, /** @type {Element} */ to) {
    const style = getComputedStyle(from);
    strip(to);
    if (style.display === "none" || (style.visibility !== "visible" && from.childElementCount === 0) || (style.opacity === "0" && !from.matches("defs *"))) {
        return false;
    }
    if (from.matches(SHAPES)) {
        for (const [name, usual] of Object.entries(LOOK)) {
            const value = style.getPropertyValue(name);
            if (value !== usual && value !== "") {
                to.setAttribute(name, local(value));
            }
        }
        move(style, to);
    }
    if (from.matches("text, tspan")) {
        LETTERS.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => !PLAIN.has(value)).forEach(([name, value]) => to.setAttribute(name, value));
        to.setAttribute("font-family", generic(style.fontFamily));
    }
    return true;
}

/** A style sheet may turn or move a shape about a point of its own. */
function move(/** @type {CSSStyleDeclaration} */ style, /** @type {Element} */ to) {
    if (style.transform === "none") {
        to.removeAttribute("transform");
        return;
    }
    const [x, y] = style.transformOrigin.split(" ").map(parseFloat);
    const about = x || y ? [`translate(${x} ${y})`, style.transform, `translate(${-x} ${-y})`] : [style.transform];
    to.setAttribute("transform", about.join(" "));
}

/** A reference into the file itself, without the page's address. */
function local(/** @type {string} */ value) {
    return value.replace(/url\(["']?[^"')]*(#[^"')]+)["']?\)/g, "url($1)");
}

function strip(/** @type {Element} */ element) {
    [...element.attributes].filter(({ name }) => OF_PAGE.test(name)).forEach(({ name }) => element.removeAttribute(name));
}
