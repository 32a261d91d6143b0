import { drawnOf } from "./layout.js";

/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{item: Item, about: "source" | "target"}} Place an item, and which end of a line up and down go around */

/**
 * The item that an arrow key leads to: from a neuron onto one of its lines, along it to the neuron at its other end; up and down to the next neuron
 * of the layer, or to the next line of the neuron that the selection came from.
 *
 * @param {Place} place
 * @param {string} key
 * @param {number[]} layers
 * @returns {Place}
 */
export function nextPlace({ item, about }, key, layers) {
    const drawn = (/** @type {number} */ l) => drawnOf(layers[l]);
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    const turn = (/** @type {number} */ j, /** @type {number} */ l) => (j + step + drawn(l)) % drawn(l);
    if (item.kind === "weight") {
        const [l, j, k] = item.at;
        if (step !== 0) {
            return { about, item: { kind: "weight", at: about === "source" ? [l, turn(j, l + 1), k] : [l, j, turn(k, l)] } };
        }
        return { about, item: { kind: "neuron", at: key === "ArrowRight" ? [l + 1, j] : [l, k] } };
    }
    const layer = item.kind === "bias" ? item.at[0] + 1 : item.at[0];
    const j = item.at[1];
    if (step !== 0) {
        return { about, item: { kind: "neuron", at: [layer, turn(j, layer)] } };
    }
    if (key === "ArrowRight" && layer < layers.length - 1) {
        return { about: "source", item: { kind: "weight", at: [layer, Math.min(j, drawn(layer + 1) - 1), j] } };
    }
    if (key === "ArrowLeft" && layer > 0) {
        return { about: "target", item: { kind: "weight", at: [layer - 1, j, Math.min(j, drawn(layer - 1) - 1)] } };
    }
    return { about, item };
}
