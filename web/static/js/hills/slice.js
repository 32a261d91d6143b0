import { neuronName } from "../shared/items.js";
import { count, percent } from "../shared/numbers.js";
import { knows } from "../shared/words.js";
import { cutQuery, SIZES } from "./cut.js";
import { heightAt, terrain } from "./terrain.js";

/** The pause in milliseconds before a slice checks whether its directions or its step have changed. */
const PAUSE = 300;
/** The share of a slice's width that an arrow key goes. */
const STRIDES = 40;

/** The words for each kind of directions. @type {Record<string, (all: string, still: string) => string>} */
const PHRASES = {
    weights: (_all, still) => `along two of the weights; the other ${still} weights and biases stay as they are`,
    random: (all) => `along two random directions; each one changes all ${all} weights and biases`,
    path: (all) => `along the two directions in which training moved most; each one changes all ${all} weights and biases`,
};

/** @typedef {import("../shared/types.js").Frame} Frame */
/** @typedef {import("../shared/types.js").HillPicture} HillPicture */
/** @typedef {[number, number, number]} Place */

/** @type {WeakMap<Element, Slice>} */
const known = new WeakMap();

/**
 * The slice that a run's stage shows, one for all its widgets, if the stage names its directions, or will name them.
 *
 * @param {import("../stage.js").Stage} stage
 * @param {boolean} isToCome
 */
