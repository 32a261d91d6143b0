import { count } from "../shared/numbers.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** @typedef {import("../shared/types.js").Progress} Progress */

/**
 * `<x-timeline>`: play and pause, one step forward or back, and a scrubber over every step so far. Its buttons are forms that
 * the server answers, or without an address the stage; looking back asks the stage only. A running run is paused before one looks back.
 */
class Timeline extends StageWidget {
    /** The speed chosen last on this page, which a new stage takes over. */
    static #chosen = "";
    /** Whether the play form is sent to change the speed, not to pause. */
    #faster = false;

    enter(/** @type {AbortSignal} */ signal) {
        this.#part("[data-part=scrubber]")?.addEventListener("input", (event) =>
            this.#look(Number(/** @type {HTMLInputElement} */ (event.target).value)), { signal });
        this.#part("[data-part=back]")?.addEventListener("click", () => this.#look(this.stage.progress.shown - 1), { signal });
        this.#part("[data-part=now]")?.addEventListener("click", () => this.stage.seek(Infinity), { signal });
        this.#part("[data-part=replay]")?.addEventListener("click", () => this.stage.replay(), { signal });
        this.#part("[data-part=speed]")?.addEventListener("change", (event) => this.#speed(event), { signal });
        const chosen = /** @type {HTMLInputElement | null} */ (this.#part(`[name=stepsPerSecond][value="${Timeline.#chosen}"]`));
        if (chosen) {
            chosen.checked = true;
        }
        this.addEventListener("htmx:configRequest", (event) => this.#direct(/** @type {CustomEvent} */ (event)), { signal });
        this.addEventListener("submit", (event) => this.#press(event), { signal });
        this.addEventListener("htmx:confirm", (event) => this.#forward(/** @type {CustomEvent} */ (event)), { signal });
    }

    /** @returns {HTMLElement | null} */
    #part(/** @type {string} */ selector) {
        return this.querySelector(selector);
    }

    #look(/** @type {number} */ step) {
        if (this.stage.progress.state === "running" && step < this.stage.progress.newest) {
            this.#play();
        }
        this.stage.seek(step);
    }

    #play() {
        /** @type {HTMLFormElement | null} */ (this.#part("form[data-part=play]"))?.requestSubmit();
    }

    #speed(/** @type {Event} */ event) {
        Timeline.#chosen = /** @type {HTMLInputElement} */ (event.target).value;
        if (this.stage.progress.state === "running") {
            this.#faster = true;
            this.#play();
        }
    }

    /** The one button plays or pauses: which of them is decided when it is pressed. */
    #direct(/** @type {CustomEvent} */ { detail }) {
        const { pause } = detail.elt.dataset;
        if (pause && this.stage.progress.state === "running" && !this.#faster) {
            detail.path = pause;
        }
        this.#faster = false;
    }

    /** One step forward, while one looks back, is a step that there is already. */
    #forward(/** @type {CustomEvent} */ event) {
        const { shown, newest } = this.stage.progress;
        const { part } = event.detail.elt.dataset;
        if (part === "step" && shown < newest) {
            event.preventDefault();
            this.stage.seek(shown + 1);
        } else if (part === "play" || part === "step") {
            this.stage.seek(Infinity);
        }
    }

    /** A form without an address of its own acts through the stage, which first makes the run the learner's own. */
    async #press(/** @type {SubmitEvent} */ event) {
        const form = /** @type {HTMLFormElement} */ (event.target);
        if (form.hasAttribute("hx-post")) {
            return;
        }
        event.preventDefault();
        const { state, shown, newest } = this.stage.progress;
        if (form.dataset.part === "play") {
            await this.#playOrPause(state === "running" && !this.#faster);
        } else if (shown < newest) {
            await this.stage.seek(shown + 1);
        } else {
            await this.stage.act("steps", { count: 1 });
        }
    }

    async #playOrPause(/** @type {boolean} */ pause) {
        this.#faster = false;
        if (pause) {
            await this.stage.act("pause");
            return;
        }
        await this.stage.seek(Infinity);
        const rate = /** @type {HTMLInputElement | null} */ (this.#part("[name=stepsPerSecond]:checked"))?.value ?? "10";
        await this.stage.act("play", { stepsPerSecond: Number(rate) });
    }

    /** The buttons, between frames too. */
    follow(/** @type {Progress} */ { state, newest, shown }) {
        const over = state === "diverged" || state === "gone";
        const play = this.querySelector("form[data-part=play] button");
        play?.toggleAttribute("disabled", over);
        play?.setAttribute("aria-label", state === "running" ? "Pause" : "Play");
        this.querySelector("form[data-part=step] button")?.toggleAttribute("disabled", over && shown >= newest);
        this.#part("[data-part=back]")?.toggleAttribute("disabled", shown === 0);
        this.#part("[data-part=looking]")?.toggleAttribute("hidden", shown >= newest);
    }

    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {Progress} */ { newest, shown }) {
        const scrubber = /** @type {HTMLInputElement | null} */ (this.#part("[data-part=scrubber]"));
        if (scrubber) {
            scrubber.max = String(Math.max(newest, 1));
            scrubber.value = String(shown);
            scrubber.disabled = newest === 0;
            scrubber.style.setProperty("--filled", `${newest === 0 ? 0 : (100 * shown) / newest}%`);
            scrubber.setAttribute("aria-valuetext", `step ${shown} of ${newest}`);
        }
        write(this.#part("[data-part=shown]"), count(shown));
        write(this.#part("[data-part=newest]"), count(newest));
    }
}

customElements.define("x-timeline", Timeline);
