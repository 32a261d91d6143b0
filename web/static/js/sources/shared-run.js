/**
 * A run that all share and that is shown from its first step: until that has come to its last step, the stage counts as running. Its
 * place is kept while the learner has a run of their own.
 */
export class SharedRun {
    /** The last step of the replay while it goes on, otherwise 0. */
    #to = 0;
    /** @type {import("../stage/config.js").RunPlace | null} */ #shared = null;
    #stage;
    /** True once the learner asked for the replay. */
    #isAsked = false;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    get goesOn() {
        return this.#to > 0;
    }

    /** The step after which the run is replayed, and how fast; nothing for someone who wants little motion, until they ask for the replay. */
    get replay() {
        const { from, rate } = this.#stage.run;
        return this.#isAsked || !matchMedia("(prefers-reduced-motion: reduce)").matches ? { from, rate } : {};
    }

    begin(/** @type {number} */ last) {
        this.#to = last;
        if (last > 0) {
            this.#stage.setProgress({ state: "running" });
        }
    }

    /** Ends with the last step. */
    reach(/** @type {number} */ step) {
        if (this.goesOn && step >= this.#to) {
            this.#to = 0;
            this.#stage.setProgress({ state: "paused" });
        }
    }

    /** Ends here: the learner's own run takes its place. */
    leave() {
        this.#to = 0;
        this.#shared ??= { ...this.#stage.run };
    }

    /** Puts the shared run's place back, to be replayed; answers the address of its frames. */
    restore() {
        this.#isAsked = true;
        this.#stage.run = this.#shared ?? this.#stage.run;
        this.#shared = null;
        return this.#stage.run.frames;
    }
}
