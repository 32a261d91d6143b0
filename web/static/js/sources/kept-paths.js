import { keep, progress } from "../kept/progress.js";

/** The limit on the places of a kept path by hand. */
const MOST_PLACES = 500;

/** @typedef {import("../kept/progress.js").KeptPaths} Kept */
/** @typedef {import("./walker.js").Walker} Walker */

/**
 * The walk that the learner left in a scene on a hill, kept in the browser: where each walker set out, with which settings, the
 * places of a walk by hand, and the step that was shown. A scene offers it until its walkers are changed again.
 */
export class KeptPaths {
    #stage;
    /** The declared walkers as they are kept. */
    #declared = "";

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The paths kept from this scene. */
    get last() {
        return progress().walks?.[this.#stage.config.scene?.keep ?? ""];
    }

    /** Notes the walkers as the scene declares them, and offers the kept paths. */
    declare(/** @type {Walker[]} */ walkers) {
        this.#declared = JSON.stringify(walkers.map(written));
        const { last } = this;
        if (last) {
            this.#offer(last.step);
        }
    }

    /** Keeps what the learner made of the walkers, if it differs from what the scene declares. */
    write(/** @type {Walker[]} */ walkers, /** @type {number} */ step) {
        const name = this.#stage.config.scene?.keep;
        const kept = walkers.map(written);
        const differs = step > 0 || JSON.stringify(kept) !== this.#declared;
        if (name && differs && kept.every(({ trail = [] }) => trail.length <= MOST_PLACES)) {
            keep((all) => (all.walks = { ...all.walks, [name]: { step, walkers: kept } }));
            this.#offer(null);
        }
    }

    #offer(/** @type {number | null} */ step) {
        const stage = this.#stage;
        if ((stage.left?.step ?? null) !== step) {
            stage.left = step === null ? null : { step };
            stage.dispatchEvent(new CustomEvent("kept"));
        }
    }
}

/** @returns {Kept["walkers"][number]} */
function written(/** @type {Walker} */ { name, byHand, start, optimizer, trail }) {
    return byHand ? { name, start, optimizer, trail } : { name, start, optimizer };
}
