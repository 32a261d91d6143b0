import { count } from "../../shared/numbers.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { Forks } from "./forks.js";

/** @typedef {import("../../shared/types.js").Progress} Progress */

/**
 * `<x-timeline>`: play and pause, one step forward or back, a scrubber over every step so far, and under it the branches as
 * forks. Its buttons are forms that act through the stage, but for those that the server answers with a run. A running run is
 * paused before an earlier step is shown.
 */
class Timeline extends StageWidget {
    /** The speed chosen last on this page, which a new stage takes over. */
    static #chosen = "";
    #forks = new Forks((name, id) => this.stage.act(name, id), (id) => {
        this.stage.advance({ lit: id });
        this.stage.redraw("select");
    });
    #width = 0;
    #sized = new ResizeObserver(([{ contentRect }]) => {
        this.#width = contentRect.width;
        this.stage.redraw("select");
    });

    enter(/** @type {AbortSignal} */ signal) {
        const scrubber = this.#part("[data-part=scrubber]");
        scrubber?.addEventListener("input", () => this.#look(Number(/** @type {HTMLInputElement} */ (scrubber).value)), { signal });
        this.#part("[data-part=back]")?.addEventListener("click", () => this.#look(this.stage.progress.shown - 1), { signal });
        this.#part("[data-part=now]")?.addEventListener("click", () => this.stage.seek(Infinity), { signal });
        this.#part("[data-part=replay]")?.addEventListener("click", () => this.stage.replay(), { signal });
        this.#part("[data-part=speed]")?.addEventListener("change", (event) => this.#speed(event), { signal });
        this.addEventListener("submit", (event) => this.#press(event), { signal });
        const speed = /** @type {HTMLSelectElement | null} */ (this.#part("[name=stepsPerSecond]"));
        if (speed && Timeline.#chosen) {
            speed.value = Timeline.#chosen;
        }
        if (scrubber) {
            scrubber.parentElement?.append(this.#forks.root, this.#forks.away);
            this.#sized.observe(scrubber);
        }
    }

    leave() {
        this.#sized.disconnect();
    }

    /** @returns {HTMLElement | null} */
    #part(/** @type {string} */ selector) {
        return this.querySelector(selector);
    }

    async #look(/** @type {number} */ step) {
        const { state, newest } = this.stage.progress;
        if (state === "running" && step < newest) {
            await this.stage.act("pause");
        }
        this.stage.seek(step);
    }

    async #speed(/** @type {Event} */ event) {
        Timeline.#chosen = /** @type {HTMLSelectElement} */ (event.target).value;
        if (this.stage.progress.state === "running") {
            await this.#play();
        }
    }

    /** Submits a form without an address of its own through the stage, which first makes the run the learner's own. */
    async #press(/** @type {SubmitEvent} */ event) {
        const form = /** @type {HTMLFormElement} */ (event.target);
        if (form.hasAttribute("hx-post")) {
            return;
        }
        event.preventDefault();
        const { state, shown, newest } = this.stage.progress;
        if (form.dataset.part === "play") {
            await (state === "running" ? this.stage.act("pause") : this.#play());
        } else if (shown < newest) {
            await this.stage.seek(shown + 1);
        } else {
            await this.stage.act("steps", { count: 1 });
        }
    }

    /** Plays; from an earlier step the stage first replays the steps that are known. */
    async #play() {
        const speed = /** @type {HTMLSelectElement | null} */ (this.#part("[name=stepsPerSecond]"))?.value ?? this.dataset.rate ?? "10";
        await this.stage.act("play", speed === "max" ? { pace: "even" } : { stepsPerSecond: Number(speed) });
    }

    /** The buttons, between frames too. */
    follow(/** @type {Progress} */ { state, newest, shown }) {
        const over = state === "diverged" || state === "gone";
        const play = this.querySelector("form[data-part=play] button");
        play?.toggleAttribute("disabled", state === "gone" || (over && shown >= newest));
        const label = state === "running" ? "Pause" : "Play";
        play?.setAttribute("aria-label", label);
        play?.setAttribute("title", `${label} (Space)`);
        const [back, step] = [this.#part("[data-part=back]"), this.#part("form[data-part=step] button")];
        withdraw(back, "disabled", shown === 0, step);
        withdraw(step, "disabled", over && shown >= newest, back);
        withdraw(this.#part("[data-part=looking]"), "hidden", shown >= newest, this.#part("[data-part=scrubber]"));
    }

    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {any} */ _curve, /** @type {Progress} */ progress) {
        const { newest, shown, branches, branch } = progress;
        const others = branches.filter(({ id }) => id !== branch).map((other) => other.newest);
        const reach = Math.max(newest, ...others);
        const scrubber = /** @type {HTMLInputElement | null} */ (this.#part("[data-part=scrubber]"));
        if (scrubber) {
            const share = (/** @type {number} */ step) => `${reach === 0 ? 0 : (100 * step) / reach}%`;
            scrubber.max = String(Math.max(reach, 1));
            scrubber.value = String(shown);
            scrubber.disabled = newest === 0;
            scrubber.style.setProperty("--filled", share(shown));
            scrubber.style.setProperty("--known", reach === 0 ? "100%" : share(newest));
            scrubber.setAttribute("aria-valuetext", `step ${shown} of ${newest}`);
        }
        this.#forks.draw(progress, reach, this.#width);
        write(this.#part("[data-part=shown]"), count(shown));
        write(this.#part("[data-part=newest]"), count(newest));
    }
}

customElements.define("x-timeline", Timeline);
