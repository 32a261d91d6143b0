import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** Milliseconds between two questions to the server while a run plays. */
const ASK_EVERY_MS = 1000;

/** Significant digits of a speed: it changes from second to second. */
const DIGITS = 3;

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/speed">} Speed */

/**
 * `<x-training-speed>`: how many weights a second the run adjusts, how many steps it makes, and how many unseen examples it gets right. The server
 * measures; the widget asks once a second while the run plays, and once more when it pauses.
 */
class TrainingSpeed extends StageWidget {
    #weights = html("dd", {});
    #steps = html("dd", {});
    #right = html("dd", {});
    #note = html("p", { class: "note" });
    #isRunning = false;
    #shown = -1;
    #asking = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #next;

    enter() {
        const fact = (/** @type {string} */ name, /** @type {HTMLElement} */ value) => html("div", {}, html("dt", {}, name), value);
        this.replaceChildren(html("dl", { class: "speeds" }, fact("weights adjusted per second", this.#weights), fact("steps per second", this.#steps),
            fact("unseen examples right", this.#right)), this.#note);
    }

    leave() {
        clearTimeout(this.#next);
        this.#isRunning = false;
    }

    build() {
        this.#shown = -1;
    }

    follow(/** @type {import("../../shared/types.js").Progress} */ { state }) {
        const was = this.#isRunning;
        this.#isRunning = state === "running";
        if (was !== this.#isRunning) {
            clearTimeout(this.#next);
            this.#ask();
        }
    }

    /** Asks for a step that was made by hand too. */
    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {any} */ _curve, /** @type {import("../../shared/types.js").Progress} */ { newest }) {
        if (!this.#isRunning && newest !== this.#shown) {
            this.#ask();
        }
    }

    async #ask() {
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        this.#shown = this.stage.progress.newest;
        try {
            this.#show(await this.stage.ask("speed"));
        } catch (error) {
            write(this.#note, /** @type {Error} */ (error).message);
        }
        this.#asking = false;
        if (this.isConnected && this.#isRunning) {
            clearTimeout(this.#next);
            this.#next = setTimeout(() => this.#ask(), ASK_EVERY_MS);
        } else if (this.isConnected && this.#shown !== this.stage.progress.newest) {
            this.#ask();
        }
    }

    #show(/** @type {Speed} */ { step, stepsPerSecond, weights, weightsPerSecond, testAccuracy }) {
        write(this.#weights, stepsPerSecond === 0 ? "–" : rounded(weightsPerSecond));
        write(this.#steps, stepsPerSecond === 0 ? "–" : short(stepsPerSecond));
        write(this.#right, testAccuracy === null ? "–" : percent(testAccuracy));
        write(this.#note, stepsPerSecond === 0 ? `${count(weights)} weights, at step ${count(step)}. The speed is measured while the run plays.`
            : `${count(weights)} weights times the steps of the last second, measured on this server. Where a gradient is 0, the adjustment is 0 too. The share of examples is that of step ${count(step)}.`);
    }
}

function rounded(/** @type {number} */ speed) {
    return count(Math.round(Number(speed.toPrecision(DIGITS))));
}

customElements.define("x-training-speed", TrainingSpeed);
