/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Moment} Moment */
/** @typedef {import("../../shared/factors.js").Quantity} Quantity */

/**
 * Which numbers are opened first: those of the moment, on what is selected where it belongs to it; without a moment, those of
 * what is selected; else the gradient of the first weight into the output.
 *
 * @param {Moment | null} moment
 * @param {Item | null} item
 * @param {number} depth
 * @returns {Quantity[]}
 */
export function rootsOf(moment, item, depth) {
    return moment ? atMoment(moment, item, depth) : selected(item, depth);
}

/** @param {Moment} moment @param {Item | null} item @param {number} depth @returns {Quantity[]} */
function atMoment({ part, layer: l = 0, neuron }, item, depth) {
    const j = neuron ?? neuronIn(item, l) ?? 0;
    const at = item?.kind === "weight" && item.at[0] === l && item.at[1] === j ? item.at : [l, j, 0];
    const isBias = item?.kind === "bias" && item.at[0] === l && item.at[1] === j;
    switch (part) {
        case "z": case "a": case "delta": return [{ kind: part, at: [l, j] }];
        case "cost": return [{ kind: "cost", at: [] }];
        case "gradient": return isBias ? [{ kind: "biasOwn", at: [l, j] }] : [{ kind: "own", at }];
        case "update": return isBias ? [{ kind: "newBias", at: [l, j] }] : [{ kind: "newWeight", at }];
        case "mean": return selected(item, depth).slice(0, 1);
        default: return [];
    }
}

/** @param {Item | null} item @param {number} depth @returns {Quantity[]} */
function selected(item, depth) {
    if (item?.kind === "neuron") {
        const [layer, j] = item.at;
        return layer === 0 ? [{ kind: "input", at: [j] }] : [{ kind: "a", at: [layer - 1, j] }, { kind: "delta", at: [layer - 1, j] }];
    }
    if (item?.kind === "bias") {
        return [{ kind: "biasGradient", at: item.at }, { kind: "newBias", at: item.at }];
    }
    const at = item?.at ?? [depth - 1, 0, 0];
    return [{ kind: "gradient", at }, { kind: "newWeight", at }];
}

/** The neuron of a layer that an item is, or leads to. @param {Item | null} item @param {number} l */
function neuronIn(item, l) {
    return item === null ? undefined
        : item.kind === "neuron" ? (item.at[0] === l + 1 ? item.at[1] : undefined)
            : item.at[0] === l ? item.at[1] : undefined;
}
