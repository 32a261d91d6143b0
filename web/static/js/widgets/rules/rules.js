import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { Trial } from "../../shared/dom/trial.js";
import { count, percent, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/rules">} Trained */
/** @typedef {Trained["descent"]} Course */

/** The chart's drawing, in its own units. */
const WIDE = 200;
const TALL = 60;

/**
 * `<x-rules>`: gradient descent and Hebb's rule train the same connections into the outputs, from the shown step on and with the
 * same examples. The server trains them when the learner asks.
 */
class Rules extends StageWidget {
    figure = { name: "Two rules", line: "Gradient descent and Hebb’s rule, training the same connections." };
    #trial = new Trial("Train with both rules", "The server is training the connections with both rules …");
    #body = html("div", { class: "rules" });
    /** @type {number | null} */ #step = null;

    enter(/** @type {AbortSignal} */ signal) {
        this.#trial.listen(signal, (hear) => this.#train(hear));
        this.replaceChildren(this.#trial.button, this.#body, this.#trial.note);
    }

    build() {
        this.#clear();
    }

    /** Another step has another trial. */
    draw(/** @type {import("../../shared/types.js").Frame} */ { step }) {
        if (this.#step !== null && step !== this.#step) {
            this.#clear();
        }
    }

    #clear() {
        this.#step = null;
        delete this.dataset.description;
        this.#body.replaceChildren();
        this.#trial.say("");
    }

    async #train(/** @type {import("../../stage/progress.js").Listener} */ hear) {
        const { shown: step } = this.stage.progress;
        const trial = await this.stage.ask(`rules?step=${step}`, undefined, hear);
        if (step === this.stage.progress.shown) {
            this.#step = step;
            this.#show(trial);
            this.dataset.description = `rules/telling?step=${step}`;
            this.stage.redraw("select");
        }
    }

    #show(/** @type {Trained} */ { weights, descent, hebb }) {
        const { examples } = descent.points[descent.points.length - 1];
        this.#body.replaceChildren(
            side("Gradient descent", "descent", descent, weights), side("Hebb’s rule", "hebb", hebb, weights));
        this.#trial.say(`Each rule begins with the shown weights and sees the same ${count(examples)} examples. Only the ${count(weights)} weights into the outputs change. The curves show the share of unseen examples that the network gets right, from 0 to 100 %.`);
    }
}

/** A rule's training: a curve and what it came to. @param {string} name @param {string} look @param {Course} course @param {number} weights */
function side(name, look, { points, risen, fallen }, weights) {
    const first = points[0];
    const last = points[points.length - 1];
    const room = html("div", { class: `rule-curve ${look}` });
    const root = svg(room, "svg", { "viewBox": `0 0 ${WIDE} ${TALL}`, "preserveAspectRatio": "none", "aria-hidden": "true" });
    const at = points.map(({ examples, accuracy }) => `${((WIDE * examples) / last.examples).toFixed(1)} ${(TALL * (1 - accuracy)).toFixed(1)}`);
    svg(root, "path", { "class": "floor", "d": `M0 ${TALL}H${WIDE}`, "vector-effect": "non-scaling-stroke" });
    svg(root, "path", { "class": "curve", "d": `M${at.join("L")}`, "vector-effect": "non-scaling-stroke" });
    return html("section", { class: "rule" }, html("h3", {}, name), room, html("dl", {},
        ...fact("right", `${percent(first.accuracy)} → ${percent(last.accuracy)}`),
        ...fact("different answers", `${first.classes} → ${last.classes}`),
        ...fact("length of the weights", `${short(first.length)} → ${short(last.length)}`),
        ...fact("weights that rose", `${count(risen)} of ${count(weights)}`), ...fact("weights that fell", `${count(fallen)} of ${count(weights)}`)));
}

/** @param {string} name @param {string} value */
function fact(name, value) {
    return [html("div", {}, html("dt", {}, name), html("dd", {}, value))];
}

customElements.define("x-rules", Rules);
