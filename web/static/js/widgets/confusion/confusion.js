import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/confusion">} Matrix */

/** Milliseconds between two counts of a run that plays. */
const RENEWED = 500;

const NO_CLASSES = "A confusion matrix needs examples of one class each. The targets of these are not classes.";

/** The set that the reader chose last, which stays chosen when the stage is replaced. */
let chosen = "training";

/**
 * `<x-confusion>`: the examples of each class, a row for each, counted by the class that the network of the shown step predicts, a column for each.
 */
class Confusion extends StageWidget {
    figure = { name: "Confusion matrix", line: "The examples of each class, counted by the class that the network predicts." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    #asked = "";
    #waiting = false;
    #from = 0;
    #later = 0;
    #note = html("p", { class: "note" });
    #room = html("div", { "class": "numbers-table", "tabindex": 0, "role": "group", "aria-label": "Confusion matrix" });
    /** A form, so that the choices of two figures are apart. */ #choice = html("form");

    enter(/** @type {AbortSignal} */ signal) {
        this.#choice.replaceChildren(html("div", { "class": "choice", "role": "group", "aria-label": "Examples to count" },
            ...["training", "test"].map((set) => html("label", {},
                html("input", { type: "radio", name: "set", value: set, checked: set === chosen }), ` ${set}`))));
        this.#choice.addEventListener("change", ({ target }) => {
            chosen = /** @type {HTMLInputElement} */ (target).value;
            this.redraw();
        }, { signal });
        this.replaceChildren(this.#choice, this.#room, this.#note);
    }

    leave() {
        clearTimeout(this.#later);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#asked = "";
        this.#room.replaceChildren();
        write(this.#note, "");
        const none = setup.data.testInputs.length === 0;
        const [training, test] = /** @type {HTMLInputElement[]} */ ([...this.#choice.querySelectorAll("input")]);
        test.disabled = none;
        training.checked = none || chosen === "training";
        test.checked = !training.checked;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        this.#choice.hidden = frame.accuracy === null;
        if (frame.accuracy === null) {
            this.#room.replaceChildren();
            write(this.#note, NO_CLASSES);
            return;
        }
        const set = /** @type {HTMLInputElement} */ (this.#choice.querySelector(":checked")).value;
        const key = JSON.stringify([frame.step, set, frame.trainCost ?? frame.cost]);
        const wait = this.#from - performance.now();
        if (key === this.#asked || this.#waiting) {
            return;
        }
        clearTimeout(this.#later);
        if (state === "running" && wait > 0) {
            this.#later = setTimeout(() => this.redraw(), wait);
            return;
        }
        this.#asked = key;
        this.#from = performance.now() + RENEWED;
        this.#ask(frame.step, set);
    }

    /** @param {number} step @param {string} set */
    async #ask(step, set) {
        const setup = this.#setup;
        this.#waiting = true;
        try {
            const matrix = await this.stage.ask(`confusion?step=${step}&set=${set}`);
            if (setup === this.#setup) {
                this.#show(matrix);
            }
        } catch (error) {
            this.#room.replaceChildren();
            write(this.#note, /** @type {Error} */ (error).message);
        }
        this.#waiting = false;
        this.redraw();
    }

    /** @param {Matrix} matrix */
    #show({ step, set, examples, right, classes, counts }) {
        const most = Math.max(...counts.flat());
        const rows = counts.map((row, actual) => html("tr", {}, html("th", { scope: "row" }, html("span", { title: classes[actual] }, classes[actual])),
            ...row.map((number, predicted) => cell(number, actual === predicted, most))));
        this.#room.replaceChildren(html("table", {},
            html("caption", {}, "Row: actual. Column: predicted."),
            html("thead", {}, html("tr", {}, html("td"), ...classes.map((name) => html("th", { scope: "col" }, html("span", { title: name }, name))))),
            html("tbody", {}, ...rows)));
        write(this.#note, `${count(right)} of ${count(examples)} ${set} examples are right at step ${count(step)}: ${percent(right / examples)}.`);
    }
}

/** A number of examples, the darker the more. @param {number} number @param {boolean} isRight @param {number} most */
function cell(number, isRight, most) {
    const element = html("td", { class: isRight ? "right" : number > 0 ? "wrong" : "" }, count(number));
    element.style.setProperty("--share", `${Math.round((100 * number) / most)}%`);
    return element;
}

customElements.define("x-confusion", Confusion);
