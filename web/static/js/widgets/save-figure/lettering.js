import { svg } from "../../shared/dom/svg.js";

const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** The family that every computer has, in place of the page's own fonts. */
export function generic(/** @type {string} */ family) {
    const last = (family.split(",").pop() ?? "").trim();
    return /^(serif|sans-serif|monospace|math)$/.test(last) ? last.replace("math", "serif") : "sans-serif";
}

/** The width of a line in pixels. */
export function widthOf(/** @type {string} */ line, /** @type {string} */ font) {
    pen.font = font;
    return pen.measureText(line).width;
}

/** Words in lines of at most this width, in pixels. @param {string} words @param {string} font @param {number} most */
export function linesOf(words, font, most) {
    return words.split(" ").reduce((/** @type {string[]} */ lines, word) => {
        const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
        return lines.length > 0 && widthOf(longer, font) <= most ? [...lines.slice(0, -1), longer] : [...lines, word];
    }, []);
}

/**
 * Writes a text of the page at its place, line by line as the page breaks it, and names these places.
 *
 * @param {Element} into
 * @param {Text} node
 * @param {{x: number, y: number}} origin
 */
export function* letter(into, node, origin) {
    const style = getComputedStyle(/** @type {Element} */ (node.parentElement));
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText("x");
    for (const { words, left, right, top, height } of broken(node, style.whiteSpace.startsWith("pre"))) {
        const place = { x: left - origin.x, y: top - origin.y, width: right - left, height };
        const text = svg(into, "text", { "x": place.x, "y": place.y + height * (above / (above + below)), "fill": style.color,
            "font-family": generic(style.fontFamily), "font-size": style.fontSize });
        if (style.fontWeight !== "400") {
            text.setAttribute("font-weight", style.fontWeight);
        }
        if (style.fontStyle !== "normal") {
            text.setAttribute("font-style", style.fontStyle);
        }
        if (words.length > 1) {
            text.setAttribute("textLength", String(place.width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
        text.textContent = style.textTransform === "uppercase" ? words.toUpperCase() : words;
        yield place;
    }
}

/** The lines of a text, each with its place in the window. @returns {{words: string, left: number, right: number, top: number, height: number}[]} */
function broken(/** @type {Text} */ node, /** @type {boolean} */ isAsTyped) {
    const range = document.createRange();
    const lines = /** @type {{words: string, left: number, right: number, top: number, height: number}[]} */ ([]);
    for (const { 0: word, index } of node.data.matchAll(isAsTyped ? /[^\n]+/g : /\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, right, top, width, height } = range.getBoundingClientRect();
        const line = lines[lines.length - 1];
        if (line && Math.abs(line.top - top) < height / 2) {
            line.words += ` ${word}`;
            line.right = right;
        } else if (width > 0) {
            lines.push({ words: word, left, right, top, height });
        }
    }
    return lines;
}
