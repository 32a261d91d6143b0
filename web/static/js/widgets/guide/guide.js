import { count, percent } from "../../shared/numbers.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** Steps after which a cost above `WORSE` times the first one is a sign that the steps are too large. */
const SURE_AFTER = 5;
const WORSE = 1.5;
/** The share of right answers from which on the network counts as trained. */
const LEARNED = 0.97;
/** A network with a smaller share after `STUCK_AFTER` steps counts as stuck. */
const STUCK = 0.85;
const STUCK_AFTER = 300;
/** A sentence holds until the share is this far beyond its bound, since the share goes up and down at every step. */
const SLACK = 0.03;
/** Learning rates outside this range are changed first when a network is stuck. */
const SLOW = 0.03;
const FAST = 3;
/** The number of steps from which on a run is worth going back to. */
const LONG = 30;
/** Steps per second after a press on a button that begins a run. */
const PACE = 30;

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Progress} Progress */
/** @typedef {{say: string, part?: "stuck" | "learned" | "why" | "rate"}} Word a sentence, and the button beside it */

/**
 * `<x-guide>`: one sentence on what to do next, made from the state of the run, and at most one button: the stage has one for
 * each kind of advice. Its text in the page is for a network that has not begun.
 */
class Guide extends StageWidget {
    /** The newest step of the run before, which another choice of settings puts aside. */
    static #newest = 0;
    /** The requested part of the page, while the server makes the run that it needs. */
    static #awaited = "";
    #begin = "";
    #state = "";
    /** @type {Word["part"]} */ #part;
    #told = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.#begin = this.querySelector("[data-part=say]")?.textContent ?? "";
        this.#told = this.#begin;
        if (Guide.#newest >= LONG) {
            this.#begin = `This is a new network. Your browser\u2019s Back button returns to the last one, which has made ${count(Guide.#newest)} steps.`;
        }
        Guide.#newest = 0;
        this.stage.querySelector("[data-part=why]")?.addEventListener("click", () => this.#open("inside-step"), { signal });
        this.querySelector("[data-part=rate]")?.addEventListener("click", () => pointOutRate(this.stage), { signal });
        if (Guide.#awaited) {
            const id = Guide.#awaited;
            Guide.#awaited = "";
            this.stage.addEventListener("whole", () => goTo(id), { once: true, signal });
        }
        this.addEventListener("submit", () => this.#hurry(), { signal, capture: true });
    }

    /** Opens a part of the page below the figure and goes there; if there is no run yet, again when the server has made one. */
    #open(/** @type {string} */ id) {
        Guide.#awaited = this.stage.run.frames === undefined ? id : "";
        goTo(id);
    }

    /** Chooses a speed at which the learner sees every change and does not wait long. */
    #hurry() {
        const speed = /** @type {HTMLInputElement | null} */ (this.stage.querySelector(`[name=stepsPerSecond][value="${PACE}"]`));
        if (speed && !speed.checked) {
            speed.checked = true;
            speed.dispatchEvent(new Event("change", { bubbles: true }));
        }
    }

    /** Draws the sentence again when the run starts or stops, which no frame says. */
    follow(/** @type {Progress} */ { state }) {
        if (state !== this.#state) {
            this.#state = state;
            this.stage.redraw("select");
        }
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept }, /** @type {import("../../shared/curve.js").Curve} */ curve,
        /** @type {Progress} */ progress) {
        Guide.#newest = progress.newest;
        const rate = this.stage.setup?.spec.optimizer.learningRate ?? 1;
        const { say, part } = asked(kept, progress) ?? past(progress) ?? rising(frame, curve) ?? learning(frame, progress, rate, this.#part) ?? { say: this.#begin };
        this.#part = part;
        write(this.querySelector("[data-part=say]"), say);
        this.#tell(say);
        for (const name of ["stuck", "learned", "why", "rate"]) {
            this.stage.querySelector(`[data-part=${name}]`)?.toggleAttribute("hidden", name !== part);
        }
    }

    /** Has a screen reader say each sentence once, not again for each new number in it. */
    #tell(/** @type {string} */ say) {
        const sentence = say.replace(/[\d.,]+/g, "");
        if (sentence !== this.#told) {
            this.#told = sentence;
            write(this.querySelector("[role=status]"), say);
        }
    }
}

