import { drawnOf } from "./layout.js";

/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Substep} Substep */
/** @typedef {import("../../shared/dom/details.js").Detail} Detail */

/**
 * The drawn neurons of each layer, in its order: all, or of a layer too wide some that represent it, spread evenly until others are brought in. The
 * diagram counts by places, the rest of the page by neurons: this goes between the two.
 */
export class Fold {
    constructor(/** @type {number[]} */ layers) {
        this.layers = layers;
        /** The neuron at each place. */
        this.at = layers.map((width) => {
            const drawn = drawnOf(width);
            return Array.from({ length: drawn }, (_, i) => Math.floor(((i + (drawn < width ? 0.5 : 0)) * width) / drawn));
        });
        this.isWhole = layers.every((width) => drawnOf(width) === width);
    }

    /** Has a neuron drawn, in place of the one nearest to it. */
    bring(/** @type {number} */ layer, /** @type {number} */ j) {
        const drawn = this.at[layer];
        if (!drawn.includes(j)) {
            const nearest = drawn.reduce((best, other, i) => (Math.abs(other - j) < Math.abs(drawn[best] - j) ? i : best), 0);
            this.at[layer] = drawn.with(nearest, j).sort((a, b) => a - b);
        }
    }

    /** An item by its places, if it is drawn. @returns {Item | null} */
    inner(/** @type {Item | null} */ item) {
        return item && this.#moved(item, (layer, j) => this.at[layer].indexOf(j));
    }

    /** An item of places by its neurons. @returns {Item | null} */
    outer(/** @type {Item | null} */ item) {
        return item && this.#moved(item, (layer, place) => this.at[layer][place]);
    }

    /** @param {Item} item @param {(layer: number, j: number) => number} move @returns {Item | null} */
    #moved(item, move) {
        const [l, j, k = 0] = item.at;
        const at = item.kind === "weight" ? [l, move(l + 1, j), move(l, k)]
            : [l, move(item.kind === "bias" ? l + 1 : l, j)];
        return at.includes(-1) ? null : /** @type {Item} */ ({ kind: item.kind, at });
    }

    /**
     * A frame of the drawn neurons alone. Of a frame without weights its numbers are the details that are known, or 0.
     *
     * @param {any} frame
     * @param {(layer: number, j: number) => Detail | undefined} detail
     * @returns {Frame}
     */
    frame(frame, detail) {
        if (this.isWhole && frame.weights) {
            return frame;
        }
        const activations = this.#each(frame.activations, 0);
        return frame.weights ? { ...frame, activations, ...this.#fromFrame(frame) } : { ...frame, activations, ...this.#fromDetails(detail) };
    }

    #fromFrame(/** @type {Frame} */ frame) {
        const weights = (/** @type {number[][][]} */ all) => this.at.slice(1).map((js, l) => js.map((j) => this.at[l].map((k) => all[l][j][k])));
        return {
            weights: weights(frame.weights), weightGradients: weights(frame.weightGradients), weightUpdates: weights(frame.weightUpdates),
            biases: this.#each(frame.biases, 1), biasGradients: this.#each(frame.biasGradients, 1), biasUpdates: this.#each(frame.biasUpdates, 1),
            preActivations: this.#each(frame.preActivations, 1), deltas: this.#each(frame.deltas, 1),
        };
    }

    #fromDetails(/** @type {(layer: number, j: number) => Detail | undefined} */ detail) {
        const rows = (/** @type {"weights" | "weightGradients" | "weightUpdates"} */ name) => this.at.slice(1).map((js, l) =>
            js.map((j) => this.at[l].map((k) => detail(l + 1, j)?.[name][k] ?? 0)));
        const values = (/** @type {"bias" | "biasGradient" | "biasUpdate" | "preActivation" | "delta"} */ name) =>
            this.at.slice(1).map((js, l) => js.map((j) => detail(l + 1, j)?.[name] ?? 0));
        return {
            weights: rows("weights"), weightGradients: rows("weightGradients"), weightUpdates: rows("weightUpdates"),
            biases: values("bias"), biasGradients: values("biasGradient"), biasUpdates: values("biasUpdate"),
            preActivations: values("preActivation"), deltas: values("delta"),
        };
    }

    /** The values of the drawn neurons. @param {number[][]} values by layer, from this one on @param {number} first */
    #each(values, first) {
        return this.at.slice(first).map((js, l) => js.map((j) => values[l][j]));
    }

    /** @returns {Substep | null} */
    substep(/** @type {Substep | null} */ substep) {
        if (!substep || this.isWhole) {
            return substep;
        }
        const { neuron, after, layer = 0 } = substep;
        return {
            ...substep,
            ...(neuron === undefined ? {} : { neuron: this.at[layer + 1].indexOf(neuron) }),
            ...(after ? { after: { ...after, activations: this.#each(after.activations, 0), preActivations: this.#each(after.preActivations, 1) } } : {}),
        };
    }
}
