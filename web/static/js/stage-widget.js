import { write } from "./shared/dom/write.js";

/** The reason why a widget that draws single weights can draw none of a network whose frames hold summaries. */
export const NO_WEIGHTS = "This network is too large to send all its weights at every step. The network diagram shows the weights of the neurons that it draws.";

/**
 * The base of every widget: an element in a stage that is built once for a run and drawn again from a frame and a selection. It asks its stage for a
 * step or a selection and hears the rest.
 *
 * @typedef {import("./shared/types.js").Frame} Frame
 * @typedef {import("./shared/types.js").Setup} Setup
 * @typedef {import("./shared/types.js").Selection} Selection
 * @typedef {import("./shared/types.js").Progress} Progress
 * @typedef {import("./shared/types.js").Substep} Substep
 * @typedef {import("./shared/curve.js").Curve} Curve
 */
export class StageWidget extends HTMLElement {
    stage = /** @type {import("./stage.js").Stage} */ (this.closest("x-stage"));
    /** The name and the caption with which its figure is saved; null for a widget that draws none. @type {{name: string, line: string} | null} */ figure = null;
    #leaving = new AbortController();
    /** The element with the reason why the widget shows nothing. @type {HTMLParagraphElement | null} */ #why = null;

    #hasBegun = false;

    connectedCallback() {
        this.stage = /** @type {import("./stage.js").Stage} */ (this.closest("x-stage"));
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        for (const name of ["frame", "select", "seek", "substep"]) {
            this.stage.addEventListener(name, (event) => event instanceof CustomEvent && this.#hasBegun
                && !this.stage.drawing.awaits(this) && this.show(event.detail), { signal });
        }
        this.stage.addEventListener("setup", () => this.#start(), { signal });
        this.stage.addEventListener("state", (event) =>
            this.follow(/** @type {CustomEvent} */ (event).detail.progress), { signal });
        this.enter(signal);
        this.#start();
    }

    disconnectedCallback() {
        this.#leaving.abort();
        this.#hasBegun = false;
        this.leave();
    }

    /** A new widget waits for its turn; one that is there already shows another run at once. */
    #start() {
        if (this.stage.setup && this.#hasBegun) {
            this.begin();
            this.stage.redraw();
        } else if (this.stage.setup) {
            this.stage.drawing.admit(this);
        }
    }

    /** Makes ready for what the stage shows; its stage calls it. */
    begin() {
        this.#hasBegun = true;
        this.build(this.stage.setup);
        this.follow(this.stage.progress);
    }

    /** Draws what the stage shows; its stage calls it. */
    show(/** @type {{frame: Frame, selection: Selection, curve: Curve, progress: Progress, substep: Substep | null}} */ shown) {
        if (!this.#tell(this.lacks(shown.frame))) {
            this.draw(shown.frame, shown.selection, shown.curve, shown.progress, shown.substep);
        }
    }

    /** Asks to be drawn again, because its size or its settings changed. */
    redraw() {
        this.stage.drawing.one(this);
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

    /** The reason why the widget can show nothing of a frame, in a sentence; null where it can. @returns {string | null} */
    lacks(/** @type {Frame} */ _frame) {
        return null;
    }

    /** Listens to its own elements, until the signal. */
    enter(/** @type {AbortSignal} */ _signal) {}

    /** Makes ready for a run. */
    build(/** @type {Setup} */ _setup) {}

    /** Draws; what is drawn depends on these arguments alone. */
    draw(/** @type {Frame} */ _frame, /** @type {Selection} */ _selection, /** @type {Curve} */ _curve,
        /** @type {Progress} */ _progress, /** @type {Substep | null} */ _moment) {}

    /** Hears where the run is, between frames too. */
    follow(/** @type {Progress} */ _progress) {}

    /** Gives back what it holds. */
    leave() {}
}
