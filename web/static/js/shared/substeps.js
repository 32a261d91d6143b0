/** @typedef {import("./types.js").Substep} Substep */

/**
 * The substeps of one training step in their order, layer by layer: forward z and a of each layer and the cost; backward delta
 * and gradients from the last layer to the first; the mean over the batch; the update from the first layer to the last; and
 * forward again, with the new weights. Layers of weights count from 0.
 *
 * @param {number} depth how many layers of weights there are
 * @returns {Substep[]}
 */
export function substepsOf(depth) {
    const forward = Array.from({ length: depth }, (_, layer) => layer);
    const backward = forward.toReversed();
    return [
        ...forward.flatMap((layer) => [{ part: "z", layer }, { part: "a", layer }]),
        { part: "cost" },
        ...backward.flatMap((layer) => [{ part: "delta", layer }, { part: "gradient", layer }]),
        { part: "mean" },
        ...forward.map((layer) => ({ part: "update", layer })),
        ...forward.map((layer) => ({ part: "again", layer })),
        { part: "new cost" },
    ];
}

/**
 * A step in five parts, for learners who have not met deltas yet: the forward pass, the cost, the backward pass with all gradients found, the update
 * of all weights, and the new cost.
 *
 * @param {number} depth how many layers of weights there are
 * @returns {Substep[]}
 */
export function partsOfStep(depth) {
    return [{ part: "a", layer: depth - 1 }, { part: "cost" }, { part: "mean" }, { part: "update", layer: depth - 1 }, { part: "new cost" }];
}

/**
 * The substeps of a step, each layer's neurons one after the other.
 *
 * @param {number[]} layers
 * @returns {Substep[]}
 */
export function neuronSubsteps(layers) {
    return substepsOf(layers.length - 1).flatMap((substep) => substep.layer === undefined ? [substep]
        : Array.from({ length: layers[substep.layer + 1] }, (_, neuron) => ({ ...substep, neuron })));
}

/** The place of a substep in the order of the layers. */
export function rank(/** @type {Substep} */ { part, layer }, /** @type {number} */ depth) {
    return substepsOf(depth).findIndex((m) => m.part === part && (m.layer === layer || m.layer === undefined));
}

/**
 * Tests whether a neuron's part of a layer's quantity is computed at a substep: before it, or just then.
 *
 * @param {Substep} substep
 * @param {number} depth
 * @param {string} part
 * @param {number} [layer]
 * @param {number} [neuron]
 */
export function isFound(substep, depth, part, layer, neuron) {
    const by = rank(substep, depth) - rank({ part, layer }, depth);
    return by > 0 || (by === 0 && (neuron === undefined || substep.neuron === undefined || neuron <= substep.neuron));
}

/** Tests whether the substep is about this quantity. */
export function isActive(/** @type {Substep} */ substep, /** @type {string} */ part, /** @type {number} */ layer,
    /** @type {number} */ neuron) {
    return substep.part === part && substep.layer === layer && (substep.neuron === undefined || substep.neuron === neuron);
}

/**
 * A substep by its name in a lesson, "delta 2" for the second layer of weights; null for none.
 *
 * @param {string | undefined} text
 * @param {number} depth
 * @returns {Substep | null}
 */
export function substepNamed(text, depth) {
    const [, part, layer, neuron] = /^([a-z]+(?: [a-z]+)?)(?: (\d+))?(?: (\d+))?$/.exec(text ?? "") ?? [];
    const known = substepsOf(depth).find((m) => m.part === part && (layer === undefined || m.layer === Number(layer) - 1));
    return known ? (neuron === undefined ? known : { ...known, neuron: Number(neuron) - 1 }) : null;
}
