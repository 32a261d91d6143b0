import { html } from "../../shared/dom/html.js";
import { Trial } from "../../shared/dom/trial.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/ablation">} Ablation */

/** Steps of shading between no example lost and all of them. */
const SHADES = 4;

/**
 * `<x-ablation>`: a row for each hidden unit, with how the right answers of each class change when this unit is taken out. The
 * first row shows how many examples are right with all units. The server counts when the learner asks.
 */
class AblationTable extends StageWidget {
    figure = { name: "Without one unit", line: "The examples that the network gets wrong without one of its hidden units." };
    #layer = 1;
    /** @type {number | null} */ #step = null;
    #trial = new Trial("Take each unit out", "The server is counting …");
    #table = html("table", { class: "ablation" });

    enter(/** @type {AbortSignal} */ signal) {
        this.#trial.listen(signal, (hear) => this.#ask(hear));
        this.#table.addEventListener("click", (event) => {
            const unit = /** @type {HTMLElement} */ (event.target).closest("tr")?.dataset.unit;
            if (unit !== undefined) {
                this.stage.select({ kind: "neuron", at: [this.#layer, Number(unit)] }, "hold");
            }
        }, { signal });
        this.replaceChildren(this.#trial.button, html("div", { class: "ablation-room" }, this.#table), this.#trial.note);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#layer = setup.spec.network.layers.length - 2;
        this.#clear();
    }

    #clear() {
        this.#step = null;
        delete this.dataset.description;
        this.#table.replaceChildren();
        this.#trial.say("");
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        const unit = item?.kind === "neuron" && item.at[0] === this.#layer ? String(item.at[1]) : null;
        for (const row of this.#table.rows) {
            row.toggleAttribute("data-selected", unit !== null && row.dataset.unit === unit);
        }
        if (this.#step !== null && frame.step !== this.#step) {
            this.#clear();
        }
    }

    async #ask(/** @type {import("../../stage/progress.js").Listener} */ hear) {
        const { shown: step } = this.stage.progress;
        const ablation = await this.stage.ask(`ablation?step=${step}`, undefined, hear);
        if (step === this.stage.progress.shown) {
            this.#step = step;
            this.#show(ablation);
            this.dataset.description = `ablation/telling?step=${step}`;
            this.stage.redraw("select");
        }
    }

    #show(/** @type {Ablation} */ { counts, right, without }) {
        const head = html("tr", {}, ...["unit out", ...counts.map((_, digit) => String(digit)), "all"].map((name) => html("th", { scope: "col" }, name)));
        const whole = html("tr", { class: "whole" }, html("th", { scope: "row" }, "none"), ...right.map((n) => html("td", {}, String(n))), html("td", {}, String(sum(right))));
        this.#table.replaceChildren(html("thead", {}, head), html("tbody", {}, whole, ...without.map((left, unit) => html("tr", { "data-unit": unit },
            html("th", { scope: "row" }, html("button", { "type": "button", "class": "quiet", "aria-label": `Unit ${unit + 1}` }, String(unit + 1))),
            ...left.map((n, digit) => cell(n - right[digit], right[digit])), cell(sum(left) - sum(right), sum(right))))));
        this.#trial.say(`The first row counts the unseen examples that the network gets right, ${sum(right)} of ${sum(counts)} in all. The other rows show how each count changes without one unit.`);
    }
}

/** Shows the change of a count; the more is lost, the darker. @param {number} change @param {number} whole */
function cell(change, whole) {
    const shade = change < 0 && whole > 0 ? Math.max(1, Math.round((SHADES * -change) / whole)) : 0;
    return html("td", { "data-lost": shade }, change === 0 ? "·" : change > 0 ? `+${change}` : `−${-change}`);
}

function sum(/** @type {number[]} */ numbers) {
    return numbers.reduce((total, n) => total + n, 0);
}

customElements.define("x-ablation", AblationTable);
