import { Unreachable } from "../stage/connection.js";
import { parent } from "../shared/addresses.js";
import { Reconnection } from "./reconnection.js";

/** The time, in milliseconds, in which a server that is there describes a run. */
const ANSWER_MS = 5000;

/**
 * Finds a run again after the connection to it was lost, and goes on where it was.
 *
 * @typedef {object} Parts
 * @property {import("../stage.js").Stage} stage
 * @property {import("./frames.js").Frames} frames
 * @property {import("./shared-run.js").SharedRun} shared
 * @property {() => Promise<void>} start shows what the stage is to show, where that was not there yet
 * @property {(from?: number) => Promise<void>} recall brings the curve up to date, from a step on
 */
export class LostRun {
    /** The state when the connection was lost. @type {import("../shared/types.js").Progress | null} */ #before = null;
    #reconnection;
    #parts;

    constructor(/** @type {Parts} */ parts) {
        const { stage } = parts;
        this.#parts = parts;
        this.#reconnection = new Reconnection(() => this.#attempt(), (error) => stage.fail(error));
        addEventListener("offline", () => this.lose(), { signal: stage.signal });
    }

    /** True while it tries. */
    get goesOn() {
        return this.#reconnection.goesOn;
    }

    get #run() {
        return parent(this.#parts.stage.run.frames ?? "");
    }

    /** Says that the connection is lost, and begins to try. */
    lose() {
        const { stage, frames } = this.#parts;
        if (stage.progress.state === "gone") {
            return;
        }
        if (!this.goesOn) {
            this.#before = stage.progress;
        }
        frames.end();
        stage.setProgress({ state: "lost" });
        this.#reconnection.begin();
    }

    /** Tries at once. */
    now() {
        return this.#reconnection.now();
    }

    end() {
        this.#reconnection.end();
    }

    async #attempt() {
        const { stage } = this.#parts;
        try {
            await (stage.setup && this.#run ? this.#resume() : this.#begin());
        } catch (error) {
            if (error instanceof Unreachable) {
                stage.setProgress({ state: "lost" });
            }
            throw error;
        }
    }

    async #begin() {
        const { stage, start } = this.#parts;
        await start();
        stage.setProgress(this.#run ? {} : { state: "first" });
    }

    async #resume() {
        const { stage, frames, shared, recall } = this.#parts;
        const { state, rate, isEven, newest } = /** @type {import("../shared/types.js").Progress} */ (this.#before);
        const found = await stage.get(this.#run, ANSWER_MS);
        if (shared.goesOn) {
            stage.setProgress({ state: "running" });
            frames.open({ from: newest, rate: stage.run.rate });
            return;
        }
        const seen = stage.curve.steps.at(-1);
        const wasPlaying = state === "running";
        await (wasPlaying || found.state === "running" ? frames.open({}) : frames.still(found.step));
        await recall(seen);
        if (wasPlaying && found.state === "paused") {
            await stage.post(`${this.#run}/play`, isEven ? { pace: "even" } : { stepsPerSecond: rate === Infinity ? 0 : rate });
        }
    }

    /** Asks for a sign of life, after a long silence. */
    async probe() {
        const { stage } = this.#parts;
        await stage.get(this.#run, ANSWER_MS).catch((error) => stage.fail(error));
    }
}
