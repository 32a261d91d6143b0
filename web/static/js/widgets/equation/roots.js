/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Substep} Substep */

const name = (/** @type {string} */ kind, /** @type {number[]} */ at) => [kind, ...at].join(".");

/**
 * The numbers that are opened first: those of the substep, on the selection where it belongs to it; without a substep, those of the selection; else
 * the gradient of the first weight into the output. Each by the name of its quantity.
 *
 * @param {Substep | null} substep
 * @param {Item | null} item
 * @param {number} depth
 * @returns {string[]}
 */
export function rootsOf(substep, item, depth) {
    return substep ? atSubstep(substep, item, depth) : selected(item, depth);
}

/** @param {Substep} substep @param {Item | null} item @param {number} depth @returns {string[]} */
function atSubstep({ part, layer: l = 0, neuron }, item, depth) {
    const j = neuron ?? neuronIn(item, l) ?? 0;
    const isIn = item !== null && item.kind !== "neuron" && item.at[0] === l && item.at[1] === j;
    switch (part) {
        case "z": case "a": case "delta": return [name(part, [l, j])];
        case "cost": return ["cost"];
        case "gradient": return [name("own", isIn ? item.at : [l, j, 0])];
        case "update": return [name("new", isIn ? item.at : [l, j, 0])];
        case "mean": return selected(item, depth).slice(0, 1);
        default: return [];
    }
}

/** @param {Item | null} item @param {number} depth @returns {string[]} */
function selected(item, depth) {
    if (item?.kind === "neuron") {
        const [layer, j] = item.at;
        return layer === 0 ? [name("input", [j])] : [name("a", [layer - 1, j]), name("delta", [layer - 1, j])];
    }
    const at = item?.at ?? [depth - 1, 0, 0];
    return [name("gradient", at), name("new", at)];
}

/** The neuron of a layer that an item is, or leads to. @param {Item | null} item @param {number} l */
function neuronIn(item, l) {
    return item === null ? undefined
        : item.kind === "neuron" ? (item.at[0] === l + 1 ? item.at[1] : undefined)
            : item.at[0] === l ? item.at[1] : undefined;
}
