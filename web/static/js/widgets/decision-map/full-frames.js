/** @typedef {import("../../shared/types.js").Frame} Frame */

/** The largest number of weights for which a whole frame is asked for. */
const MOST_WEIGHTS = 60_000;
/**
 * The time for which a step must have been shown before its whole frame is asked for, and the time between two such requests while the run goes on:
 * milliseconds.
 */
const REST = 200;
const RENEWED = 1000;

/** The whole frames of a network that is sent without its weights. */
export class FullFrames {
    #stage;
    /** The whole frames by the frames that were sent; null while one is awaited. @type {WeakMap<object, Frame | null>} */ #known = new WeakMap();
    /** The newest one, which is used while the run goes on. @type {Frame | null} */ #last = null;
    #renewed = -Infinity;

    constructor(/** @type {import("../../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /**
     * The frame with its weights, or the nearest one; null if there is none yet: then it is requested, and drawn when it comes. @returns {Frame |
     * null}
     */
    of(/** @type {any} */ frame) {
        if (frame.weights) {
            return frame;
        }
        const isRunning = this.#stage.progress.state === "running";
        this.#ask(frame, isRunning);
        return this.#known.get(frame) ?? (isRunning ? this.#last : null);
    }

    #ask(/** @type {any} */ frame, /** @type {boolean} */ isRunning) {
        const { layers } = this.#stage.setup.spec.network;
        const weights = layers.slice(1).reduce((/** @type {number} */ sum, /** @type {number} */ width, /** @type {number} */ l) => sum + width * layers[l], 0);
        if (weights > MOST_WEIGHTS || this.#known.has(frame) || (isRunning && performance.now() < this.#renewed + RENEWED)) {
            return;
        }
        this.#renewed = performance.now();
        this.#known.set(frame, null);
        setTimeout(async () => {
            if (!isRunning && this.#stage.picture !== frame) {
                this.#known.delete(frame);
                return;
            }
            try {
                this.#last = await this.#stage.ask(`frames/${frame.step}?detail=full&digits=5&example=${frame.example}`);
                this.#known.set(frame, this.#last);
                this.#stage.redraw("select");
            } catch {
                // A recording holds no more than it shows.
            }
        }, isRunning ? 0 : REST);
    }
}
