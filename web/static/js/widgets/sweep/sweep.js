import { costCurves } from "../../shared/cost-curves.js";
import { html } from "../../shared/dom/html.js";
import { Trial } from "../../shared/dom/trial.js";
import { StageWidget } from "../../stage-widget.js";
import { tileOf } from "./tile.js";
import { tableOf } from "./table.js";

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */

/**
 * @typedef {object} Training with one value of the setting
 * @property {string} value
 * @property {string} query of the address that opens it in the playground
 * @property {boolean} diverged
 * @property {any} spec
 * @property {[number, number | null][]} points steps, and the cost over all training examples
 * @property {Frame} end
 *
 * @typedef {{trials: Training[], best: number | null}} Sweep
 */

/** The settings that can be compared: their names, and values to begin with; the activations are those of the page's list. @type {Record<string, [string, string]>} */
const SETTINGS = {
    learningRate: ["learning rate", "0.01 0.03 0.1 0.3 1 3"],
    neurons: ["neurons in each hidden layer", "1 2 3 4 6 8"],
    activation: ["activation", ""],
    seed: ["starting weights (seed)", "1 2 3 4 5 6"],
};

const STEPS = ["100", "300", "1000", "3000"];
const USUAL = "300";
/** The largest number of trainings. */
const MOST = 8;
/** The longest time, in milliseconds, that all trainings together may take. */
const LIMIT = 120_000;

/**
 * `<x-sweep data-address>`: the playground's network trained with several values of one setting: each end as a small map, all curves in one chart, the
 * numbers in a table with the best one marked. A press on a training opens it. The server trains when the learner asks.
 */
class SweepWidget extends StageWidget {
    figure = { name: "Comparison of settings", line: "The same network, trained with several values of one setting." };
    /** @type {Setup | null} */ #setup = null;
    /** @type {Sweep | null} */ #sweep = null;
    #trial = new Trial("Train them all", "The server is training the networks …");
    #over = html("select", { name: "over" }, ...Object.entries(SETTINGS).map(([name, [label]]) => html("option", { value: name }, label)));
    #values = html("input", { type: "text", name: "values", autocomplete: "off", spellcheck: "false", value: SETTINGS.learningRate[1] });
    #steps = html("select", { name: "steps" }, ...STEPS.map((steps) => html("option", { value: steps, selected: steps === USUAL }, steps)));
    #result = html("div", { class: "sweep-result" });

    enter(/** @type {AbortSignal} */ signal) {
        const form = html("form", { class: "sweep-form" },
            html("label", {}, html("span", {}, "Setting"), this.#over),
            html("label", { class: "sweep-values" }, html("span", {}, "Values, 2 to 8"), this.#values),
            html("label", {}, html("span", {}, "Steps"), this.#steps), this.#trial.button);
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.#trial.button.click();
        }, { signal });
        this.#over.addEventListener("change", () => {
            this.#values.value = SETTINGS[this.#over.value][1] || activations();
        }, { signal });
        this.#trial.listen(signal, (hear) => this.#train(hear));
        document.addEventListener("palette", () => this.#show(), { signal });
        this.replaceChildren(form, this.#trial.note, this.#result);
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
    }

    async #train(/** @type {import("../../stage/progress.js").Listener} */ hear) {
        const query = new URLSearchParams();
        for (const id of ["setup", "tweaks"]) {
            new FormData(/** @type {HTMLFormElement} */ (document.getElementById(id))).forEach((value, name) => query.set(name, String(value)));
        }
        query.set("over", this.#over.value);
        query.set("values", this.#values.value);
        query.set("steps", this.#steps.value);
        this.#sweep = await this.stage.get(`${this.dataset.address}/sweep?${query}`, LIMIT, hear);
        this.#show();
    }

    #show() {
        const setup = this.#setup;
        if (!this.#sweep || !setup) {
            return;
        }
        const { trials, best } = this.#sweep;
        const [label] = SETTINGS[this.#over.value];
        const address = (/** @type {Training} */ { query }) => `${this.dataset.address}${query === "" ? "" : `?${query}`}`;
        this.#result.replaceChildren(
            html("ol", { class: "sweep-tiles" }, ...trials.map((training, i) => tileOf(training, setup.data, { place: i, isBest: i === best, address: address(training) }))),
            html("div", { class: "sweep-both" }, costCurves(trials, "The cost of each training over the steps; the table has the numbers at the end."), tableOf(trials, best, label)));
        this.#trial.say(best === null
            ? "Every training left the finite numbers. Try smaller values."
            : `The best end has the ${label} ${trials[best].value}: its ${trials[best].end.testCost === null ? "cost" : "test cost"} is the lowest. Press a picture to open that network.`);
    }
}

/** The activations that the page offers for all layers at once. */
function activations() {
    const options = /** @type {HTMLOptionElement[]} */ ([...document.querySelectorAll("#activation option")]);
    return options.map(({ value }) => value).filter((name) => !name.includes(".")).slice(0, MOST).join(" ");
}

customElements.define("x-sweep", SweepWidget);
