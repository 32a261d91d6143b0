import { Curve } from "./shared/curve.js";
import { same } from "./shared/items.js";
import { Past } from "./past.js";
import { Stream } from "./stream.js";
import { tweakLabel } from "./shared/tweaks.js";

/** @typedef {import("./shared/types.js").Frame} Frame */
/** @typedef {import("./shared/types.js").Item} Item */

/** So many steps a second are seen one by one. */
const SLOW = 2;
/** A run of so few steps is shown from its first. */
const YOUNG = 60;

/**
 * `<x-stage data-frames="…/runs/{id}/frames">` or, before there is a run, `<x-stage data-first="…/preview?…">`: the bus of a
 * live figure. It alone talks to the server; its widgets hear `setup`, `frame`, `select`, `seek` and `state`, the drawing ones
 * at most once an animation frame, and `step` when one step was made slowly enough to be seen. `data-from` replays a run from after that step, `data-rate` so many frames a second.
 */
export class Stage extends HTMLElement {
    /** @type {import("./shared/types.js").Setup | null} */ setup = null;
    /** @type {import("./shared/types.js").Progress} */
    progress = { state: "first", rate: 0, newest: 0, shown: 0, divergence: null };
    curve = new Curve();

    /** @type {Stream | null} */ #stream = null;
    /** @type {Past | null} */ #past = null;
    /** @type {Frame | null} */ #newest = null;
    /** @type {Frame | null} */ #shown = null;
    /** @type {Item | null} */ #pointed = null;
    /** @type {Item | null} */ #held = null;
    /** @type {string | null} */ #due = null;
    #leaving = new AbortController();

    connectedCallback() {
        this.#leaving = new AbortController();
        document.addEventListener("palette", () => this.redraw(), { signal: this.#leaving.signal });
        this.#load().catch((error) => this.#fail(error));
    }

    disconnectedCallback() {
        this.#leaving.abort();
        this.#stream?.end();
    }

    async #load() {
        const { first, frames } = this.dataset;
        if (first) {
            const preview = await this.#get(first);
            this.#begin(preview.spec, preview.data);
            this.#arrive(preview.frame);
        } else if (frames) {
            const run = frames.slice(0, frames.lastIndexOf("/"));
            this.#past = new Past(frames, (address) => this.#get(address));
            const [description, data] = await Promise.all([this.#get(run), this.#get(`${run}/data`)]);
            this.#begin(description.spec, data);
            this.#advance({ state: description.state, rate: Infinity, divergence: description.divergence ?? null });
            await this.#watch(run, description.step <= YOUNG ? -1 : undefined);
        }
    }

    /**
     * Opens the stream. From a step on, the curve is drawn from the frames; otherwise it begins with the curve so far.
     *
     * @param {string} run
     * @param {number | undefined} young where to begin unless the page says
     */
    async #watch(run, young) {
        const { frames, from = young, rate } = this.dataset;
        await this.#recall(run);
        if (from !== undefined) {
            this.curve.replace([]);
        }
        const wish = { from: from === undefined ? undefined : Number(from), rate: rate ? Number(rate) : undefined };
        let opened = 0;
        this.#stream = new Stream(/** @type {string} */ (frames), wish, (name, data) => {
            if (name === "open" && opened++ > 0 && rate === undefined) {
                this.#recall(run).catch((error) => this.#fail(error));
            }
            this.#hear(name, data);
        });
    }

    /** The curve and the state so far, of which this page may have missed a part. */
    async #recall(/** @type {string} */ run) {
        const [costs, { state, divergence }] =
            await Promise.all([this.#get(`${run}/costs?points=800`), this.#get(run)]);
        this.curve.replace(costs.points);
        this.curve.marks = costs.tweaks.map((/** @type {any} */ t) => ({ step: t.step, label: tweakLabel(t) }));
        this.#advance({ state, divergence: divergence ?? null });
        this.redraw();
    }

    #hear(/** @type {string} */ name, /** @type {any} */ data) {
        if (name === "frame") {
            this.#arrive(data);
        } else if (name === "tweak") {
            this.curve.marks.push({ step: data.step, label: tweakLabel(data) });
            this.#past?.forget(data.step);
        } else if (name === "state") {
            this.#advance({ state: data.state, rate: data.stepsPerSecond || Infinity, divergence: data.divergence ?? null });
        } else if (name === "end" || name === "lost") {
            this.#stream?.end();
            this.#advance({ state: "gone" });
        }
    }

