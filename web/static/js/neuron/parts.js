import { slopeAt } from "../shared/slopes.js";

/** @typedef {import("../shared/types.js").Frame} Frame */

/**
 * One neuron in a frame: what comes in, its sum, its output, and the factors of its gradients.
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
 * @property {number} slope da/dz
 * @property {number} delta dC/dz
 * @property {number} outside dC/da
 * @property {number | null} target
 * @property {boolean} cancels whether the slope cancels: in an output under the cross-entropy
 */

/**
 * Takes a neuron of a frame apart.
 *
 * @param {Frame} frame
 * @param {import("../shared/types.js").Setup} setup
 * @param {number} layer of weights
 * @param {number} j
 * @returns {Parts}
 */
export function take(frame, { spec, data }, layer, j) {
    const a = frame.activations[layer + 1][j];
    const z = frame.preActivations[layer][j];
    const activation = spec.network.activations[layer];
    const delta = frame.deltas[layer][j];
    const last = layer === spec.network.layers.length - 2;
    const target = last ? (data.targets[frame.example]?.[j] ?? null) : null;
    const slope = slopeAt[activation](z, a);
    return {
        layer, j, z, a, activation, slope, delta, target, cancels: last && spec.cost === "cross-entropy",
        inputs: frame.activations[layer], weights: frame.weights[layer][j], bias: frame.biases[layer][j],
        outside: target === null ? upstream(frame, layer, j) : ofOutput(spec, a, target, slope, delta),
    };
}

/** What the cost gains for each unit of a hidden neuron's output: over every neuron after it, weight times delta. */
function upstream(/** @type {Frame} */ frame, /** @type {number} */ layer, /** @type {number} */ j) {
    return frame.weights[layer + 1].reduce((sum, row, i) => sum + row[j] * frame.deltas[layer + 1][i], 0);
}

/**
 * What the cost gains for each unit of an output: what its delta is made of besides the slope. Where the slope is nothing at all,
 * it is what the cost's own formula says; that of the cross-entropy is then beyond all numbers.
 *
 * @param {import("../shared/types.js").Spec} spec
 * @param {number} a
 * @param {number} target
 * @param {number} slope
 * @param {number} delta
 */
function ofOutput({ cost, network: { layers } }, a, target, slope, delta) {
    return slope > 0 ? delta / slope
        : cost === "cross-entropy" ? (a === target ? 0 : Math.sign(a - target) * Infinity)
            : (a - target) * (cost === "mean-squared-error" ? 2 / layers[layers.length - 1] : 1);
}

/** Whether hardly anything of a change gets through: the curve is flat there. */
export function isSaturated(/** @type {Parts} */ { activation, slope }) {
    return ["sigmoid", "tanh"].includes(activation) && slope < 0.01;
}

/** Whether nothing gets through on the shown example. */
export function isDead(/** @type {Parts} */ { activation, slope }) {
    return activation === "relu" && slope === 0;
}
