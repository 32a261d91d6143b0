import { svg } from "../../shared/dom/svg.js";
import { adorn, borders, ground, inner } from "./boxes.js";
import { letter } from "./lettering.js";
import { inlined } from "./vectors.js";

/** Parts of a figure that only its page can use, or that only those who listen to it need. */
const LEFT_OUT = "input, select, textarea, details, dialog, template, script, style, label, legend, form:has(input), .unseen, .tools, button.quiet, button.act";

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * Draws what an element shows into an SVG: its drawings with their look, its canvases as images, and its words where they stand. Places are measured
 * from the element's corner. Returns the part that something was drawn on; null for an empty figure.
 *
 * @param {Element} into
 * @param {Element} element
 * @returns {Box | null}
 */
export function picture(into, element) {
    const { x, y } = element.getBoundingClientRect();
    return around([...walk(into, element, { x, y })]);
}

/** Tests whether a figure shows anything that can be saved. @returns {boolean} */
export function isEmpty(/** @type {Element} */ element) {
    return isLeftOut(element) || (!element.matches("svg, canvas") && ![...element.childNodes].some((child) => (child instanceof Element ? !isEmpty(child)
        : child instanceof Text && child.data.trim() !== "")));
}

/** @returns {Box | null} */
function around(/** @type {Box[]} */ boxes) {
    if (boxes.length === 0) {
        return null;
    }
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** Draws, and names the places that it drew on. @param {Element} into @param {Element} element @param {{x: number, y: number}} origin @returns {Generator<Box>} */
function* walk(into, element, origin) {
    if (isLeftOut(element)) {
        return;
    }
    const style = getComputedStyle(element);
    const isSeen = style.visibility === "visible";
    const group = style.opacity === "1" ? into : svg(into, "g", { opacity: style.opacity });
    if (element instanceof SVGSVGElement) {
        const box = inner(element, origin);
        if (isSeen && box.width > 0 && box.height > 0) {
            group.append(inlined(element, box));
            yield box;
        }
        return;
    }
    if (isSeen) {
        yield* paint(group, element, style, origin);
        yield* adorn(group, element, origin);
    }
    for (const child of painted(element)) {
        if (child instanceof Text && isSeen) {
            yield* letter(group, child, origin);
        } else if (child instanceof Element) {
            yield* walk(group, child, origin);
        }
    }
}

/** The children of an element in the order of painting: those with a position of their own lie above the rest. */
function painted(/** @type {Element} */ element) {
    const isAbove = (/** @type {Node} */ child) => child instanceof Element && getComputedStyle(child).position !== "static";
    const children = [...element.childNodes];
    return [...children.filter((child) => !isAbove(child)), ...children.filter(isAbove)];
}

function isLeftOut(/** @type {Element} */ element) {
    const { display, opacity, position, overflow } = getComputedStyle(element);
    // Words for screen readers alone are squeezed into a pixel.
    return element.matches(LEFT_OUT) || display === "none" || opacity === "0" || (position === "absolute" && overflow !== "visible" && element.getBoundingClientRect().width <= 1);
}

/** Draws what an element has of its own: ground, borders, picture, or the bar of a fraction. @param {Element} into @param {Element} element @param {CSSStyleDeclaration} style @param {{x: number, y: number}} origin @returns {Generator<Box>} */
function* paint(into, element, style, origin) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { x: x - origin.x, y: y - origin.y, width, height };
    if (width <= 0 || height <= 0) {
        return;
    }
    yield* ground(into, style, at);
    yield* borders(into, style, at);
    if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0) {
        const place = inner(element, origin);
        svg(into, "image", { ...place, preserveAspectRatio: "none", href: element.toDataURL("image/png") });
        yield place;
    }
    if (element.localName === "mfrac" && element.children.length === 2) {
        const bar = (element.children[0].getBoundingClientRect().bottom + element.children[1].getBoundingClientRect().top) / 2 - origin.y;
        svg(into, "line", { "x1": at.x, "x2": at.x + at.width, "y1": bar, "y2": bar, "stroke": style.color, "stroke-width": 1 });
    }
}
