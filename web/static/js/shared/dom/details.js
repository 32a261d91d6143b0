/** The time after which a picture counts as at rest, in milliseconds. */
const REST = 150;

/**
 * @typedef {object} Detail the server's numbers of one neuron at a step
 * @property {Record<number, number>} weights by the neuron that each comes from
 * @property {Record<number, number>} weightGradients
 * @property {Record<number, number>} weightUpdates
 * @property {number} bias
 * @property {number} biasGradient
 * @property {number} biasUpdate
 * @property {number} preActivation
 * @property {number} delta
 */

/** @type {WeakMap<import("../../stage.js").Stage, Details>} */
const ofStages = new WeakMap();

/** The details that the widgets of a stage share. */
export function detailsOf(/** @type {import("../../stage.js").Stage} */ stage) {
    const known = ofStages.get(stage) ?? new Details(stage);
    ofStages.set(stage, known);
    return known;
}

/** The numbers of single neurons that the frames of a large network leave out, asked for where they are shown, once a frame. */
class Details {
    /** @type {WeakMap<object, Map<string, Detail | null>>} null while it is asked for, and where there is none */
    #known = new WeakMap();
    /** The neurons whose numbers nobody has, with the server's words. @type {WeakMap<object, Map<string, string>>} */
    #refused = new WeakMap();
    #stage;

    constructor(/** @type {import("../../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The known numbers of a neuron: all that was asked for, or those of the frame's own excerpt. @returns {Detail | undefined} */
    of(/** @type {any} */ frame, /** @type {number} */ layer, /** @type {number} */ j) {
        return this.#known.get(frame)?.get(`${layer}/${j}`) ?? excerptOf(frame, layer, j);
    }

    /**
     * Asks for the numbers of a frame at rest that are not known yet and that its excerpt does not have.
     *
     * @param {any} frame
     * @param {[number, number][]} neurons layers, from 1, and neurons
     */
    want(frame, neurons) {
        const known = this.#known.get(frame) ?? new Map();
        this.#known.set(frame, known);
        const missing = neurons.map((at) => at.join("/")).filter((at) => !known.has(at));
        missing.forEach((at) => known.set(at, null));
        if (missing.length > 0) {
            setTimeout(() => this.#ask(frame, known, missing), REST);
        }
    }

    /** @param {any} frame @param {Map<string, Detail | null>} known @param {string[]} missing */
    async #ask(frame, known, missing) {
        if (this.#stage.picture !== frame) {
            missing.forEach((at) => known.delete(at));
            return;
        }
        const refused = this.#refused.get(frame) ?? new Map();
        this.#refused.set(frame, refused);
        await Promise.all(missing.map(async (at) => {
            try {
                known.set(at, await this.#stage.ask(`neurons/${at}?step=${frame.step}&example=${frame.example}`));
            } catch (error) {
                refused.set(at, /** @type {Error} */ (error).message);
            }
        }));
        this.#stage.redraw("select");
    }

    /** The reason why a neuron's numbers cannot be shown; nothing while they are asked for. */
    why(/** @type {any} */ frame, /** @type {number} */ layer, /** @type {number} */ j) {
        return this.#refused.get(frame)?.get(`${layer}/${j}`) ?? "";
    }
}

/** The numbers of a neuron in a frame's excerpt: of its weights those from neurons of the excerpt. @returns {Detail | undefined} */
function excerptOf(/** @type {any} */ { excerpt, preActivations, deltas }, /** @type {number} */ layer, /** @type {number} */ j) {
    const place = layer > 0 ? excerpt?.neurons[layer].indexOf(j) ?? -1 : -1;
    if (place < 0) {
        return undefined;
    }
    const l = layer - 1;
    const row = (/** @type {number[][][]} */ all) =>
        Object.fromEntries(all[l][place].map((value, i) => [excerpt.neurons[l][i], value]));
    return {
        weights: row(excerpt.weights), weightGradients: row(excerpt.weightGradients), weightUpdates: row(excerpt.weightUpdates),
        bias: excerpt.biases[l][place], biasGradient: excerpt.biasGradients[l][place], biasUpdate: excerpt.biasUpdates[l][place],
        preActivation: preActivations[l][j], delta: deltas[l][j],
    };
}

/**
 * Returns whether a frame has the numbers of an item, itself or by its neuron's details. @param {any} frame @param {import("../types.js").Item} item
 * @param {Detail | undefined} detail
 */
export function hasNumbers(frame, item, detail) {
    return frame.weights !== undefined || (item.kind === "neuron" && item.at[0] === 0)
        || (detail !== undefined && (item.kind !== "weight" || detail.weights[item.at[2]] !== undefined));
}

/** A frame in which the numbers of one neuron are at their places, and no others. @param {any} frame @param {number} layer @param {number} j @param {Detail} detail */
export function frameOf(frame, layer, j, detail) {
    const at = (/** @type {any} */ value) => ({ [layer - 1]: { [j]: value } });
    return {
        ...frame, weights: at(detail.weights), weightGradients: at(detail.weightGradients), weightUpdates: at(detail.weightUpdates),
        biases: at(detail.bias), biasGradients: at(detail.biasGradient), biasUpdates: at(detail.biasUpdate),
        preActivations: at(detail.preActivation), deltas: at(detail.delta),
    };
}

/** The neuron, layer from 1 on, whose details have an item's numbers. @returns {[number, number]} */
export function ownerOf(/** @type {import("../types.js").Item} */ { kind, at }) {
    return kind === "neuron" ? [at[0], at[1]] : [at[0] + 1, at[1]];
}
