import { activations } from "../../shared/plane/activations.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/explanations.js").Explanation} Explanation */

/**
 * One neuron in a frame: what comes in, its sum, its output, and the factors of its gradients, as far as they are explained.
 *
 * @typedef {object} Parts
 * @property {number} layer of weights
 * @property {number} j
 * @property {number[]} inputs
 * @property {number[]} weights
 * @property {number} bias
 * @property {number} z
 * @property {number} a
 * @property {string} activation
 * @property {number | null} target
 * @property {number | null} slope da/dz; null under softmax, where each output depends on every z
 * @property {number | null} outside dC/da
 * @property {number | null} product the gradient of the shown weight or bias, on this example
 * @property {string} note what the factors alone do not show
 */

/**
 * The quantities behind the factors of a gradient.
 *
 * @param {Setup} setup
 * @param {number} l layer of weights
 * @param {number} j
 * @param {number} k the weight, -1 for the bias
 */
export function namesOf({ spec: { network } }, l, j, k) {
    const isLast = l === network.layers.length - 2;
    return {
        slope: `slope.${l}.${j}`, outside: isLast ? `cost-slope.${j}` : `back.${l}.${j}`, delta: `delta.${l}.${j}`,
        product: k < 0 ? `own.${l}.${j}` : `own.${l}.${j}.${k}`,
    };
}

/**
 * Takes a neuron of a frame apart.
 *
 * @param {Frame} frame
 * @param {Setup} setup
 * @param {number} layer of weights
 * @param {number} j
 * @param {ReturnType<typeof namesOf>} names
 * @param {Map<string, Explanation>} known
 * @returns {Parts}
 */
export function take(frame, { spec: { network }, data }, layer, j, names, known) {
    const isLast = layer === network.layers.length - 2;
    const value = (/** @type {string} */ name) => known.get(name)?.value ?? null;
    // A slope beyond all numbers comes as null, on the side of its delta.
    const outside = known.get(names.outside)?.value === null ? Math.sign(frame.deltas[layer][j]) * Infinity : value(names.outside);
    return {
        layer, j, z: frame.preActivations[layer][j], a: frame.activations[layer + 1][j], activation: network.activations[layer],
        inputs: frame.activations[layer], weights: frame.weights[layer][j], bias: frame.biases[layer][j],
        target: isLast ? (data.targets[frame.example]?.[j] ?? null) : null,
        slope: value(names.slope), outside, product: value(names.product), note: known.get(names.delta)?.remarks.join(" ") ?? "",
    };
}

/** Tests whether hardly anything of a change gets through: the curve is flat there. */
export function isSaturated(/** @type {Parts} */ { activation, slope }) {
    return activations[activation].flat === "saturated" && slope !== null && slope < 0.01;
}

/** Tests whether nothing gets through on the shown example. */
export function isDead(/** @type {Parts} */ { activation, slope }) {
    return activations[activation].flat === "dead" && slope === 0;
}