/** The gradient of a weight that stays selected while the run is paused, as a word to teach. @returns {Word | null} */
function asked(/** @type {import("../../shared/types.js").Item | null} */ kept, /** @type {Progress} */ { state }) {
    return kept && kept.kind !== "neuron" && state !== "running"
        ? { say: `The gradient says how fast the cost changes as this ${kept.kind} grows. The next step adds the next change to the ${kept.kind}.`, part: "why" }
        : null;
}

/** @returns {Word | null} */
function past(/** @type {Progress} */ { state, shown, newest }) {
    if (state === "diverged" && newest === 0) {
        return { say: "Even the first step is too large: its numbers are no longer finite. Choose a smaller learning rate.", part: "rate" };
    }
    if (state === "diverged") {
        return { say: "The steps were too large, and the cost grew without bound. Go back to an earlier step and choose a smaller learning rate there.", part: "rate" };
    }
    return shown < newest && state !== "running"
        ? { say: "You are looking at an earlier step. Change the learning rate here and press Play: a second cost curve starts here, and the first one stays.", part: "rate" }
        : null;
}

/** A cost that is far higher than it began. @returns {Word | null} */
function rising(/** @type {Frame} */ { step, cost, trainCost }, /** @type {import("../../shared/curve.js").Curve} */ { costs, trainCosts }) {
    const first = trainCosts[0] ?? costs[0];
    return step >= SURE_AFTER && (trainCost ?? cost) > WORSE * first
        ? { say: "The cost is higher than at the start, so the steps are too large. Try a smaller learning rate.", part: "rate" } : null;
}

/** @returns {Word | null} */
function learning(/** @type {Frame} */ { step, accuracy }, /** @type {Progress} */ { state }, /** @type {number} */ rate, /** @type {Word["part"]} */ before) {
    if (step === 0 && state !== "running") {
        return null;
    }
    if (accuracy !== null && accuracy >= LEARNED - (before === "learned" ? SLACK : 0)) {
        return { say: `The network gets ${percent(accuracy)} of the points right. Drag the step slider back to see how it learned this.`, part: "learned" };
    }
    if (accuracy !== null && accuracy < STUCK + (before === "stuck" ? SLACK : 0) && step >= STUCK_AFTER) {
        return stuck(`After ${count(step - (step % 100))} steps the network gets only ${percent(accuracy)} of the points right.`, rate);
    }
    if (state !== "running") {
        return { say: "Select a line of the network to see how the next step changes that weight, or press Play to go on." };
    }
    return step < STUCK_AFTER / 3
        ? { say: "Each step moves every weight a little way downhill. Watch the colours of the map begin to fit the points." }
        : { say: "Change the learning rate while the network trains, and watch the cost.", part: "rate" };
}

/** @returns {Word} */
function stuck(/** @type {string} */ found, /** @type {number} */ rate) {
    if (rate < SLOW) {
        return { say: `${found} The steps are small: try a larger learning rate.`, part: "rate" };
    }
    if (rate > FAST) {
        return { say: `${found} The steps are large: try a smaller learning rate.`, part: "rate" };
    }
    return { say: `${found} Change the network or its inputs.`, part: "stuck" };
}

/**
 * Marks the learning rate, which stays in view at the lower edge, and moves the focus to it. The cost comes into view too, since
 * the sentence is about both.
 */
function pointOutRate(/** @type {import("../../stage.js").Stage} */ stage) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById("learningRate"));
    const place = field?.closest(".field");
    stage.querySelector("x-cost-chart")?.closest(".cost")?.scrollIntoView({ block: "nearest" });
    if (field && place) {
        place.classList.add("pointed-out");
        for (const event of ["change", "focusout"]) {
            place.addEventListener(event, () => place.classList.remove("pointed-out"), { once: true });
        }
        field.focus({ preventScroll: true });
        field.select();
    }
}

/** Opens a part of the page, brings it into view and moves the focus there. */
function goTo(/** @type {string} */ id) {
    const details = /** @type {HTMLDetailsElement | null} */ (document.getElementById(id));
    if (details) {
        details.open = true;
        details.scrollIntoView({ block: "start" });
        details.querySelector("summary")?.focus({ preventScroll: true });
    }
}

customElements.define("x-guide", Guide);
