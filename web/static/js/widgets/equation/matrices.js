import { text } from "../../shared/explanations.js";
import { html } from "../../shared/dom/html.js";
import { same } from "../../shared/items.js";
import { activations } from "../../shared/plane/activations.js";
import { math, parentheses, slopeBy } from "../../shared/dom/mathml.js";
import { write } from "../../shared/dom/write.js";
import { turned, vector } from "./laws.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/explanations.js").Explanation} Explanation */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{symbol: string, name: string, rows: string[][]}} Matrix its numbers by the names of their quantities */

/** Rows and columns of a matrix that is written with its numbers. */
const MOST = 6;

/**
 * A law in matrix form with its numbers: each matrix in brackets, row by row, its symbol above. Pressing a number opens it below;
 * pointing at it marks what it belongs to in the figure.
 */
export class Matrices {
    element = html("div", { class: "matrices" });
    #built = "";
    /** @type {{quantity: string, element: HTMLElement}[]} */ #cells = [];
    /** @type {(item: Item | null) => void} */ #select;

    /**
     * @param {(item: Item | null) => void} select
     * @param {(quantity: string) => void} press
     */
    constructor(select, press) {
        this.#select = select;
        const cell = (/** @type {Event} */ { target }) => this.#cells.find(({ element }) => element === /** @type {Element} */ (target).closest("button"));
        this.element.addEventListener("click", (event) => {
            const pressed = cell(event);
            if (pressed) {
                press(pressed.quantity);
            }
        });
        for (const event of ["pointerover", "focusin"]) {
            this.element.addEventListener(event, (at) => this.#select(this.#items.get(cell(at)?.element) ?? null));
        }
        for (const event of ["pointerleave", "focusout"]) {
            this.element.addEventListener(event, () => this.#select(null));
        }
    }

    /** @type {Map<HTMLElement | undefined, Item | null>} */
    #items = new Map();

    /**
     * @param {(string | Matrix)[]} parts
     * @param {Map<string, Explanation>} known
     * @param {Item | null} item what is pointed at or selected
     */
    show(parts, known, item) {
        const shape = JSON.stringify(parts);
        if (shape !== this.#built) {
            this.#built = shape;
            this.#cells = [];
            this.element.replaceChildren(...parts.map((part) => (typeof part === "string" ? html("span", { class: "sign" }, part) : this.#matrix(part))));
        }
        for (const { quantity, element } of this.#cells) {
            const explanation = known.get(quantity);
            if (explanation) {
                const { value, title, item: of = null } = explanation;
                this.#items.set(element, of);
                write(element, text(value, false));
                element.setAttribute("aria-label", `${title}: ${text(value, false)}`);
                element.classList.toggle("linked", of !== null && same(of, item));
            }
        }
    }

    /** @param {Matrix} matrix */
    #matrix({ symbol, name, rows }) {
        const [height, width] = [rows.length, rows[0].length];
        const size = `${height} ${height === 1 ? "row" : "rows"}, ${width} ${width === 1 ? "column" : "columns"}`;
        const inside = isLarge(rows) ? html("span", { class: "note" }, size)
            : html("span", { class: "entries", "data-columns": width }, ...rows.flat().map((quantity) => this.#cell(quantity)));
        return html("span", { "class": "matrix", "role": "group", "aria-label": `${name}, ${size}` }, math(symbol), inside);
    }

    #cell(/** @type {string} */ quantity) {
        const element = html("button", { "type": "button", "data-quantity": quantity });
        this.#cells.push({ quantity, element });
        return element;
    }
}

/** Tests whether a matrix has more rows or columns than are written. @param {string[][]} rows */
function isLarge(rows) {
    return rows.length > MOST || rows[0].length > MOST;
}

/** The quantities whose numbers are in matrices. @param {(string | Matrix)[]} parts */
export function namesIn(parts) {
    return parts.flatMap((part) => (typeof part === "string" || isLarge(part.rows) ? [] : part.rows.flat()));
}

/**
 * The matrices of a law at a layer of weights; none where the law has no such form for this network.
 *
 * @param {string} law
 * @param {number} l
 * @param {Frame} frame
 * @param {import("../../shared/types.js").Setup} setup
 * @returns {(string | Matrix)[]}
 */
export function matricesOf(law, l, frame, { spec }) {
    const layer = String(l + 1);
    const width = frame.biases[l].length;
    const before = frame.weights[l][0].length;
    const column = (/** @type {string} */ kind) => Array.from({ length: width }, (_, j) => [`${kind}.${l}.${j}`]);
    const grid = (/** @type {string} */ kind) => Array.from({ length: width }, (_, j) => Array.from({ length: before }, (_, k) => `${kind}.${l}.${j}.${k}`));
    const entering = Array.from({ length: before }, (_, k) => (l === 0 ? `input.${k}` : `a.${l - 1}.${k}`));
    const of = (/** @type {string} */ letter, /** @type {string} */ name, /** @type {string[][]} */ rows, symbol = vector(letter, layer)) => ({ symbol, name: `${name} of layer ${layer}`, rows });
    const example = frame.batch.length > 1 ? frame.example + 1 : null;
    const slopes = of("σ′", "slopes", column("slope"), `<mi>σ′</mi>${parentheses(vector("z", layer))}`);
    const deltas = of("δ", "deltas", column("delta"));
    const isTogether = activations[spec.network.activations[l]].together;
    switch (law) {
        case "z": return [of("z", "weighted sums", column("z")), "=", of("W", "weights", grid("weight")),
            { symbol: vector("a", String(l)), name: l === 0 ? "inputs" : `activations of layer ${l}`, rows: entering.map((a) => [a]) },
            "+", of("b", "biases", column("bias"))];
        case "a": return isTogether ? []
            : [of("a", "activations", column("a")), `= ${spec.network.activations[l]}`, of("z", "weighted sums", column("z"))];
        case "last": return spec.cost === "cross-entropy" || isTogether ? []
            : [deltas, "=", of("", "slopes of the cost", Array.from({ length: width }, (_, j) => [`cost-slope.${j}`]),
                "<msub><mo>∇</mo><mi>a</mi></msub><mi>C</mi>"), "⊙", slopes];
        case "back": return [deltas, "=", { symbol: turned(vector("W", String(l + 2))), name: `weights of layer ${l + 2}, transposed`,
            rows: Array.from({ length: width }, (_, k) => frame.biases[l + 1].map((_, j) => `weight.${l + 1}.${j}.${k}`)) },
        { symbol: vector("δ", String(l + 2)), name: `deltas of layer ${l + 2}`, rows: frame.biases[l + 1].map((_, j) => [`delta.${l + 1}.${j}`]) },
        "⊙", slopes];
        case "bias": return [of("b", "gradients of the biases", column("own"), slopeBy(vector("b", layer), example)), "=", deltas];
        case "weight": return [of("W", "gradients of the weights", grid("own"), slopeBy(vector("W", layer), example)), "=", deltas,
            { symbol: turned(vector("a", String(l))), name: l === 0 ? "inputs, in a row" : `activations of layer ${l}, in a row`, rows: [entering] }];
        case "step": return [of("W′", "new weights", grid("new")), "=", of("W", "weights", grid("weight")), "− η",
            of("W", "gradients of the weights", grid("gradient"), slopeBy(vector("W", layer)))];
        default: return [];
    }
}
