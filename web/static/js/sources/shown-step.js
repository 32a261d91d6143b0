import { Playback } from "./playback.js";
import { isSlow, tellStep } from "./stepped.js";

/** @typedef {import("../shared/types.js").Frame} Frame */

/** The step of a run that a stage shows: the newest as it arrives, or an earlier one. */
export class ShownStep {
    /** @type {Frame | null} */ #newest = null;
    #stage;
    #frames;
    playback;

    /** @param {import("../stage.js").Stage} stage @param {import("./frames.js").Frames} frames */
    constructor(stage, frames) {
        this.#stage = stage;
        this.#frames = frames;
        this.playback = new Playback(stage, (step) => this.#goTo(step));
    }

    /** Takes in a frame of the stream, and shows it if the newest one was shown. */
    arrive(/** @type {Frame} */ frame) {
        const live = this.#stage.picture === this.#newest;
        this.#newest = frame;
        this.#frames.keep(frame);
        this.#stage.curve.add(frame);
        this.#stage.setProgress({ newest: frame.step });
        if (live) {
            this.#show(frame, "frame");
        }
    }

    #show(/** @type {Frame} */ frame, /** @type {string} */ cause) {
        const stage = this.#stage;
        const from = stage.picture;
        const slow = isSlow(stage.progress);
        stage.setProgress({ shown: frame.step });
        stage.show(frame, cause);
        tellStep(stage, from, frame, slow);
    }

    /** Shows a step so far; the newest one and, with it, whatever comes next, if the step is not before it. */
    async seek(/** @type {number} */ step) {
        this.playback.rest();
        await this.#goTo(step);
    }

    async #goTo(/** @type {number} */ step) {
        const frame = !this.#newest || step >= this.#newest.step ? this.#newest : await this.#frames.at(Math.max(0, step));
        if (frame) {
            this.#show(frame, "seek");
        }
    }

    /** Shows this example of the training set from now on, at the shown step too. */
    async look(/** @type {number} */ example) {
        const { shown, newest } = this.#stage.progress;
        this.#frames.change({ example });
        const frame = await this.#frames.at(shown);
        if (frame) {
            this.#newest = shown === newest ? frame : this.#newest;
            this.#show(frame, "seek");
        }
        this.#frames.open({});
    }

    /** Shows the shown step with every digit, for figures that show them: the stream's numbers are rounded. */
    async sharpen() {
        const frame = this.#stage.picture;
        if (!frame || frame.exact) {
            return;
        }
        const exact = { ...await this.#frames.exact(frame), exact: true };
        if (this.#stage.picture === frame) {
            this.#frames.keep(exact);
            this.#newest = this.#newest === frame ? exact : this.#newest;
            this.#stage.show(exact, "seek");
        }
    }

    /** Turns to another branch, with its newest frame and the one to show. */
    turn(/** @type {Frame} */ newest, /** @type {Frame} */ frame) {
        this.#newest = newest;
        this.#show(frame, "seek");
    }

    /** Forgets the run. */
    forget() {
        this.#newest = null;
    }
}
