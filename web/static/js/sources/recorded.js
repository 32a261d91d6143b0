/** @typedef {import("../shared/types.js").Frame} Frame */

const PACE = 500;

/**
 * A recording as a stage's source: what the server once said of a run, its frames and some
 * answers. It can be played and looked through, not changed. What was not asked then is asked of the same run made once more, by
 * the address `runs`: the same specification has the same numbers.
 */
export class RecordedSource {
    /** @type {any} */ #recording = { frames: [], answers: {} };
    #playing = 0;
    /** The address of the run made once more. @type {Promise<string> | null} */ #again = null;
    #stage;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    async start() {
        const stage = this.#stage;
        this.#recording = await stage.get(stage.config.recording?.address ?? "");
        const { spec, data, frames, state, divergence } = this.#recording;
        frames.forEach((/** @type {Frame} */ frame) => (frame.exact = true));
        stage.begin({ spec, data });
        for (const frame of frames) {
            stage.curve.add(frame);
        }
        stage.setProgress({ state: frames.length === 0 ? "empty" : state, divergence, newest: Math.max(0, frames.length - 1) });
        await this.seek(0);
    }

    end() {
        clearInterval(this.#playing);
    }

    async seek(/** @type {number} */ step) {
        const { frames } = this.#recording;
        const shown = Math.max(0, Math.min(frames.length - 1, step));
        if (frames[shown]) {
            this.#stage.setProgress({ shown });
            this.#stage.show(frames[shown], "seek");
        }
    }

    replay() {
        this.seek(0);
    }

    /** Everything in it is exact. */
    async sharpen() {}

    async ask(/** @type {string} */ name, /** @type {any} */ body = undefined) {
        const { frames, answers } = this.#recording;
        const frame = body === undefined ? /^frames\/(\d+)/.exec(name)?.[1] : undefined;
        const answer = frame === undefined ? answers[body === undefined ? name : `${name} ${JSON.stringify(body)}`] : frames[Number(frame)];
        if (answer !== undefined) {
            return answer;
        }
        // Looking at a page makes no run: somebody has to have pressed something on it.
        if (frames.length === 0 || !navigator.userActivation?.hasBeenActive) {
            throw new Error("This recording does not hold that. Open a live figure to see it.");
        }
        this.#again ??= this.#make();
        const address = `${await this.#again}/${name}`;
        return body === undefined ? this.#stage.get(address) : this.#stage.post(address, body);
    }

    async #make() {
        const runs = this.#stage.config.recording?.runs ?? "/api/runs";
        try {
            const { id } = await this.#stage.post(runs, this.#recording.spec);
            const count = this.#recording.frames.length - 1;
            if (count > 0) {
                await this.#stage.post(`${runs}/${id}/steps`, { count });
            }
            return `${runs}/${id}`;
        } catch (error) {
            this.#again = null;
            throw error;
        }
    }

    async act(/** @type {string} */ name) {
        this.end();
        if (name === "play") {
            this.#playing = setInterval(() => this.#next(), PACE);
            this.#stage.setProgress({ state: "running" });
        } else if (name === "pause") {
            this.#stage.setProgress({ state: this.#recording.state });
        } else {
            throw new Error("This figure shows a recording, so nothing can be changed here.");
        }
    }

    #next() {
        const { shown, newest } = this.#stage.progress;
        this.seek(shown === newest ? 0 : shown + 1);
    }
}
