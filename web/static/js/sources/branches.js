import { forked } from "../shared/branches.js";
import { Curve } from "../shared/curve.js";

/** So many points of another branch's curve are drawn at most. */
const POINTS = 400;

/** @typedef {import("../shared/branches.js").Branch} Branch */

/**
 * The branches of a stage's run that this page knows: `data-branches` holds their ids, in the order in which they were made,
 * with dots between them. The stage's progress tells them as a tree, and which of them is shown.
 */
export class Branches {
    /** @type {Branch[]} */ #all = [];
    /** @type {string | null} */ #shown = null;
    #stage;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The curve of a branch, if it is known. */
    curve(/** @type {string} */ id) {
        return this.#all.find((branch) => branch.id === id)?.curve;
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

    show(/** @type {string} */ id) {
        this.#shown = id;
        this.#tell();
    }

    /** Asks for the branches whose ids the page has; those that are gone are left out. */
    async recall(/** @type {string} */ runs) {
        const ids = (this.#stage.dataset.branches ?? "").split(".").filter((id) => id !== "");
        const asked = await Promise.allSettled(ids.filter((id) => !this.curve(id)).map((id) => this.#ask(runs, id)));
        this.#all.push(...asked.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])));
        this.#all.sort((a, b) => place(ids, a) - place(ids, b));
        this.#tell();
        this.#stage.redraw();
    }

    /** @returns {Promise<Branch>} */
    async #ask(/** @type {string} */ runs, /** @type {string} */ id) {
        const [{ tweaks, step }, costs] = await Promise.all(
            [this.#stage.get(`${runs}/${id}`), this.#stage.get(`${runs}/${id}/costs?points=${POINTS}`)]);
        const curve = new Curve();
        curve.recall(costs);
        return { id, tweaks, newest: step, curve };
    }

    #tell() {
        const several = this.#all.length > 1;
        if (several) {
            this.#stage.dataset.branches = this.#all.map(({ id }) => id).join(".");
        }
        this.#stage.advance({ branches: several ? forked(this.#all) : [], branch: this.#shown });
    }
}

/** Where an id stands in the list; one that is not in it comes last. */
function place(/** @type {string[]} */ ids, /** @type {Branch} */ { id }) {
    const at = ids.indexOf(id);
    return at < 0 ? ids.length : at;
}
