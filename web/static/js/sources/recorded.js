/** @typedef {import("../shared/types.js").Frame} Frame */

const PACE = 500;

/**
 * A recording as a stage's source: `data-recorded` is the address of what the server once said of a run, its frames and some
 * answers. It can be played and looked through, not changed.
 */
export class RecordedSource {
    /** @type {any} */ #recording = { frames: [], answers: {} };
    #playing = 0;
    #stage;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    async start() {
        const stage = this.#stage;
        this.#recording = await stage.get(stage.dataset.recorded ?? "");
        const { spec, data, frames, state, divergence } = this.#recording;
        frames.forEach((/** @type {Frame} */ frame) => (frame.exact = true));
        stage.begin({ spec, data });
        for (const frame of frames) {
            stage.curve.add(frame);
        }
        stage.advance({ state: frames.length === 0 ? "empty" : state, divergence, newest: Math.max(0, frames.length - 1) });
        await this.seek(Number(stage.dataset.at ?? 0));
    }

    end() {
        clearInterval(this.#playing);
    }

    async seek(/** @type {number} */ step) {
        const { frames } = this.#recording;
        const shown = Math.max(0, Math.min(frames.length - 1, step));
        if (frames[shown]) {
            this.#stage.advance({ shown });
            this.#stage.show(frames[shown], "seek");
        }
    }

    replay() {
        this.seek(0);
    }

    /** Everything in it is exact. */
    async sharpen() {}

    async ask(/** @type {string} */ name, /** @type {any} */ body = undefined) {
        const answer = this.#recording.answers[body === undefined ? name : `${name} ${JSON.stringify(body)}`];
        if (answer === undefined) {
            throw new Error("This is a recording, and this was not asked when it was made. A live run answers everything.");
        }
        return answer;
    }

    async act(/** @type {string} */ name) {
        this.end();
        if (name === "play") {
            this.#playing = setInterval(() => this.#next(), PACE);
            this.#stage.advance({ state: "running" });
        } else if (name === "pause") {
            this.#stage.advance({ state: this.#recording.state });
        } else {
            throw new Error("A recording cannot be changed.");
        }
    }

    #next() {
        const { shown, newest } = this.#stage.progress;
        this.seek(shown === newest ? 0 : shown + 1);
    }
}
