const MATH = "http://www.w3.org/1998/Math/MathML";

/**
 * A letter with its layer above, in parentheses so that it cannot be read as a power, and its indices below, counted from 1;
 * layer null for none.
 *
 * @param {string} letter
 * @param {number | string | null} layer
 * @param {...(number | string)} indices
 */
export function symbol(letter, layer, ...indices) {
    const [plain, prime = ""] = letter.split(/(?=′)/);
    const base = prime ? `<mrow><mi>${plain}</mi><mo lspace="0" rspace="0">${prime}</mo></mrow>` : `<mi>${plain}</mi>`;
    // Two digits side by side are separated by a comma: neuron 1, neuron 12.
    const gap = indices.some((i) => typeof i === "number" && i > 8) ? "<mo>,</mo>" : "";
    const below = `<mrow>${indices.map(index).join(gap)}</mrow>`;
    return layer === null ? `<msub>${base}${below}</msub>`
        : `<msubsup>${base}${below}${above(layer)}</msubsup>`;
}

/** The layer of a letter: (1). */
export function above(/** @type {number | string} */ layer) {
    return `<mrow>${parentheses(index(layer))}</mrow>`;
}

function index(/** @type {number | string} */ value) {
    return typeof value === "number" ? `<mn>${value + 1}</mn>` : /^\d+$/.test(value) ? `<mn>${value}</mn>`
        : [...value].map((c) => (/[a-z]/i.test(c) ? `<mi>${c}</mi>` : /\d/.test(c) ? `<mn>${c}</mn>` : `<mo>${c}</mo>`)).join("");
}

/** ∂C/∂ something. */
export function slopeBy(/** @type {string} */ what, /** @type {number | null} */ example = null) {
    const cost = example === null ? "<mi>C</mi>" : `<msub><mi>C</mi><mn>${example}</mn></msub>`;
    return `<mfrac><mrow><mi>∂</mi>${cost}</mrow><mrow><mi>∂</mi>${what}</mrow></mfrac>`;
}

/** A function of something, whose parentheses stay as small as letters. */
export function applied(/** @type {string} */ name, /** @type {string} */ to) {
    const [plain, prime = ""] = name.split(/(?=′)/);
    return `<mi>${plain}</mi>${prime ? `<mo lspace="0" rspace="0">${prime}</mo>` : ""}${parentheses(to)}`;
}

export function parentheses(/** @type {string} */ inside) {
    return `<mo stretchy="false">(</mo>${inside}<mo stretchy="false">)</mo>`;
}

/** A formula as an element. */
export function math(/** @type {string} */ inside, /** @type {"inline" | "block"} */ display = "inline") {
    const element = document.createElementNS(MATH, "math");
    element.setAttribute("display", display);
    element.innerHTML = inside;
    return element;
}
