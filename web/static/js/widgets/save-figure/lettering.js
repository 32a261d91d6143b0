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
 * Writes a text of the page at its place, line by line as the page breaks it.
 *
 * @param {Element} into
 * @param {Text} node
 * @param {{x: number, y: number}} origin
 */
export function letter(into, node, origin) {
    const parent = /** @type {Element} */ (node.parentElement);
    const style = getComputedStyle(parent);
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.font = font;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText("x");
    for (const { words, box } of broken(node, style.whiteSpace.startsWith("pre"))) {
        const text = svg(into, "text", { "x": box.x - origin.x, "y": box.y - origin.y + box.height * (above / (above + below)), "fill": style.color,
            "font-family": generic(style.fontFamily), "font-size": style.fontSize });
        if (style.fontWeight !== "400") {
            text.setAttribute("font-weight", style.fontWeight);
        }
        if (style.fontStyle !== "normal") {
            text.setAttribute("font-style", style.fontStyle);
        }
        if (words.length > 1) {
            text.setAttribute("textLength", String(box.width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
        text.textContent = style.textTransform === "uppercase" ? words.toUpperCase() : words;
    }
}

/** The lines of a text, each with its box on the page. @returns {{words: string, box: DOMRect}[]} */
function broken(/** @type {Text} */ node, /** @type {boolean} */ isAsTyped) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const whole = node.data;
    if (boxes.length === 0) {
        return [];
    }
    if (boxes.length === 1) {
        return [{ words: isAsTyped ? whole : whole.replace(/\s+/g, " ").trim(), box: boxes[0] }].filter(({ words }) => words.trim() !== "");
    }
    const lines = /** @type {{words: string[], left: number, right: number, box: DOMRect}[]} */ ([]);
    for (const { 0: word, index } of whole.matchAll(/\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const box = range.getBoundingClientRect();
        const line = lines.find((other) => Math.abs(other.box.y - box.y) < box.height / 2);
        if (line) {
            line.words.push(word);
            line.right = box.right;
        } else if (box.width > 0) {
            lines.push({ words: [word], left: box.left, right: box.right, box });
        }
    }
    return lines.map(({ words, left, right, box }) => ({ words: words.join(" "), box: new DOMRect(left, box.y, right - left, box.height) }));
}
