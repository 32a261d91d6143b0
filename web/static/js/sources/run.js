import { bringBack, madeAgain, recall, settle } from "../kept/kept-runs.js";
import { note, viewOf } from "../kept/keys.js";
import { claim, copy } from "../kept/lent.js";
import { copyOf, opensCopy, showPage } from "../kept/linked.js";
import { parent } from "../shared/addresses.js";
import { motionOf } from "../shared/motion.js";
import { tuned, tweakLabel } from "../shared/tweaks.js";
import { beginPreview, beginRun, meetEnd } from "./begin.js";
import { Branches } from "./branches.js";
import * as costs from "./costs.js";
import { BEGINNINGS } from "./examples.js";
import { LostRun } from "./lost-run.js";
import { Rest } from "./rest.js";
import { SharedRun } from "./shared-run.js";
import { ShownStep } from "./shown-step.js";
import { Frames } from "./frames.js";

/** @typedef {import("../shared/types.js").Frame} Frame */

/**
 * A run on the server as a stage's source, or the first frame of a run that is not yet made. A run that others look at too
 * becomes the learner's own before anything is changed: `own` in its place is the address that makes it.
 */
export class RunSource {
    /** @type {Promise<void> | null} */ #owning = null;
    /** Fulfilled when the run that is watched is known: a change before that would not be seen. */ #ready = Promise.resolve();
    /** Fulfilled when the stream is heard. */ #heard = Promise.resolve();
    #stage;
    #frames;
    #branches; #shared;
    #shown;
    #lost;
    /** The run's specification as it began. @type {any} */ #spec = null;
    #rest;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
        this.#frames = new Frames((address) => stage.get(address), (name, data) => this.#hear(name, data));
        this.#branches = new Branches(stage);
        this.#shared = new SharedRun(stage);
        this.#shown = new ShownStep(stage, this.#frames);
        this.#rest = new Rest(stage, () => this.#shared.goesOn || this.#frames.rest());
        this.#lost = new LostRun({
            stage, frames: this.#frames, shared: this.#shared, start: () => this.start(), recall: (from) => this.#recall(from) });
    }

    async start() {
        if (this.#stage.config.scene) {
            await recall(this.#stage);
        }
        const isToCopy = opensCopy(this.#stage);
        const { preview: address, frames, lent, link } = this.#stage.run;
        const isCopy = frames !== undefined && lent === true && await claim(this.#stage, frames);
        if (frames) {
            await (this.#ready = this.#watch(this.#stage.run.frames ?? ""));
            if (isCopy || this.#stage.run.isCopy) {
                this.#stage.dispatchEvent(new CustomEvent("copied", { bubbles: true }));
            }
            await settle(this.#stage, this.#run, this.#heard);
            await showPage(this.#stage, link?.page);
        } else if (address) {
            this.#shown.arrive(await beginPreview(this.#stage, address));
            await (isToCopy ? this.own() : null);
        }
    }

    end() {
        this.#rest.end();
        this.#lost.end();
        this.#shown.playback.stop();
        this.#frames.end();
    }

    /** The address of the run, of which its frames are a part. */
    get #run() {
        return parent(this.#stage.run.frames ?? "");
    }

    /**
     * Shows a run. From a step on, the curve is drawn from the frames; otherwise it begins with the curve so far. A run that is not playing needs no
     * stream, unless something is about to happen.
     */
    async #watch(/** @type {string} */ frames, { atOnce = false } = {}) {
        const stage = this.#stage;
        this.#rest.end();
        this.#frames.turn(frames);
        const description = await beginRun(stage, this.#run);
        this.#spec = description.spec;
        await this.#recall();
        this.#branches.recall(parent(this.#run)).catch((error) => stage.fail(error));
        const { from, rate } = this.#shared.replay;
        if (from !== undefined) {
            stage.curve.replace([]);
            this.#shared.begin(description.step);
        }
        const moves = atOnce || stage.watches || from !== undefined || description.state === "running";
        this.#heard = moves ? meetEnd(stage, this.#run, description, this.#frames.open({ from, rate })) : this.#frames.still(description.step);
        await (moves ? null : this.#heard);
    }

    /** The curve and the state so far, of which this page may have missed a part: the costs over the whole sets come after. */
    async #recall(from = 0) {
        const stage = this.#stage;
        const [description] = await Promise.all([stage.get(this.#run), costs.recall(stage, this.#run, from)]);
        this.#branches.describe(description);
        stage.redraw();
        if (this.#shared.replay.from === undefined && description.step > 0) {
            costs.evaluate(stage, this.#run, stage.curve, { from, to: description.step }).catch((error) => stage.fail(error));
        }
    }

    #hear(/** @type {string} */ name, /** @type {any} */ data) {
        this.#rest.wait();
        if (name === "frame") {
            this.#shown.arrive(data);
            this.#shared.reach(data.step);
        } else if (name === "tweak") {
            this.#frames.forget(data.step);
            this.#branches.tweaked(data);
        } else if (name === "state" && !this.#shared.goesOn) {
            this.#stage.setProgress(motionOf(data));
        } else if (name === "reopen") {
            this.#recall(this.#stage.curve.steps.at(-1)).catch((error) => this.#stage.fail(error));
        } else if (name === "quiet") {
            this.#lost.probe();
        } else if (name === "cut") {
            this.lost();
        } else if (name === "end") {
            this.#frames.end();
            this.#stage.setProgress({ state: "gone" });
        }
    }

    /** Says that the connection is lost, and tries to find it again. */
    lost() {
        this.#shown.playback.stop();
        this.#lost.lose();
    }

    seek(/** @type {number} */ step) {
        return this.#shown.seek(step);
    }

    async look(/** @type {number} */ example) {
        await this.own();
        await this.#shown.look(example);
    }

    /** Asks for the numbers of these neurons with each frame of a large network. @param {number[][] | undefined} neurons */
    watch(neurons) {
        this.#frames.watch(neurons);
    }

    /** Has these quantities explained with each frame. @param {string[]} names */
    explain(names) {
        this.#frames.explain(names, this.#stage.progress.state === "running" && !this.#shared.goesOn && !this.#rest.isActing);
    }

    async sharpen() {
        await (this.#run && this.#shown.sharpen());
    }

    /** Replays the run that all share from its first step, in place of the learner's own if there is one. */
    async replay() {
        const frames = this.#shared.restore();
        if (frames) {
            this.#branches = new Branches(this.#stage);
            this.#forget();
            await (this.#ready = this.#watch(frames));
        }
    }

    #forget() {
        this.#frames.end();
        this.#shown.forget();
        this.#stage.clear();
        this.#stage.setProgress({ newest: 0, shown: 0 });
    }

    /** Asks an instrument about the run, by GET without a body. @param {string} name @param {any} [body] @param {import("../stage/progress.js").Listener} [hear] takes the progress */
    async ask(name, body, hear) {
        await (this.#run ? null : this.own());
        if (!this.#run) {
            throw new Error("This run has not started yet. Press Step forward first.");
        }
        const address = `${this.#run}/${name}`;
        return body === undefined ? this.#stage.get(address, undefined, hear) : this.#stage.post(address, body, hear);
    }

    /**
     * Changes the run, the learner's own: `act("tweaks", {…})`, `act("steps", {count: 1})`, `act("play", {…})`; or shows another
     * branch of it, `act("branch", id)`, takes one off the view, `act("take-off", id)`, or brings it back, `act("bring-back", id)`;
     * or begins a run that learns from others, `act("examples", {…})`, or whose network begins otherwise, `act("network", {…})`, or that learns a drawing too, `act("drawing", {…})`; or brings back
     * the run that the learner left in this scene, `act("bring-back-mine")`; or makes one again that the server lost, `act("again")`.
     */
    async act(/** @type {string} */ name, /** @type {any} */ body = {}) {
        if (this.#lost.goesOn) {
            return this.#lost.now();
        }
        return this.#rest.during(() => this.#do(name, body));
    }

    async #do(/** @type {string} */ name, /** @type {any} */ body) {
        if (this.#shown.playback.rest() && name === "pause") {
            return undefined;
        }
        if (name === "bring-back-mine") {
            return await bringBack(this.#stage) && this.#become(this.#stage.run.frames ?? "", this.#stage.run.branches);
        }
        if (name === "again") {
            const { tweaks } = this.#branches;
            return this.#become(await madeAgain(this.#stage, { spec: this.#spec, tweaks, step: this.#stage.progress.newest }));
        }
        if (name === "branch") {
            return this.#turn(body);
        }
        if (Object.hasOwn(BEGINNINGS, name)) {
            return this.#become(await BEGINNINGS[name](this.#stage, this.#run, body));
        }
        if (name === "take-off" || name === "bring-back") {
            return this.#branches.move(body, name === "bring-back", (id) => this.#turn(id));
        }
        await this.own();
        await (this.#shared.goesOn ? null : this.#ready.then(() => this.#frames.renew()));
        const { shown, newest, state } = this.#stage.progress;
        const goesOn = name !== "play" || shown === newest || await this.#shown.playback.run(body.pace === "even" ? 0 : body.stepsPerSecond ?? 10);
        return !goesOn ? undefined : name === "tweaks" && (shown < newest || state === "diverged") ? this.#branch(shown, body)
            : this.#rest.answered(await this.#stage.post(`${this.#run}/${name}`, body));
    }

    /** Changes an earlier step: from there a branch goes on, and the old curve stays on the chart. */
    async #branch(/** @type {number} */ step, /** @type {any} */ tweak) {
        const { id, view, tweaks } = await this.#stage.post(`${this.#run}/branches`, { step, tweak });
        note({ id, view });
        const curve = this.#stage.curve.upTo(step);
        curve.mark(step, tweakLabel(tweak));
        this.#branches.keep({ id, tweaks, newest: step, curve });
        await this.#turn(id);
    }

    /** Goes over to another branch, at the same step if it came so far; at its newest if one was at the newest. Somebody else's is copied first. */
    async #turn(/** @type {string} */ name) {
        const stage = this.#stage;
        const id = viewOf(name) === name ? await this.#branches.copied(name, (most) => copy(stage, parent(this.#run), name, most)) : name;
        const { state, shown, newest } = stage.progress;
        if (state === "running") {
            await stage.post(`${this.#run}/pause`, {});
        }
        const run = `${parent(this.#run)}/${id}`;
        const past = this.#frames.pastOf(`${run}/frames`);
        const description = await stage.get(run);
        note(description);
        const last = await past.at(description.step);
        const looked = shown < Math.min(newest, description.step) ? await past.at(shown) : last;
        this.#branches.note({ newest });
        this.#rest.end();
        this.#frames.turn(`${run}/frames`, past);
        stage.run.frames = `${run}/frames`;
        stage.clear(this.#branches.curve(id));
        this.#branches.describe(description);
        stage.setProgress({ newest: description.step, stopped: description.stopped ?? null });
        stage.tune(tuned(description.spec, description.tweaks));
        this.#shown.turn(/** @type {Frame} */ (last), /** @type {Frame} */ (looked));
        const heard = this.#frames.open({});
        stage.dispatchEvent(new CustomEvent("own", { detail: { frames: stage.run.frames }, bubbles: true }));
        await heard;
    }

    /** Makes the run the learner's own, with the step that is shown as its newest, unless it is already. */
    own() {
        this.#owning ??= this.#take().finally(() => (this.#owning = null));
        return this.#owning;
    }

    async #take() {
        const { own, isCopy, frames, link } = this.#stage.run;
        if (isCopy) {
            this.#stage.run = { ...this.#stage.run, isCopy: false, own: undefined };
            this.#stage.dispatchEvent(new CustomEvent("own", { detail: { frames }, bubbles: true }));
        } else if (link && !frames) {
            const made = await copyOf(this.#stage);
            await this.#become(made.frames, made.branches, "copied");
            showPage(this.#stage, link.page);
        } else if (own) {
            this.#shared.leave();
            const { frames: made } = await this.#stage.post(own, { step: this.#stage.progress.shown });
            await this.#become(made);
        }
    }

    /** Shows a run of the learner's own in place of the one that was shown. */
    async #become(/** @type {string} */ frames, branches = "", event = "own") {
        this.#stage.run = { frames, branches, isMine: this.#stage.run.isMine };
        this.#branches = new Branches(this.#stage);
        this.#forget();
        await (this.#ready = this.#watch(frames, { atOnce: event === "own" }));
        this.#stage.dispatchEvent(new CustomEvent(event, { detail: { frames }, bubbles: true }));
        await this.#heard;
    }
}
