import { neuronName } from "../shared/items.js";
import { count, percent } from "../shared/numbers.js";
import { cutQuery, SIZES } from "./cut.js";
import { heightAt, terrain } from "./terrain.js";

/** So long is waited, in milliseconds, before it is looked whether a slice is another one meanwhile. */
const PAUSE = 300;
/** The share of a slice's width that an arrow key goes. */
const STRIDES = 40;

/** What each kind of directions cuts. @type {Record<string, (all: string, still: string) => string>} */
const WAYS = {
    weights: (_all, still) => `along two of the weights; the ${still} other weights and biases are held still`,
    random: (all) => `along two random directions, each of them a mixture of all ${all} weights and biases`,
    path: (all) => `along the two directions in which training moved most, each a mixture of all ${all} weights and biases`,
};

/** @typedef {import("../shared/types.js").Frame} Frame */
/** @typedef {import("../shared/types.js").HillPicture} HillPicture */
/** @typedef {[number, number, number]} Place */

/** @type {WeakMap<Element, Slice>} */
const known = new WeakMap();

/** The slice that a run's stage shows, one for all its widgets, if `data-directions` says which. @param {import("../stage.js").Stage} stage */
export function sliceOf(stage) {
    if (stage.dataset.directions === undefined) {
        return null;
    }
    let slice = known.get(stage);
    if (!slice) {
        slice = new Slice(stage);
        known.set(stage, slice);
    }
    return slice;
}

/**
 * A slice of a run's cost, as a terrain with one walker, which is the network: `data-directions` names them as the
 * interface does, `data-span` how wide it is. Along two weights the walker can be moved, which sets these weights. It is asked for
 * again when another step is shown, or another weight was changed.
 */
export class Slice extends EventTarget {
    /** @type {import("./terrain.js").Terrain | null} */ terrain = null;
    /** What the interface says of it: directions, path, share. @type {any} */ about = null;
    #stage;
    #base = [0, 0];
    #shown = "";
    #wish = "";
    #asking = false;
    #moving = false;
    /** @type {Frame | null} */ #frame = null;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        super();
        this.#stage = stage;
        for (const name of ["frame", "seek"]) {
            stage.addEventListener(name, (event) => this.#follow(/** @type {CustomEvent} */ (event).detail.frame));
        }
    }

    /** The two weights that it cuts along, or null. @returns {Place[] | null} */
    get weights() {
        const text = this.#stage.dataset.directions ?? "";
        return text.startsWith("weights:")
            ? text.slice("weights:".length).split(",").map((at) => /** @type {Place} */ (at.split(".").map(Number))) : null;
    }

