import { endingText } from "../../shared/motion.js";
import { count } from "../../shared/numbers.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { write } from "../../shared/dom/write.js";
import { shareOf, stepOf } from "../../shared/step-axis.js";
import { StageWidget } from "../../stage-widget.js";
import { Forks } from "./forks.js";
import { keepStops, untilIn } from "./stops.js";
import { TypedStep } from "./typed-step.js";

/** The parts of the scrubber's length when its axis is logarithmic. */
const PARTS = 10_000;
/** The steps that an arrow key with Shift makes. */
const TEN = 10;

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
        this.stage.setProgress({ lit: id });
        this.stage.redraw("select");
    });
    #width = 0;
    /** The farthest step of the scrubber. */ #reach = 0;
    #sized = new ResizeObserver(([{ contentRect }]) => {
        this.#width = contentRect.width;
        this.stage.redraw("select");
    });

    enter(/** @type {AbortSignal} */ signal) {
        const scrubber = this.#part("[data-part=scrubber]");
        scrubber?.addEventListener("input", () => this.#look(this.#scrubbed(/** @type {HTMLInputElement} */ (scrubber))), { signal });
        scrubber?.addEventListener("keydown", (event) => this.#nudge(event), { signal });
        new TypedStep(this, (step) => this.#look(step), () => this.stage.progress, signal);
        this.#part("[data-part=back]")?.addEventListener("click", () => this.#look(this.stage.progress.shown - 1), { signal });
        this.#part("[data-part=now]")?.addEventListener("click", () => this.stage.seek(Infinity), { signal });
        this.#part("[data-part=replay]")?.addEventListener("click", () => this.stage.replay(), { signal });
        this.#part("[data-part=speed]")?.addEventListener("change", (event) => this.#speed(event), { signal });
        this.addEventListener("submit", (event) => this.#press(event), { signal });
        keepStops(this.#stops, signal);
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

    /** The fields of the stop conditions, where the page has some. */
    get #stops() {
        return /** @type {HTMLFormElement | null} */ (this.stage.querySelector("#stops"));
    }

    /** @returns {HTMLElement | null} */
    #part(/** @type {string} */ selector) {
        return this.querySelector(selector);
    }

    /** The step at the scrubber's place: on a logarithmic axis the place counts in parts of its length. */
    #scrubbed(/** @type {HTMLInputElement} */ { value }) {
        return this.stage.progress.hasLogSteps ? stepOf(Number(value) / PARTS, this.#reach, true) : Number(value);
    }

    /** Goes a step to the left or right with an arrow key, ten with Shift. */
    #nudge(/** @type {KeyboardEvent} */ event) {
        const by = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 })[event.key];
        if (by && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            const { shown, newest } = this.stage.progress;
            this.#look(Math.min(newest, Math.max(0, shown + by * (event.shiftKey ? TEN : 1))));
        }
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
        const { until, wrong } = untilIn(this.#stops);
        write(this.#stops?.querySelector(".error") ?? null, wrong);
        this.#stops?.closest("details")?.toggleAttribute("open", wrong !== "" || this.#stops.closest("details")?.open === true);
        if (wrong === "") {
            await this.stage.act("play", { ...(speed === "max" ? { pace: "even" } : { stepsPerSecond: Number(speed) }), ...(until ? { until } : {}) });
        }
    }

    /** The buttons, between frames too. */
    follow(/** @type {Progress} */ { state, newest, shown, stopped }) {
        write(this.#part("[data-part=stopped]"), state === "paused" && stopped ? endingText(stopped) : "");
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
        const { newest, shown, branches, branch, hasLogSteps } = progress;
        const others = branches.filter(({ id }) => id !== branch).map((other) => other.newest);
        const reach = Math.max(newest, ...others);
        this.#reach = reach;
        const at = (/** @type {number} */ step) => shareOf(step, reach, hasLogSteps);
        const scrubber = /** @type {HTMLInputElement | null} */ (this.#part("[data-part=scrubber]"));
        if (scrubber) {
            const share = (/** @type {number} */ step) => `${100 * at(step)}%`;
            scrubber.max = String(hasLogSteps ? PARTS : Math.max(reach, 1));
            scrubber.value = String(hasLogSteps ? Math.round(PARTS * at(shown)) : shown);
            scrubber.disabled = newest === 0;
            scrubber.style.setProperty("--filled", share(shown));
            scrubber.style.setProperty("--known", reach === 0 ? "100%" : share(newest));
            scrubber.setAttribute("aria-valuetext", `step ${shown} of ${newest}`);
        }
        this.#forks.draw(progress, at, this.#width);
        write(this.#part("[data-part=shown]"), count(shown));
        write(this.#part("[data-part=newest]"), count(newest));
    }
}

customElements.define("x-timeline", Timeline);
