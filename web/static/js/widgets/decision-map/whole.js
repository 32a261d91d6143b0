/** @typedef {import("../../shared/types.js").Frame} Frame */

/** Of so many weights at most a whole frame is asked for. */
const MOST_WEIGHTS = 60_000;
/** So long a step must have been looked at before its whole frame is asked for, and so often it is while the run goes on: milliseconds. */
const REST = 200;
const RENEWED = 1000;

/** The whole frames of a network that is sent without its weights. */
export class WholeFrames {
    #stage;
    /** By the frames that were sent; null while one is awaited. @type {WeakMap<object, Frame | null>} */ #known = new WeakMap();
    /** The one that came last, which stands in while the run goes on. @type {Frame | null} */ #last = null;
    #renewed = -Infinity;

    constructor(/** @type {import("../../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The frame with its weights, or what comes near to it; null if there is none yet: then it is asked for, and drawn when it is there. @returns {Frame | null} */
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
