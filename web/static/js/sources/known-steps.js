/**
 * @typedef {object} Series a series of steps whose end is known from the start
 * @property {() => number} last the last step that there is to be shown
 * @property {() => number} pause milliseconds between two steps while it plays
 * @property {(cause: "frame" | "seek") => void} show shows the step that time has come to
 * @property {() => void} ended called when a playback has come to its end or was paused before
 */

/** Time on a series that is known to its end: the shown step, the newest seen step, and playback. */
export class KnownSteps {
    shown = 0;
    newest = 0;
    #stage;
    #series;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #beat;

    /** @param {import("../stage.js").Stage} stage @param {Series} series */
    constructor(stage, series) {
        this.#stage = stage;
        this.#series = series;
    }

    /** Sets both to a step; nothing is shown. */
    set(/** @type {number} */ step) {
        this.shown = this.newest = step;
    }

    /** Tells the stage which step is shown. */
    tell() {
        this.newest = Math.max(this.newest, this.shown);
        this.#stage.setProgress({ shown: this.shown, newest: this.newest });
    }

    /** Pauses, and shows a seen step. */
    seek(/** @type {number} */ step) {
        this.rest();
        this.shown = Math.min(this.newest, Math.max(0, step));
        this.#series.show("seek");
    }

    forward(/** @type {number} */ count) {
        this.shown = Math.min(this.#series.last(), this.shown + count);
        this.#series.show("frame");
    }

    /** Plays on from the shown step, or from the first one if it is the last. */
    play() {
        if (this.shown >= this.#series.last()) {
            this.shown = 0;
            this.#series.show("seek");
        }
        this.#stage.setProgress({ state: "running" });
        this.#tick();
    }

    #tick() {
        clearTimeout(this.#beat);
        this.#beat = setTimeout(() => {
            this.forward(1);
            if (this.shown < this.#series.last() && this.#stage.progress.state === "running") {
                this.#tick();
            } else {
                this.rest();
                this.#series.ended();
            }
        }, this.#series.pause());
    }

    rest() {
        this.stop();
        this.#stage.setProgress({ state: "paused" });
    }

    /** Ends a playback without a word to the stage. */
    stop() {
        clearTimeout(this.#beat);
    }
}
