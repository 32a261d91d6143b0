import { ends, heightAt } from "./layout.js";

/** @typedef {import("../../shared/types.js").Item} Item */

const NEAR = 9;

/**
 * The part of the network at a point: a neuron, its bias, or the nearest line.
 *
 * @param {import("./layout.js").Layout} layout
 * @param {number} x
 * @param {number} y
 * @returns {Item | null}
 */
export function hit(layout, x, y) {
    const { columns, node, stub } = layout;
    const over = columns.findIndex((column) => Math.abs(x - column.x) <= node / 2 + 2);
    if (over >= 0) {
        return inColumn(columns[over].ys, over, y, node, stub);
    }
    const right = columns.findIndex((column) => x < column.x);
    return right > 0 ? nearestLine(layout, right - 1, x, y) : null;
}

/**
 * @param {number[]} ys
 * @param {number} layer
 * @param {number} y
 * @param {number} node
 * @param {number} stub
 * @returns {Item | null}
 */
function inColumn(ys, layer, y, node, stub) {
    for (let j = 0; j < ys.length; j++) {
        const below = y - ys[j] - node / 2;
        if (Math.abs(y - ys[j]) <= node / 2) {
            return { kind: "neuron", at: [layer, j] };
        }
        if (layer > 0 && below > 0 && below <= stub + 4) {
            return { kind: "bias", at: [layer - 1, j] };
        }
    }
    return null;
}

/**
 * @param {import("./layout.js").Layout} layout
 * @param {number} l
 * @param {number} x
 * @param {number} y
 * @returns {Item | null}
 */
function nearestLine(layout, l, x, y) {
    /** @type {Item | null} */
    let nearest = null;
    let least = NEAR;
    layout.columns[l + 1].ys.forEach((_, j) => layout.columns[l].ys.forEach((_, k) => {
        const distance = Math.abs(heightAt(ends(layout, l, j, k), x) - y);
        if (distance < least) {
            least = distance;
            nearest = { kind: "weight", at: [l, j, k] };
        }
    }));
    return nearest;
}
