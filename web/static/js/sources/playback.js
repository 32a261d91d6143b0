/** The most steps that are shown in a second: beyond it steps are left out. */
const FASTEST = 30;
/** The approximate number of pictures of a playback at unlimited speed. */
const MOST_PICTURES = 90;

/**
 * The step of the next picture of a playback at unlimited speed: pictures are as far from each other as a logarithmic axis of the steps shows it.
 *
 * @param {number} step the step of the picture before @param {number} from the first step @param {number} to the last one
 */
export function nextPicture(step, from, to) {
    const growth = ((1 + to) / (1 + from)) ** (1 / MOST_PICTURES);
    return Math.min(to, Math.max(step + 1, Math.round((1 + step) * growth) - 1));
}

/** Shows the known steps of a run once more, from the shown one to the newest, at a chosen speed. */
export class Playback {
    #stage;
    #show;
    #token = 0;
    #running = false;

    /**
     * @param {import("../stage.js").Stage} stage
     * @param {(step: number) => Promise<unknown>} show shows a step
     */
    constructor(stage, show) {
        this.#stage = stage;
        this.#show = show;
    }

    /** Forgets a playback, without a word to the stage. */
    stop() {
        this.#token++;
        this.#running = false;
    }

    /** Ends a playback, at the step that it has come to; answers whether there was one. */
    rest() {
        const ended = this.#running;
        this.stop();
        if (ended) {
            this.#stage.setProgress({ state: this.#stage.progress.divergence ? "diverged" : "paused" });
        }
        return ended;
    }

    /**
     * Plays until the newest step.
     *
     * @param {number} rate in steps a second, 0 for as fast as possible
     * @returns {Promise<boolean>} whether the run is to go on after it: nobody ended the playback, and the run has not diverged
     */
    async run(rate) {
        const token = ++this.#token;
        this.#running = true;
        this.#stage.setProgress({ state: "running" });
        const limited = rate > 0 ? rate : Infinity;
        const { shown } = this.#stage.progress;
        const stride = limited === Infinity ? 0 : Math.ceil(limited / FASTEST);
        const next = (/** @type {number} */ step) => (stride > 0 ? step + stride : nextPicture(step, shown, this.#stage.progress.newest));
        for (let step = next(shown); ; step = next(step)) {
            await new Promise((resolve) => setTimeout(resolve, 1000 * Math.max(1 / FASTEST, stride / limited)));
            if (token === this.#token) {
                await this.#show(Math.min(step, this.#stage.progress.newest));
            }
            if (token !== this.#token) {
                return false;
            }
            if (step >= this.#stage.progress.newest) {
                return !this.#arrive();
            }
        }
    }

    /** Stops at the newest step; returns true if the run has diverged there. */
    #arrive() {
        const { divergence } = this.#stage.progress;
        if (divergence) {
            this.rest();
        }
        this.#running = false;
        return divergence !== null;
    }
}
