import { neuronName } from "./items.js";
import { short, signed } from "./numbers.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Setup} Setup */
/** @typedef {(word: "bias" | "weighted-sum" | "gradient" | "update" | "delta") => boolean} Knows whether a label may use a word */
/** @typedef {{label: string, value: string, kind?: string}} Part */

/**
 * The name of a part of the network and its numbers in a frame, as far as its labels may name them.
 *
 * @param {import("./types.js").Item} item
 * @param {Frame} frame
 * @param {Setup} setup
 * @param {Knows} knows
 * @returns {{title: string, parts: Part[], plain: string}}
 */
export function reading(item, frame, setup, knows) {
    const { title, parts } =
        item.kind === "weight" ? weight(item.at, frame, setup, knows)
            : item.kind === "bias" ? bias(item.at, frame, setup, knows) : neuron(item.at, frame, setup, knows);
    return { title, parts, plain: `${title}: ${parts.map((p) => `${p.label} ${p.value}`).join(", ")}` };
}

/** The name of a part of the network. @param {import("./types.js").Item} item @param {import("./types.js").Setup} setup */
export function itemName({ kind, at }, setup) {
    const [l, j, k = 0] = at;
    if (kind === "weight") {
        return `Weight from ${neuronName(l, k, setup)} to ${neuronName(l + 1, j, setup)}`;
    }
    const name = neuronName(kind === "bias" ? l + 1 : l, j, setup);
    return kind === "bias" ? `Bias of ${name}` : name[0].toUpperCase() + name.slice(1);
}

/** @param {[number, number, number]} at @param {Frame} f @param {Setup} setup @param {Knows} knows */
function weight([l, j, k], f, setup, knows) {
    return {
        title: itemName({ kind: "weight", at: [l, j, k] }, setup),
        parts: changing(f.weights[l][j][k], f.weightGradients[l][j][k], f.weightUpdates[l][j][k], knows),
    };
}

/** @param {[number, number]} at @param {Frame} f @param {Setup} setup @param {Knows} knows */
function bias([l, j], f, setup, knows) {
    return {
        title: itemName({ kind: "bias", at: [l, j] }, setup),
        parts: changing(f.biases[l][j], f.biasGradients[l][j], f.biasUpdates[l][j], knows),
    };
}

/** @param {number} value @param {number} gradient @param {number} update @param {Knows} knows @returns {Part[]} */
function changing(value, gradient, update, knows) {
    return [
        { label: "value", value: short(value) },
        ...(knows("gradient") ? [{ label: "gradient", value: short(gradient), kind: "gradient" }] : []),
        ...(knows("update") ? [{ label: "next change", value: signed(update) }] : []),
    ];
}

/** @param {[number, number]} at @param {Frame} f @param {Setup} setup @param {Knows} knows */
function neuron([layer, j], f, setup, knows) {
    const title = itemName({ kind: "neuron", at: [layer, j] }, setup);
    const activation = { label: `on example ${f.example + 1}`, value: short(f.activations[layer][j]) };
    if (layer === 0) {
        return { title, parts: [activation] };
    }
    const z = f.preActivations[layer - 1][j];
    return {
        title,
        parts: [
            knows("weighted-sum")
                ? { label: activation.label, value: `${setup.spec.network.activations[layer - 1]}(${short(z)}) = ${activation.value}` } : activation,
            ...(knows("bias") ? [{ label: "bias", value: short(f.biases[layer - 1][j]) }] : []),
            ...(knows("delta") ? [{ label: "delta", value: short(f.deltas[layer - 1][j]), kind: "gradient" }] : []),
        ],
    };
}