export function sliceOf(stage, isToCome = false) {
    if (stage.slice === null && !isToCome) {
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
 * A slice of a run's cost, as a terrain with one walker, which is the network. Along two weights the walker can be moved, which sets these weights. It is asked for
 * again when another step is shown, when another weight was changed, and when the stage says that it is `cut` another way.
 */
export class Slice extends EventTarget {
    /** @type {import("./terrain.js").Terrain | null} */ terrain = null;
    /** The interface's answer about the slice: directions, path, share. @type {any} */ about = null;
    /** The reason why there is no slice. */ #refused = "";
    #stage;
    /** The two weights that it cuts along, or null. @type {Place[] | null} */ #weights = null;
    #base = [0, 0];
    #shown = "";
    #wanted = "";
    #asking = false;
    #moving = false;
    /** @type {Frame | null} */ #frame = null;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        super();
        this.#stage = stage;
        for (const name of ["frame", "seek"]) {
            stage.addEventListener(name, (event) => this.#follow(/** @type {CustomEvent} */ (event).detail.frame));
        }
        const now = () => stage.picture && this.#follow(stage.picture);
        stage.addEventListener("cut", now);
        queueMicrotask(now);
    }

    #follow(/** @type {Frame} */ frame) {
        const directions = this.#stage.slice?.directions;
        if (directions === undefined) {
            return;
        }
        this.#frame = frame;
        this.#wanted = signature(frame, directions);
        if (!this.#asking && this.#wanted !== this.#shown) {
            this.#asking = true;
            this.#fetch().catch((error) => this.#stage.fail(error)).finally(() => (this.#asking = false));
        }
    }

    /** Asks for the slice at the shown step, and again, after a while, if another one is wanted by then. */
    async #fetch() {
        while (this.#wanted !== this.#shown && this.#stage.isConnected) {
            const [frame, wanted, slice] = [/** @type {Frame} */ (this.#frame), this.#wanted, this.#stage.slice];
            if (slice === null) {
                return;
            }
            for (const size of this.terrain ? SIZES.slice(1) : SIZES) {
                await this.#ask(frame, slice, size);
            }
            this.#shown = wanted;
            await new Promise((done) => setTimeout(done, PAUSE));
        }
    }

    /** @param {Frame} frame @param {import("../stage/config.js").Slice} slice @param {number} size */
    async #ask(frame, slice, size) {
        try {
            const answer = await this.#stage.ask(`landscape?${cutQuery(slice, frame.step, size)}`);
            this.#refused = "";
            this.#take(answer, frame, weightsOf(slice.directions));
        } catch (error) {
            const { status, problem, message } = /** @type {any} */ (error);
            if (status !== 422) {
                throw error;
            }
            this.#refused = problem.errors?.[0]?.detail ?? message;
            this.terrain = null;
            this.about = null;
            this.dispatchEvent(new Event("change"));
        }
    }

    /** @param {any} answer @param {Frame} frame at which it was asked @param {Place[] | null} weights */
    #take({ alphas, betas, costs, directions, path, share }, frame, weights) {
        this.#weights = weights;
        this.#base = weights?.map(([l, j, k]) => frame.weights[l][j][k]) ?? [0, 0];
        this.about = { directions, path, share };
        const axes = [alphas, betas].map((axis, i) => axis.map((/** @type {number} */ at) => this.#base[i] + at));
        const rows = betas.map((/** @type {number} */ _b, /** @type {number} */ j) => alphas.map((/** @type {number} */ _a, /** @type {number} */ i) => costs[i][j]));
        this.terrain = terrain({ axes, heights: rows }, { names: this.#names() });
        this.dispatchEvent(new Event("change"));
    }

    /** @returns {[string, string]} */
    #names() {
        const setup = this.#stage.setup;
        const name = (/** @type {Place} */ [l, j, k]) => `weight from ${neuronName(l, k, setup)} to ${neuronName(l + 1, j, setup)}`;
        const [first, second] = this.#weights?.map(name) ?? [];
        return first ? [first, second] : this.about.directions.name === "path" ? ["first direction of the path", "second direction of the path"] : ["first random direction", "second random direction"];
    }

    /** The network as a walker on the slice, with the parameter path. @returns {HillPicture | null} */
    picture(/** @type {Frame} */ frame) {
        if (!this.terrain || !frame) {
            return null;
        }
        const weights = this.#weights;
        const position = weights && frame.weights ? weights.map(([l, j, k]) => frame.weights[l][j][k]) : [...this.#base];
        const slope = weights && frame.weightGradients ? weights.map(([l, j, k]) => frame.weightGradients[l][j][k]) : [0, 0];
        const height = frame.trainCost ?? frame.cost;
        const place = { number: frame.step, position, height, slope, velocity: [0, 0], step: [0, 0] };
        const trail = this.about.path.map((/** @type {number[]} */ [number, alpha, beta]) => this.#past(number, alpha, beta));
        const walker = { index: 0, name: "The network", trail: [...trail.filter((/** @type {any} */ p) => p.number < frame.step), place], place, lost: false };
        const { xs } = this.terrain;
        return { step: frame.step, last: frame.step, number: frame.step, position, height, slope, velocity: [0, 0],
            walkers: [walker], fog: null, length: (xs[xs.length - 1] - xs[0]) / STRIDES, secant: null };
    }

    /** @param {number} number @param {number} alpha @param {number} beta */
    #past(number, alpha, beta) {
        const position = [this.#base[0] + alpha, this.#base[1] + beta];
        const height = heightAt(/** @type {any} */ (this.terrain), position[0], position[1]);
        return { number, position, height, slope: [0, 0], velocity: [0, 0], step: [0, 0] };
    }

    /** The words while the first picture is still to come; nothing once it is there, or refused. */
    get waiting() {
        return this.terrain || this.#refused || this.#stage.slice === null ? "" : "The server is computing this slice …";
    }

    /** The words about the picture, with the share of the truth that it shows. */
    get note() {
        if (!this.about) {
            return this.#refused;
        }
        const { layers } = this.#stage.setup.spec.network;
        const all = layers.slice(1).reduce((/** @type {number} */ sum, /** @type {number} */ width, /** @type {number} */ l) => sum + width * (layers[l] + 1), 0);
        const { path, gradient } = this.about.share;
        const parts = [gradient === null || !knows(this.#stage, "gradient") ? "" : `${percent(gradient)} of the gradient`, path === null ? "" : `${percent(path)} of the path that training took`];
        const shares = parts.filter(Boolean).join(" and ");
        return `A slice, ${PHRASES[this.about.directions.name](count(all), count(all - 2))}.${shares ? ` In this plane ${gradient !== null && path !== null ? "lie" : "lies"} ${shares}.` : ""}`;
    }

    /** Sets the two weights, as far as the slice goes; while one change is being made, another is not begun. */
    async go(/** @type {number[]} */ target) {
        const [weights, ground] = [this.#weights, this.terrain];
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

/** The two weights along which these directions cut, or null. @param {string} directions @returns {Place[] | null} */
function weightsOf(directions) {
    return directions.startsWith("weights:")
        ? directions.slice("weights:".length).split(",").map((at) => /** @type {Place} */ (at.split(".").map(Number))) : null;
}

/** The key of a slice: its directions, the step, and all that is not moved in it. @param {Frame} frame @param {string} directions */
function signature({ step, weights, biases }, directions) {
    const chosen = weightsOf(directions);
    if (!weights || !chosen) {
        return `${directions} ${step}`;
    }
    const all = structuredClone(weights);
    chosen.forEach(([l, j, k]) => (all[l][j][k] = 0));
    return JSON.stringify([directions, step, all, biases]);
}
