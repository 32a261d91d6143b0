import { neuronName } from "./items.js";
import { symbol } from "./dom/mathml.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {{item: import("./types.js").Item, gradient: number, update: number}} Parameter */

/** Every weight and every bias of a frame with its gradient and its next change, layer by layer. */
export function parameters(/** @type {Frame} */ frame) {
    /** @type {Parameter[]} */
    const all = [];
    frame.weights.forEach((layer, l) => {
        layer.forEach((row, j) => row.forEach((_, k) => all.push({
            item: { kind: "weight", at: [l, j, k] }, gradient: frame.weightGradients[l][j][k],
            update: frame.weightUpdates[l][j][k] })));
        layer.forEach((_, j) => all.push({
            item: { kind: "bias", at: [l, j] }, gradient: frame.biasGradients[l][j], update: frame.biasUpdates[l][j] }));
    });
    return all;
}

/** A few words for a weight or a bias, where there is little room. */
export function parameterName(/** @type {import("./types.js").Item} */ item, /** @type {import("./types.js").Setup} */ setup) {
    const brief = (/** @type {number} */ layer, /** @type {number} */ j) => neuronName(layer, j, setup)
        .replace("hidden neuron ", "h").replace(/neuron (\d+) of hidden layer (\d+)/, "h$2.$1").replace("the output", "output");
    if (item.kind === "weight") {
        const [l, j, k] = item.at;
        return `${brief(l, k)} → ${brief(l + 1, j)}`;
    }
    const [l, j] = item.at;
    return item.kind === "bias" ? `bias of ${brief(l + 1, j)}` : brief(l, j);
}

/** The value, gradient and next change of a weight or a bias. */
export function parameterOf(/** @type {import("./types.js").Item} */ item, /** @type {Frame} */ frame) {
    if (item.kind === "weight") {
        const [l, j, k] = item.at;
        return { value: frame.weights[l][j][k], gradient: frame.weightGradients[l][j][k], update: frame.weightUpdates[l][j][k] };
    }
    const [l, j] = item.at;
    return { value: frame.biases[l][j], gradient: frame.biasGradients[l][j], update: frame.biasUpdates[l][j] };
}

/**
 * The parameter that a close figure shows: the weight or bias that stays selected, or else the first weight of the last layer.
 *
 * @param {Item | null} kept
 * @param {import("./types.js").Setup} setup
 * @returns {Item}
 */
export function lookedAt(kept, setup) {
    return kept && kept.kind !== "neuron" ? kept : { kind: "weight", at: [setup.spec.network.layers.length - 2, 0, 0] };
}

/** The symbol of a weight or a bias. */
export function symbolOf(/** @type {Item} */ { kind, at: [l, ...indices] }) {
    return symbol(kind === "bias" ? "b" : "w", l, ...indices);
}

/** The part of an address that names a weight or a bias: `weight=1.0.2` or `bias=1.0`. @param {Item} item @returns {Record<string, string>} */
export function addressOf({ kind, at }) {
    return { [kind]: at.join(".") };
}
