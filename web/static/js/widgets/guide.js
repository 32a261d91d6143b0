import { count, percent } from "../shared/numbers.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** After so many steps a cost so many times the first one is no accident of the beginning. */
const SURE = 5;
const WORSE = 1.5;
/** From this share of right answers on it has learned. */
const LEARNED = 0.97;
/** A network that has fewer right after so many steps goes nowhere soon. */
const STUCK = 0.85;
/** What was said once holds until the share is so far beyond: it may go up and down at every step. */
const SLACK = 0.03;
const PATIENCE = 300;
/** Outside of these learning rates it is the rate that has to change first. */
const SLOW = 0.03;
const FAST = 3;
/** A run of so many steps is worth going back to. */
const LONG = 30;
/** Steps a second after a button was pressed that begins a run. */
const PACE = 30;

/** @typedef {import("../shared/types.js").Frame} Frame */
/** @typedef {import("../shared/types.js").Progress} Progress */
/** @typedef {{say: string, part?: "stuck" | "learned" | "why" | "rate"}} Word what is worth doing next, and which button does it */

/**
 * `<x-guide>`: one sentence on what to do next, made from where the run is, and at most one button that does it: the parts of
 * the stage that are there for this purpose. What stands in it is for a network that has not begun.
 */
class Guide extends StageWidget {
    /** How far the page's run came, which another choice puts aside. */
    static #newest = 0;
    #begin = "";
    #state = "";
    /** @type {Word["part"]} */ #part;
    #told = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.#begin = this.querySelector("[data-part=say]")?.textContent ?? "";
        this.#told = this.#begin;
        if (Guide.#newest >= LONG) {
            this.#begin = `A new network. The one before, with its ${count(Guide.#newest)} steps, is still there: your browser\u2019s Back goes to it.`;
        }
        Guide.#newest = 0;
        this.stage.querySelector("[data-part=why]")?.addEventListener("click", () => open("inside-step"), { signal });
        this.querySelector("[data-part=rate]")?.addEventListener("click", () => toRate(), { signal });
        this.addEventListener("submit", () => this.#hurry(), { signal, capture: true });
    }

    /** Goes fast enough that something is seen soon, and slowly enough that it is seen happening. */
    #hurry() {
        const speed = /** @type {HTMLInputElement | null} */ (this.stage.querySelector(`[name=stepsPerSecond][value="${PACE}"]`));
        if (speed && !speed.checked) {
            speed.checked = true;
            speed.dispatchEvent(new Event("change", { bubbles: true }));
        }
    }

    /** What it says depends on whether the run goes on, which no frame tells. */
    follow(/** @type {Progress} */ { state }) {
        if (state !== this.#state) {
            this.#state = state;
            this.stage.redraw("select");
        }
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../shared/types.js").Selection} */ { kept }, /** @type {import("../shared/curve.js").Curve} */ curve,
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

    /** Who listens hears each sentence once, not each of its numbers. */
    #tell(/** @type {string} */ say) {
        const sentence = say.replace(/[\d.,]+/g, "");
        if (sentence !== this.#told) {
            this.#told = sentence;
            write(this.querySelector("[role=status]"), say);
        }
    }
}

/** A weight that stays selected at a standstill has someone's curiosity. @returns {Word | null} */
function asked(/** @type {import("../shared/types.js").Item | null} */ kept, /** @type {Progress} */ { state }) {
    return kept && kept.kind !== "neuron" && state !== "running"
        ? { say: `Under the network stand this ${kept.kind}\u2019s numbers. The button below them opens every one.`, part: "why" }
        : null;
}

/** @returns {Word | null} */
function past(/** @type {Progress} */ { state, shown, newest }) {
    if (state === "diverged" && newest === 0) {
        return { say: "The very first step would lead beyond all numbers. Take a smaller learning rate.", part: "rate" };
    }
    if (state === "diverged") {
        return { say: "The steps were too large, and the cost grew without end. Go back, and take smaller ones." };
    }
    return shown < newest && state !== "running"
        ? { say: "This is the past. Change the learning rate here and press play: a second curve begins, and both stay.", part: "rate" }
        : null;
}

/** A cost that is far higher than it began. @returns {Word | null} */
function rising(/** @type {Frame} */ { step, cost, trainCost }, /** @type {import("../shared/curve.js").Curve} */ { costs, trainCosts }) {
    const first = trainCosts[0] ?? costs[0];
    return step >= SURE && (trainCost ?? cost) > WORSE * first
        ? { say: "The cost is higher than it began: each step goes too far. Try a smaller learning rate.", part: "rate" } : null;
}

/** @returns {Word | null} */
function learning(/** @type {Frame} */ { step, accuracy }, /** @type {Progress} */ { state }, /** @type {number} */ rate, /** @type {Word["part"]} */ before) {
    if (step === 0 && state !== "running") {
        return null;
    }
    if (accuracy !== null && accuracy >= LEARNED - (before === "learned" ? SLACK : 0)) {
        return { say: `Learned: ${percent(accuracy)} right. Drag the slider of the steps back and see how it came to this.`, part: "learned" };
    }
    if (accuracy !== null && accuracy < STUCK + (before === "stuck" ? SLACK : 0) && step >= PATIENCE) {
        return stuck(`After ${count(step - (step % 100))} steps only ${percent(accuracy)} are right.`, rate);
    }
    if (state !== "running") {
        return { say: "Press a line of the network to ask why that weight changes, or play on." };
    }
    return step < PATIENCE / 3
        ? { say: "Each step moves every weight a little way downhill. Watch the colours come to fit the points." }
        : { say: "Now change the learning rate while it runs, and see what the cost does.", part: "rate" };
}

/** @returns {Word} */
function stuck(/** @type {string} */ found, /** @type {number} */ rate) {
    if (rate < SLOW) {
        return { say: `${found} Its steps are small: try a larger learning rate.`, part: "rate" };
    }
    if (rate > FAST) {
        return { say: `${found} Its steps are large: try a smaller learning rate.`, part: "rate" };
    }
    return { say: found, part: "stuck" };
}

/** Goes to the field of the learning rate, which may be below what is seen. */
function toRate() {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById("learningRate"));
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
    field?.select();
}

/** Opens what is below and goes there. */
function open(/** @type {string} */ id) {
    const details = /** @type {HTMLDetailsElement | null} */ (document.getElementById(id));
    if (details) {
        details.open = true;
        details.querySelector("summary")?.focus({ preventScroll: true });
        details.scrollIntoView({ block: "start", behavior: "smooth" });
    }
}

customElements.define("x-guide", Guide);
