import { neuronName } from "./items.js";
import { short, signed } from "./numbers.js";

/** @typedef {{label: string, value: string, kind?: string}} Part */

/**
 * What a part of the network is and its numbers in a frame.
 *
 * @param {import("./types.js").Item} item
 * @param {import("./types.js").Frame} frame
 * @param {import("./types.js").Setup} setup
 * @returns {{title: string, parts: Part[], plain: string}}
 */
export function reading(item, frame, setup) {
    const { title, parts } =
        item.kind === "weight" ? weight(item.at, frame, setup)
            : item.kind === "bias" ? bias(item.at, frame, setup) : neuron(item.at, frame, setup);
    return { title, parts, plain: `${title}: ${parts.map((p) => `${p.label} ${p.value}`).join(", ")}` };
}

/** What a part of the network is. @param {import("./types.js").Item} item @param {import("./types.js").Setup} setup */
export function itemName({ kind, at }, setup) {
    const [l, j, k = 0] = at;
    if (kind === "weight") {
        return `Weight from ${neuronName(l, k, setup)} to ${neuronName(l + 1, j, setup)}`;
    }
    const name = neuronName(kind === "bias" ? l + 1 : l, j, setup);
    return kind === "bias" ? `Bias of ${name}` : name[0].toUpperCase() + name.slice(1);
}

/** @param {[number, number, number]} at @param {import("./types.js").Frame} f @param {import("./types.js").Setup} setup */
function weight([l, j, k], f, setup) {
    return {
        title: itemName({ kind: "weight", at: [l, j, k] }, setup),
        parts: changing(f.weights[l][j][k], f.weightGradients[l][j][k], f.weightUpdates[l][j][k]),
    };
}

/** @param {[number, number]} at @param {import("./types.js").Frame} f @param {import("./types.js").Setup} setup */
function bias([l, j], f, setup) {
    return {
        title: itemName({ kind: "bias", at: [l, j] }, setup),
        parts: changing(f.biases[l][j], f.biasGradients[l][j], f.biasUpdates[l][j]),
    };
}

/** @param {number} value @param {number} gradient @param {number} update @returns {Part[]} */
function changing(value, gradient, update) {
    return [
        { label: "value", value: short(value) },
        { label: "gradient", value: short(gradient), kind: "gradient" },
        { label: "next change", value: signed(update) },
    ];
}

/** @param {[number, number]} at @param {import("./types.js").Frame} f @param {import("./types.js").Setup} setup */
function neuron([layer, j], f, setup) {
    const title = itemName({ kind: "neuron", at: [layer, j] }, setup);
    const activation = { label: `on example ${f.example + 1}`, value: short(f.activations[layer][j]) };
    if (layer === 0) {
        return { title, parts: [activation] };
    }
    const z = f.preActivations[layer - 1][j];
    return {
        title,
        parts: [
            { label: activation.label, value: `${setup.spec.network.activations[layer - 1]}(${short(z)}) = ${activation.value}` },
            { label: "bias", value: short(f.biases[layer - 1][j]) },
            { label: "delta", value: short(f.deltas[layer - 1][j]), kind: "gradient" },
        ],
    };
}
