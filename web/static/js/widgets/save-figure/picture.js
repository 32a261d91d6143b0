import { svg } from "../../shared/dom/svg.js";
import { letter } from "./lettering.js";
import { inlined } from "./vectors.js";

/** Parts of a figure that only its page can use, or that only those who listen to it need. */
const LEFT_OUT = "input, select, textarea, details, dialog, template, script, style, .unseen, button.quiet, button.act, .tools, .choice:has(input), form:has(input)";
const CLEAR = "rgba(0, 0, 0, 0)";

/** @typedef {{x: number, y: number}} Point */

/**
 * Draws what an element shows into an SVG: its drawings with their look, its canvases as images, and its words where they stand. Places are measured
 * from the element's corner.
 */
export function picture(/** @type {Element} */ into, /** @type {Element} */ element) {
    const origin = element.getBoundingClientRect();
    walk(into, element, origin);
    return origin;
}

function walk(/** @type {Element} */ into, /** @type {Element} */ element, /** @type {Point} */ origin) {
    const style = getComputedStyle(element);
    if (element.matches(LEFT_OUT) || style.display === "none" || style.opacity === "0" || isTiny(element, style)) {
        return;
    }
    const isSeen = style.visibility === "visible";
    const group = style.opacity === "1" ? into : svg(into, "g", { opacity: style.opacity });
    if (element instanceof SVGSVGElement) {
        if (isSeen && inner(element, origin).width > 0) {
            group.append(inlined(element, inner(element, origin)));
        }
        return;
    }
    if (isSeen) {
        paint(group, element, style, origin);
    }
    for (const child of element.childNodes) {
        if (child instanceof Text && isSeen) {
            letter(group, child, origin);
        } else if (child instanceof Element) {
            walk(group, child, origin);
        }
    }
}

/** Words for screen readers alone are squeezed into a pixel. */
function isTiny(/** @type {Element} */ element, /** @type {CSSStyleDeclaration} */ { position, overflow }) {
    return position === "absolute" && overflow !== "visible" && element.getBoundingClientRect().width <= 1;
}

/** Draws what an element has of its own: ground, borders, picture, or the bar of a fraction. @param {Element} into @param {Element} element @param {CSSStyleDeclaration} style @param {Point} origin */
function paint(into, element, style, origin) {
    const box = element.getBoundingClientRect();
    const at = { x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height };
    if (box.width <= 0 || box.height <= 0) {
        return;
    }
    if (style.backgroundColor !== CLEAR) {
        svg(into, "rect", { ...at, fill: style.backgroundColor, rx: Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height / 2) });
    }
    borders(into, style, at);
    if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0) {
        svg(into, "image", { ...inner(element, origin), preserveAspectRatio: "none", href: element.toDataURL("image/png") });
    }
    if (element.localName === "mfrac" && element.children.length === 2) {
        const y = (element.children[0].getBoundingClientRect().bottom + element.children[1].getBoundingClientRect().top) / 2 - origin.y;
        svg(into, "line", { "x1": at.x, "x2": at.x + at.width, "y1": y, "y2": y, "stroke": style.color, "stroke-width": 1 });
    }
}

/** @param {Element} into @param {CSSStyleDeclaration} style @param {{x: number, y: number, width: number, height: number}} at */
function borders(into, style, { x, y, width, height }) {
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
        return;
    }
    for (const { line: [x1, y1, x2, y2], size: thick, colour: stroke } of drawn) {
        svg(into, "line", { x1, y1, x2, y2, stroke, "stroke-width": thick });
    }
}

/** The place of an element's content, inside its borders and its padding. */
function inner(/** @type {Element} */ element, /** @type {Point} */ origin) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const edge = (/** @type {string} */ side) => parseFloat(style.getPropertyValue(`padding-${side}`)) + parseFloat(style.getPropertyValue(`border-${side}-width`));
    const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(edge);
    return { x: x - origin.x + left, y: y - origin.y + top, width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) };
}
