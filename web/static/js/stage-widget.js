import { write } from "./shared/write.js";

/** Why a widget that draws single weights can draw none of a network whose frames hold summaries. */
export const NO_WEIGHTS = "This network is too large for all its weights to be sent at every step. The network diagram has those of the neurons that it draws.";

/**
 * What every widget is: an element in a stage that is built once for a run and drawn again from a frame and a selection. It
 * asks its stage for a step or a selection and hears the rest.
 *
 * @typedef {import("./shared/types.js").Frame} Frame
 * @typedef {import("./shared/types.js").Setup} Setup
 * @typedef {import("./shared/types.js").Selection} Selection
 * @typedef {import("./shared/types.js").Progress} Progress
 * @typedef {import("./shared/types.js").Moment} Moment
 * @typedef {import("./shared/curve.js").Curve} Curve
 */
export class StageWidget extends HTMLElement {
    stage = /** @type {import("./stage.js").Stage} */ (this.closest("x-stage"));
    #leaving = new AbortController();
    /** Where it says why it shows nothing. @type {HTMLParagraphElement | null} */ #why = null;

    connectedCallback() {
        this.stage = /** @type {import("./stage.js").Stage} */ (this.closest("x-stage"));
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        const draw = (/** @type {CustomEvent} */ { detail }) => this.#tell(this.lacks(detail.frame))
            || this.draw(detail.frame, detail.selection, detail.curve, detail.progress, detail.moment);
        for (const name of ["frame", "select", "seek", "moment"]) {
            this.stage.addEventListener(name, (event) => event instanceof CustomEvent && draw(event), { signal });
        }
        this.stage.addEventListener("setup", () => this.#start(), { signal });
        this.stage.addEventListener("state", (event) =>
            this.follow(/** @type {CustomEvent} */ (event).detail.progress), { signal });
        this.enter(signal);
        this.#start();
    }

    disconnectedCallback() {
        this.#leaving.abort();
        this.leave();
    }

    #start() {
        if (this.stage.setup) {
            this.build(this.stage.setup);
            this.follow(this.stage.progress);
            this.stage.redraw();
        }
    }

    /** Says in its own place why there is nothing to see, and whether that is so. */
    #tell(/** @type {string | null} */ why) {
        this.classList.toggle("lacking", why !== null);
        if (why !== null) {
            this.#why ??= Object.assign(document.createElement("p"), { className: "lack" });
            write(this.#why, why);
            if (this.#why.parentElement !== this) {
                this.append(this.#why);
            }
        }
        return why !== null;
    }

    /** Why it can show nothing of a frame, in a sentence; null where it can. @returns {string | null} */
    lacks(/** @type {Frame} */ _frame) {
        return null;
    }

    /** Listens to its own elements, until the signal. */
    enter(/** @type {AbortSignal} */ _signal) {}

    /** Makes ready for a run. */
    build(/** @type {Setup} */ _setup) {}

    /** Draws; what is drawn depends on these arguments alone. */
    draw(/** @type {Frame} */ _frame, /** @type {Selection} */ _selection, /** @type {Curve} */ _curve,
        /** @type {Progress} */ _progress, /** @type {Moment | null} */ _moment) {}

    /** Hears where the run is, between frames too. */
    follow(/** @type {Progress} */ _progress) {}

    /** Gives back what it holds. */
    leave() {}
}
