
/** @typedef {import("./types.js").Item} Item */

/** Tests whether two items are the same part of the network. */
export function same(/** @type {Item | null} */ a, /** @type {Item | null} */ b) {
    return a === b || (a !== null && b !== null && a.kind === b.kind && String(a.at) === String(b.at));
}

/**
 * The name of a neuron.
 *
 * @param {number} layer 0 is the input
 * @param {number} j
 * @param {import("./types.js").Setup} setup
 */
export function neuronName(layer, j, { spec, data }) {
    const last = spec.network.layers.length - 1;
    if (layer === 0) {
        const name = data.inputNames[j] ?? String(j + 1);
        return name.startsWith("input") ? name : `input ${name}`;
    }
    if (layer === last) {
        return spec.network.layers[last] === 1 ? "the output"
            : spec.data?.name === "digits" ? `the output for ${j}` : `output ${j + 1}`;
    }
    return last === 2 ? `hidden neuron ${j + 1}` : `neuron ${j + 1} of hidden layer ${layer}`;
}