    #follow(/** @type {Frame} */ frame) {
        this.#frame = frame;
        this.#wish = this.#signature(frame);
        if (!this.#asking && this.#wish !== this.#shown) {
            this.#asking = true;
            this.#fetch().catch((error) => this.#stage.fail(error)).finally(() => (this.#asking = false));
        }
    }

    /** What a slice depends on: the step, and all that is not moved in it. */
    #signature(/** @type {Frame} */ { step, weights, biases }) {
        const chosen = this.weights;
        if (!weights || !chosen) {
            return String(step);
        }
        const all = structuredClone(weights);
        chosen.forEach(([l, j, k]) => (all[l][j][k] = 0));
        return JSON.stringify([step, all, biases]);
    }

    /** Asks for the slice at the shown step, and again, after a while, if another step is shown meanwhile. */
    async #fetch() {
        while (this.#wish !== this.#shown && this.#stage.isConnected) {
            const [frame, wish] = [/** @type {Frame} */ (this.#frame), this.#wish];
            for (const size of this.terrain ? SIZES.slice(1) : SIZES) {
                this.#take(await this.#stage.ask(`landscape?${cutQuery(this.#stage.dataset, frame.step, size)}`), frame);
            }
            this.#shown = wish;
            await new Promise((done) => setTimeout(done, PAUSE));
        }
    }

    /** @param {any} answer @param {Frame} frame at which it was asked */
    #take({ alphas, betas, costs, directions, path, share }, frame) {
        this.#base = this.weights?.map(([l, j, k]) => frame.weights[l][j][k]) ?? [0, 0];
        this.about = { directions, path, share };
        const axes = [alphas, betas].map((axis, i) => axis.map((/** @type {number} */ at) => this.#base[i] + at));
        const rows = betas.map((/** @type {number} */ _b, /** @type {number} */ j) => alphas.map((/** @type {number} */ _a, /** @type {number} */ i) => costs[i][j]));
        this.terrain = terrain({ axes, heights: rows }, { names: this.#names() });
        this.dispatchEvent(new Event("change"));
    }

    /** @returns {[string, string]} */
    #names() {
        const setup = this.#stage.setup;
        const name = ([l, j, k]) => `weight from ${neuronName(l, k, setup)} to ${neuronName(l + 1, j, setup)}`;
        const [first, second] = this.weights?.map(name) ?? [];
        return first ? [first, second] : [`${this.#stage.dataset.directions} direction 1`, `${this.#stage.dataset.directions} direction 2`];
    }

    /** The network as a walker on the slice, with the way that training took. @returns {HillPicture | null} */
    picture(/** @type {Frame} */ frame) {
        if (!this.terrain || !frame) {
            return null;
        }
        const position = this.weights && frame.weights ? this.weights.map(([l, j, k]) => frame.weights[l][j][k]) : [...this.#base];
        const slope = this.weights && frame.weightGradients ? this.weights.map(([l, j, k]) => frame.weightGradients[l][j][k]) : [0, 0];
        const height = frame.trainCost ?? frame.cost;
        const place = { number: frame.step, position, height, slope, velocity: [0, 0], step: [0, 0] };
        const trail = this.about.path.map((/** @type {number[]} */ [number, alpha, beta]) => this.#past(number, alpha, beta));
        const walker = { index: 0, name: "The network", trail: [...trail.filter((/** @type {any} */ p) => p.number < frame.step), place], place, lost: false };
        const { xs } = this.terrain;
        return { step: frame.step, last: frame.step, number: frame.step, position, height, slope, velocity: [0, 0],
            walkers: [walker], fog: null, length: (xs[xs.length - 1] - xs[0]) / STRIDES };
    }

    /** @param {number} number @param {number} alpha @param {number} beta */
    #past(number, alpha, beta) {
        const position = [this.#base[0] + alpha, this.#base[1] + beta];
        const height = heightAt(/** @type {any} */ (this.terrain), position[0], position[1]);
        return { number, position, height, slope: [0, 0], velocity: [0, 0], step: [0, 0] };
    }

    /** What the picture is, and how much of the truth lies in it. */
    get note() {
        if (!this.about) {
            return "";
        }
        const { layers } = this.#stage.setup.spec.network;
        const all = layers.slice(1).reduce((/** @type {number} */ sum, /** @type {number} */ width, /** @type {number} */ l) => sum + width * (layers[l] + 1), 0);
        const { path, gradient } = this.about.share;
        const parts = [gradient === null ? "" : `${percent(gradient)} of the gradient`, path === null ? "" : `${percent(path)} of the way that training took`];
        const shares = parts.filter(Boolean).join(" and ");
        return `A slice, ${WAYS[this.about.directions.name](count(all), count(all - 2))}.${shares ? ` In this plane ${gradient !== null && path !== null ? "lie" : "lies"} ${shares}.` : ""}`;
    }

    /** Sets the two weights, as far as the slice goes; while one change is being made, another is not begun. */
    async go(/** @type {number[]} */ target) {
        const { weights, terrain: ground } = this;
        if (!weights || !ground || this.#moving) {
            return;
        }
        this.#moving = true;
        const inside = [ground.xs, ground.ys].map((axis, i) => Math.min(axis[axis.length - 1], Math.max(axis[0], target[i])));
        try {
            await this.#stage.act("tweaks", { weights: weights.map((at, i) => ({ at, value: inside[i] })) });
        } finally {
            this.#moving = false;
        }
    }
}
