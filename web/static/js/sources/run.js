import { recall } from "../lesson/kept-runs.js";
import { Branches } from "./branches.js";
import { Past } from "./past.js";
import { Stream } from "./stream.js";
import { tuned, tweakLabel } from "../shared/tweaks.js";

/** A run of so few steps is shown from its first. */
const YOUNG = 60;
/** So many numbers of the examples are enough to draw. */
const NUMBERS = 20_000;
/** So many steps a second are seen one by one. */
const SLOW = 2;

/** @typedef {import("../shared/types.js").Frame} Frame */

/**
 * A run on the server as a stage's source, or the first frame of a run that is not yet made. A run that others look at too
 * becomes the learner's own before anything is changed: `data-own` is the address that makes it.
 */
export class RunSource {
    /** @type {Stream | null} */ #stream = null;
    /** @type {Past | null} */ #past = null;
    /** @type {Frame | null} */ #newest = null;
    /** @type {Promise<void> | null} */ #owning = null;
    /** @type {number | undefined} */ #example;
    #stage;
    #branches;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
        this.#branches = new Branches(stage);
    }

    async start() {
        if (this.#stage.dataset.keep) {
            await recall(this.#stage);
        }
        const { first, frames } = this.#stage.dataset;
        if (frames) {
            await this.#watch(frames);
        } else if (first) {
            const preview = await this.#stage.get(first);
            this.#stage.begin({ spec: preview.spec, data: this.#placed(preview.data) });
            this.#arrive({ ...preview.frame, exact: true });
        }
    }

    end() {
        this.#stream?.end();
    }

    /** The address of the run, of which its frames are a part. */
    get #run() {
        const { frames = "" } = this.#stage.dataset;
        return parent(frames);
    }

    /** Opens the stream. From a step on, the curve is drawn from the frames; otherwise it begins with the curve so far. */
    async #watch(/** @type {string} */ frames) {
        const stage = this.#stage;
        this.#past = new Past(frames, this.#example, (address) => stage.get(address));
        const [description, data] = await Promise.all([stage.get(this.#run), stage.get(`${this.#run}/data?numbers=${NUMBERS}`)]);
        stage.begin({ spec: tuned(description.spec, description.tweaks), data: this.#placed(data) });
        stage.advance({ state: description.state, rate: Infinity, divergence: description.divergence ?? null });
        await this.#recall();
        this.#branches.recall(parent(this.#run)).catch((error) => stage.fail(error));
        const young = description.step <= YOUNG ? "-1" : undefined;
        const { from = young, rate } = stage.dataset;
        if (from !== undefined) {
            stage.curve.replace([]);
        }
        this.#open({ from: from === undefined ? undefined : Number(from), rate: rate ? Number(rate) : undefined });
    }

    /** The data; of points of one's own only the page knows the plane on which they lie, `data-domain`. */
    #placed(/** @type {any} */ data) {
        const { domain } = this.#stage.dataset;
        return domain ? { ...data, domain: domain.split(" ").map(Number), inputNames: ["x", "y"] } : data;
    }

    /** @param {{from?: number, rate?: number}} wish */
    #open(wish) {
        let opened = 0;
        this.#stream?.end();
        this.#stream = new Stream(/** @type {string} */ (this.#stage.dataset.frames), { ...wish, example: this.#example }, (name, data) => {
            if (name === "open" && opened++ > 0 && wish.rate === undefined) {
                this.#recall().catch((error) => this.#stage.fail(error));
            }
            this.#hear(name, data);
        });
    }

    /** The curve and the state so far, of which this page may have missed a part. */
    async #recall() {
        const { curve } = this.#stage;
        const [costs, description] = await Promise.all(
            [this.#stage.get(`${this.#run}/costs?points=800`), this.#stage.get(this.#run)]);
        curve.recall(costs);
        this.#describe(description);
        this.#stage.redraw();
    }

    #hear(/** @type {string} */ name, /** @type {any} */ data) {
        if (name === "frame") {
            this.#arrive(data);
        } else if (name === "tweak") {
            this.#tweaked(data);
        } else if (name === "state") {
            this.#stage.advance({
                state: data.state, rate: data.stepsPerSecond || Infinity, divergence: data.divergence ?? null });
        } else if (name === "end" || name === "lost") {
            this.#stream?.end();
            this.#stage.advance({ state: "gone" });
        }
    }

    /** A stream that is opened again tells again what it told. */
    #tweaked(/** @type {any} */ tweak) {
        this.#past?.forget(tweak.step);
        if (this.#branches.note({ tweak })) {
            this.#stage.curve.mark(tweak.step, tweakLabel(tweak));
            this.#stage.tune(tuned(this.#stage.setup.spec, [tweak]));
        }
    }

    #arrive(/** @type {Frame} */ frame) {
        const live = this.#stage.picture === this.#newest;
        this.#newest = frame;
        this.#past?.keep(frame);
        this.#stage.curve.add(frame);
        this.#stage.advance({ newest: frame.step });
        if (live) {
            this.#show(frame, "frame");
        }
    }

    #show(/** @type {Frame} */ frame, /** @type {string} */ cause) {
        const stage = this.#stage;
        const from = stage.picture;
        const slow = stage.progress.state !== "running" || stage.progress.rate <= SLOW;
        stage.advance({ shown: frame.step });
        stage.show(frame, cause);
        if (from && frame.step === from.step + 1 && slow && from.weightGradients && stage.dataset.from === undefined) {
            stage.dispatchEvent(new CustomEvent("step", { detail: { from } }));
        }
    }

    /** Shows a step so far; the newest one and, with it, whatever comes next, if the step is not before it. */
    async seek(/** @type {number} */ step) {
        if (!this.#newest || !this.#past || step >= this.#newest.step) {
            if (this.#newest) {
                this.#show(this.#newest, "seek");
            }
            return;
        }
        const frame = await this.#past.at(Math.max(0, step));
        if (frame) {
            this.#show(frame, "seek");
        }
    }

    /** Shows this example of the training set from now on, at the shown step too. */
    async look(/** @type {number} */ example) {
        await this.own();
        const { shown, newest } = this.#stage.progress;
        const { frames = "" } = this.#stage.dataset;
        this.#example = example;
        this.#past = new Past(frames, example, (address) => this.#stage.get(address));
        const frame = await this.#past.at(shown);
        if (frame) {
            this.#newest = shown === newest ? frame : this.#newest;
            this.#show(frame, "seek");
        }
        this.#open({});
    }

    /** Shows the shown step with every digit, for whoever looks closely: the stream's numbers are rounded. */
    async sharpen() {
        const frame = this.#stage.picture;
        if (!frame || frame.exact || !this.#run) {
            return;
        }
        const exact = { ...await this.#stage.get(`${this.#run}/frames/${frame.step}?example=${frame.example}`), exact: true };
        if (this.#stage.picture !== frame) {
            return;
        }
        this.#past?.keep(exact);
        this.#newest = this.#newest === frame ? exact : this.#newest;
        this.#stage.show(exact, "seek");
    }

    /** Replays the run from its first step. */
    replay() {
        this.#forget();
        this.#open({ from: -1, rate: Number(this.#stage.dataset.rate) });
    }

    #forget() {
        this.#stream?.end();
        this.#newest = null;
        this.#stage.clear();
        this.#stage.advance({ newest: 0, shown: 0 });
    }

    /** What an instrument tells of the run, for example `ask("nudges", {…})`, or without a body a GET. */
    async ask(/** @type {string} */ name, /** @type {any} */ body = undefined) {
        if (!this.#run) {
            await this.own();
        }
        if (!this.#run) {
            throw new Error("There is no run to ask yet: make a step first.");
        }
        const address = `${this.#run}/${name}`;
        return body === undefined ? this.#stage.get(address) : this.#stage.post(address, body);
    }

    /** Changes the run, the learner's own: `act("tweaks", {…})`, `act("steps", {count: 1})`, `act("play", {…})`, or shows another branch of it, `act("branch", id)`. */
    async act(/** @type {string} */ name, /** @type {any} */ body = {}) {
        if (name === "branch") {
            return this.#turn(body);
        }
        await this.own();
        const { shown, newest, state } = this.#stage.progress;
        return name === "tweaks" && (shown < newest || state === "diverged") ? this.#branch(shown, body)
            : this.#stage.post(`${this.#run}/${name}`, body);
    }

    /** Changes an earlier step: from there a run of its own goes on, and the other stays on the chart. */
    async #branch(/** @type {number} */ step, /** @type {any} */ tweak) {
        const { id, tweaks } = await this.#stage.post(`${this.#run}/branches`, { step, tweak });
        const curve = this.#stage.curve.upTo(step);
        curve.mark(step, tweakLabel(tweak));
        this.#branches.keep({ id, tweaks, newest: step, curve });
        await this.#turn(id);
    }

    /** Goes over to another branch, at the same step if it came so far; at its newest if one was at the newest. */
    async #turn(/** @type {string} */ id) {
        const stage = this.#stage;
        const { state, shown, newest } = stage.progress;
        if (state === "running") {
            await stage.post(`${this.#run}/pause`, {});
        }
        const run = `${parent(this.#run)}/${id}`;
        const past = new Past(`${run}/frames`, this.#example, (address) => stage.get(address));
        const description = await stage.get(run);
        const last = await past.at(description.step);
        const looked = shown < Math.min(newest, description.step) ? await past.at(shown) : last;
        this.#branches.note({ newest });
        this.#stream?.end();
        this.#past = past;
        this.#newest = last;
        stage.dataset.frames = `${run}/frames`;
        stage.clear(this.#branches.curve(id));
        this.#describe(description);
        stage.advance({ newest: description.step });
        stage.tune(tuned(description.spec, description.tweaks));
        this.#show(/** @type {Frame} */ (looked), "seek");
        this.#open({});
        stage.dispatchEvent(new CustomEvent("own", { detail: { frames: stage.dataset.frames }, bubbles: true }));
    }

    /** Takes in what the server says of the run. */
    #describe(/** @type {any} */ { id, tweaks, step, state, divergence = null }) {
        this.#branches.keep({ id, tweaks, newest: step, curve: this.#stage.curve });
        this.#branches.show(id);
        this.#stage.advance({ state, divergence });
    }

    /** Makes the run the learner's own, with the step that is shown as its newest, unless it is already. */
    own() {
        this.#owning ??= this.#take().finally(() => (this.#owning = null));
        return this.#owning;
    }

    async #take() {
        const { dataset } = this.#stage;
        const { own } = dataset;
        if (!own) {
            return;
        }
        const { frames } = await this.#stage.post(own, { step: this.#stage.progress.shown });
        delete dataset.own;
        delete dataset.first;
        delete dataset.from;
        delete dataset.rate;
        delete dataset.branches;
        dataset.frames = frames;
        this.#branches = new Branches(this.#stage);
        this.#forget();
        await this.#watch(frames);
        this.#stage.dispatchEvent(new CustomEvent("own", { detail: { frames }, bubbles: true }));
    }
}

/** The address that this one is a part of. */
function parent(/** @type {string} */ address) {
    return address.slice(0, address.lastIndexOf("/"));
}
