import { read } from "../../shared/explanations.js";
import { above, applied as of, parentheses, slopeBy as by, symbol } from "../../shared/dom/mathml.js";

/** @typedef {{id: string, name: string, neuron: string, matrix: string}} Law an equation in MathML, for one neuron and for a layer */

const eq = "<mo>=</mo>";
const dot = "<mo>·</mo>";
const each = "<mo>⊙</mo>";
const sum = (/** @type {string} */ index) => `<munder><mo>∑</mo><mi>${index}</mi></munder>`;
/** A vector or a matrix: bold and upright, with its layer above. */
export const vector = (/** @type {string} */ letter, /** @type {string} */ layer) => {
    const [plain, prime = ""] = letter.split(/(?=′)/);
    return `<msup><mrow><mi class="vector" mathvariant="normal">${plain}</mi>${prime && `<mo lspace="0" rspace="0">${prime}</mo>`}</mrow>${above(layer)}</msup>`;
};
/** Something transposed. */
export const turned = (/** @type {string} */ inside) => `<msup><mrow>${parentheses(inside)}</mrow><mi>T</mi></msup>`;

/** The forward pass, the four equations of backpropagation, and the step. @type {Law[]} */
export const LAWS = [
    {
        id: "z", name: "forward: the sum",
        neuron: `${symbol("z", "l", "j")}${eq}${sum("k")}${symbol("w", "l", "jk")}${symbol("a", "l−1", "k")}<mo>+</mo>${symbol("b", "l", "j")}`,
        matrix: `${vector("z", "l")}${eq}${vector("W", "l")}${vector("a", "l−1")}<mo>+</mo>${vector("b", "l")}`,
    },
    {
        id: "a", name: "forward: the activation",
        neuron: `${symbol("a", "l", "j")}${eq}${of("σ", symbol("z", "l", "j"))}`,
        matrix: `${vector("a", "l")}${eq}${of("σ", vector("z", "l"))}`,
    },
    {
        id: "last", name: "1 · the last layer’s deltas",
        neuron: `${symbol("δ", "L", "j")}${eq}${by(symbol("a", "L", "j"))}${dot}${of("σ′", symbol("z", "L", "j"))}`,
        matrix: `${vector("δ", "L")}${eq}<msub><mo>∇</mo><mi>a</mi></msub><mi>C</mi>${each}${of("σ′", vector("z", "L"))}`,
    },
    {
        id: "back", name: "2 · a layer’s from the next one’s",
        neuron: `${symbol("δ", "l", "k")}${eq}${parentheses(`${sum("j")}${symbol("w", "l+1", "jk")}${symbol("δ", "l+1", "j")}`)}${dot}${of("σ′", symbol("z", "l", "k"))}`,
        matrix: `${vector("δ", "l")}${eq}${parentheses(`${turned(vector("W", "l+1"))}${vector("δ", "l+1")}`)}${each}${of("σ′", vector("z", "l"))}`,
    },
    {
        id: "bias", name: "3 · a bias’s gradient",
        neuron: `${by(symbol("b", "l", "j"))}${eq}${symbol("δ", "l", "j")}`,
        matrix: `${by(vector("b", "l"))}${eq}${vector("δ", "l")}`,
    },
    {
        id: "weight", name: "4 · a weight’s gradient",
        neuron: `${by(symbol("w", "l", "jk"))}${eq}${symbol("δ", "l", "j")}${symbol("a", "l−1", "k")}`,
        matrix: `${by(vector("W", "l"))}${eq}${vector("δ", "l")}${turned(vector("a", "l−1"))}`,
    },
    {
        id: "step", name: "the step",
        neuron: `${symbol("w′", "l", "jk")}${eq}${symbol("w", "l", "jk")}<mo>−</mo><mi>η</mi>${by(symbol("w", "l", "jk"))}`,
        matrix: `${vector("W′", "l")}${eq}${vector("W", "l")}<mo>−</mo><mi>η</mi>${by(vector("W", "l"))}`,
    },
];

/** The equation that a quantity is an instance of. @param {string} name @param {number} depth */
export function lawOf(name, depth) {
    const { kind, at } = read(name);
    return kind === "delta" ? (at[0] === depth - 1 ? "last" : "back")
        : kind === "own" || kind === "gradient" ? (at.length === 2 ? "bias" : "weight")
            : kind === "new" ? "step" : kind === "a" || kind === "z" ? kind : "";
}