    #begin(/** @type {any} */ spec, /** @type {any} */ data) {
        this.setup = { spec, data };
        this.dispatchEvent(new CustomEvent("setup"));
    }

    #arrive(/** @type {Frame} */ frame) {
        const live = this.#shown === this.#newest;
        this.#newest = frame;
        this.#past?.keep(frame);
        this.curve.add(frame);
        this.#advance({ newest: frame.step });
        if (live) {
            this.#show(frame, "frame");
        }
    }

    #advance(/** @type {Partial<import("./shared/types.js").Progress>} */ change) {
        this.progress = { ...this.progress, ...change };
        this.dataset.state = this.progress.state;
        this.dispatchEvent(new CustomEvent("state", { detail: { progress: this.progress } }));
    }

    #show(/** @type {Frame} */ frame, /** @type {string} */ cause) {
        const from = this.#shown;
        const slow = this.progress.state !== "running" || this.progress.rate <= SLOW;
        if (from && frame.step === from.step + 1 && slow && from.weightGradients && this.dataset.from === undefined) {
            this.dispatchEvent(new CustomEvent("step", { detail: { from } }));
        }
        this.#shown = frame;
        this.#advance({ shown: frame.step });
        this.redraw(cause);
    }

    /** Has everything drawn again at the next animation frame. */
    redraw(cause = "frame") {
        if (this.#due === null) {
            requestAnimationFrame(() => this.#draw());
        }
        this.#due = this.#due === "frame" ? "frame" : cause;
    }

    #draw() {
        const name = this.#due ?? "frame";
        this.#due = null;
        if (!this.#shown || !this.isConnected) {
            return;
        }
        performance.mark("draw-start");
        this.dispatchEvent(new CustomEvent(name, { detail: {
            frame: this.#shown, selection: { item: this.#pointed ?? this.#held, held: this.#pointed === null },
            curve: this.curve, progress: this.progress } }));
        performance.measure("draw", "draw-start");
        this.dataset.step = String(this.#shown.step);
    }

    /**
     * Selects what is pointed at or, to hold it, what stays selected when the pointer leaves; holding it again lets it go.
     *
     * @param {Item | null} item
     * @param {"point" | "hold" | "toggle"} how
     */
    select(item, how = "point") {
        if (how === "point") {
            if (same(item, this.#pointed)) {
                return;
            }
            this.#pointed = item;
        } else {
            this.#held = how === "toggle" && same(item, this.#held) ? null : item;
            this.#pointed = null;
        }
        this.redraw("select");
    }

    /** Shows a step so far; the newest one and, with it, whatever comes next, if the step is not before it. */
    async seek(/** @type {number} */ step) {
        if (!this.#newest || !this.#past || step >= this.#newest.step) {
            if (this.#newest) {
                this.#show(this.#newest, "seek");
            }
            return;
        }
        try {
            const frame = await this.#past.at(Math.max(0, step));
            if (frame) {
                this.#show(frame, "seek");
            }
        } catch (error) {
            this.#fail(error);
        }
    }

    /** Replays the run from its first step. */
    replay() {
        const { frames, rate } = /** @type {Record<string, string>} */ (this.dataset);
        this.#stream?.end();
        this.curve = new Curve();
        this.#newest = this.#shown = null;
        this.#advance({ newest: 0, shown: 0 });
        this.#stream = new Stream(frames, { from: -1, rate: Number(rate) }, (name, data) => this.#hear(name, data));
    }

    async #get(/** @type {string} */ address) {
        const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: this.#leaving.signal });
        if (!answer.ok) {
            const problem = await answer.json().catch(() => ({}));
            throw Object.assign(new Error(problem.detail ?? `The server answered ${answer.status}.`), { status: answer.status });
        }
        return answer.json();
    }

    #fail(/** @type {any} */ error) {
        if (error.name === "AbortError") {
            return;
        }
        if (error.status === 404) {
            this.#advance({ state: "gone" });
        } else {
            this.dispatchEvent(new CustomEvent("trouble", { detail: { text: error.message } }));
        }
    }
}

customElements.define("x-stage", Stage);
