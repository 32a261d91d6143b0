import { viewed } from "../shared/branches.js";
import { note } from "../kept/keys.js";
import { Curve } from "../shared/curve.js";
import { tuned, tweakLabel } from "../shared/tweaks.js";
import { evaluate } from "./costs.js";

/** The largest number of points of another branch's curve that are drawn. */
const POINTS = 400;

/** @typedef {import("../shared/branches.js").Branch} Branch */

/**
 * The branches of a stage's run that this page knows: `branches` in its place holds their ids, in the order in which they were made, with
 * dots between them, and one more before each that is taken off the view. The stage's progress has them as a tree, with the shown
 * one marked.
 */
export class Branches {
    /** The branches in the order in which they were made. @type {Branch[]} */ #all = [];
    /** The ids of those that are taken off the view. @type {Set<string>} */ #off = new Set();
    /** @type {string | null} */ #shown = null;
    #stage;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The curve of a branch, if this page has it. */
    curve(/** @type {string} */ id) {
        return this.#all.find((branch) => branch.id === id)?.curve;
    }

    /** The tweaks of the shown branch, as far as this page knows. */
    get tweaks() {
        return this.#all.find(({ id }) => id === this.#shown)?.tweaks ?? [];
    }

    /** Takes in a branch, or what has become of one. */
    keep(/** @type {Branch} */ branch) {
        const at = this.#all.findIndex(({ id }) => id === branch.id);
        this.#all.splice(at < 0 ? this.#all.length : at, 1, branch);
        this.#tell();
    }

    /** Notes how the shown branch was changed, or how far it came; answers whether that is new. */
    note(/** @type {{tweak?: any, newest?: number}} */ { tweak, newest }) {
        const branch = this.#all.find(({ id }) => id === this.#shown);
        if (!branch || (tweak && branch.tweaks.some((known) => JSON.stringify(known) === JSON.stringify(tweak)))) {
            return false;
        }
        branch.tweaks = tweak ? [...branch.tweaks, tweak] : branch.tweaks;
        branch.newest = newest ?? branch.newest;
        this.#tell();
        return true;
    }

    /** Notes a change of the shown branch, on the curve and in what the widgets know of the run. A stream that is opened again sends it again. */
    tweaked(/** @type {any} */ tweak) {
        if (this.note({ tweak })) {
            this.#stage.curve.mark(tweak.step, tweakLabel(tweak));
            this.#stage.tune(tuned(this.#stage.setup.spec, [tweak]));
        }
    }

    /** Takes in what the server says of the run. */
    describe(/** @type {any} */ { id, tweaks, step, state, divergence = null }) {
        this.keep({ id, tweaks, newest: step, curve: this.#stage.curve });
        this.show(id);
        this.#stage.setProgress({ state, divergence });
    }

    /** Takes a branch off the view or brings it back; from the shown one it first goes over to another. */
    async move(/** @type {string} */ id, /** @type {boolean} */ inView, /** @type {(id: string) => Promise<void>} */ turn) {
        const other = this.#shown === id && !inView ? this.besides(id) : undefined;
        if (other) {
            await turn(other);
        }
        this.put(id, inView);
        this.#stage.dispatchEvent(new CustomEvent("branches", { bubbles: true }));
    }

    /** Puts a copy of somebody else's branch in its place; answers the copy's id. */
    async copied(/** @type {string} */ view, /** @type {(most: number) => Promise<string>} */ copy) {
        const branch = this.#all.find(({ id }) => id === view);
        const id = await copy(branch?.newest ?? Infinity);
        if (branch) {
            branch.id = id;
        }
        if (this.#off.delete(view)) {
            this.#off.add(id);
        }
        return id;
    }

    show(/** @type {string} */ id) {
        this.#shown = id;
        this.#off.delete(id);
        this.#tell();
    }

    /** Takes a branch that is not shown off the view, or brings it back. */
    put(/** @type {string} */ id, /** @type {boolean} */ inView) {
        if (inView) {
            this.#off.delete(id);
        } else if (id !== this.#shown) {
            this.#off.add(id);
        }
        this.#tell();
        this.#stage.redraw("select");
    }

    /** The branch to show when this one is taken off the view: the one that it left, else the first other. */
    besides(/** @type {string} */ id) {
        const { inView } = viewed(this.#all, this.#off);
        const left = inView[inView.find((branch) => branch.id === id)?.parent ?? -1];
        return (left ?? inView.find((branch) => branch.id !== id))?.id;
    }

    /** Asks for the branches whose ids the page has; it leaves out those that are gone. */
    async recall(/** @type {string} */ runs) {
        const parts = (this.#stage.run.branches ?? "").split(".");
        const ids = parts.filter((id) => id !== "");
        parts.filter((id, i) => id !== "" && parts[i - 1] === "" && id !== this.#shown).forEach((id) => this.#off.add(id));
        const asked = await Promise.allSettled(ids.filter((id) => !this.curve(id)).map((id) => this.#ask(runs, id)));
        this.#all.push(...asked.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])));
        this.#all.sort((a, b) => place(ids, a) - place(ids, b));
        this.#tell();
        this.#stage.redraw();
    }

    /** @returns {Promise<Branch>} */
    async #ask(/** @type {string} */ runs, /** @type {string} */ id) {
        const [description, costs] = await Promise.all(
            [this.#stage.get(`${runs}/${id}`), this.#stage.get(`${runs}/${id}/costs?points=${POINTS}`)]);
        const { tweaks, step } = description;
        note(description);
        const curve = new Curve();
        curve.recall(costs);
        evaluate(this.#stage, `${runs}/${id}`, curve, { from: 0, to: step, points: POINTS }).catch((error) => this.#stage.fail(error));
        return { id, tweaks, newest: step, curve };
    }

    #tell() {
        const { inView, off } = viewed(this.#all, this.#off);
        if (this.#all.length > 1) {
            this.#stage.run.branches = this.#all.map(({ id }) => (this.#off.has(id) ? `.${id}` : id)).join(".");
        }
        this.#stage.setProgress({ branches: this.#all.length > 1 ? inView : [], off, all: [...this.#all], branch: this.#shown });
    }
}

/** The place of an id in the list; one that is not in it comes last. */
function place(/** @type {string[]} */ ids, /** @type {Branch} */ { id }) {
    const at = ids.indexOf(id);
    return at < 0 ? ids.length : at;
}
