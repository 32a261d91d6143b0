import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/confusion">} Matrix */

/** Milliseconds between two counts of a run that plays. */
const RENEWED = 500;

const NO_CLASSES = "A confusion matrix needs examples of one class each. The targets of these are not classes.";

/** The set that the reader chose last, which stays chosen when the stage is replaced. */
let chosen = "";

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
    /** The cell whose examples the gallery shows: the actual and the predicted class. @type {[number, number] | null} */ #opened = null;
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
        this.#room.addEventListener("click", ({ target }) => this.#open(/** @type {Element} */ (target).closest("button")), { signal });
        this.#room.addEventListener("keydown", (event) => this.#move(event), { signal });
        this.replaceChildren(this.#choice, this.#room, this.#note);
    }

    /** Lets the gallery beside it show the examples of a cell. @param {HTMLButtonElement | null} button */
    #open(button) {
        if (button) {
            this.#opened = [Number(button.dataset.actual), Number(button.dataset.predicted)];
            this.#mark(button);
            const [actual, predicted] = this.#opened;
            this.stage.dispatchEvent(new CustomEvent("cell", { detail: { set: this.#set, actual, predicted } }));
        }
    }

    /** Makes one cell of the matrix the one that the Tab key comes to. @param {HTMLButtonElement} button */
    #mark(button) {
        for (const other of this.#room.querySelectorAll("button")) {
            other.tabIndex = other === button ? 0 : -1;
            other.setAttribute("aria-pressed", String(this.#opened?.join() === `${other.dataset.actual},${other.dataset.predicted}`));
        }
    }

    /** The arrow keys go from cell to cell. */
    #move(/** @type {KeyboardEvent} */ event) {
        const from = /** @type {HTMLElement} */ (event.target);
        const way = /** @type {Record<string, [number, number]>} */ ({
            ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] })[event.key];
        let [actual, predicted] = [Number(from.dataset.actual), Number(from.dataset.predicted)];
        while (way && from.dataset.actual) {
            [actual, predicted] = [actual + way[0], predicted + way[1]];
            const place = this.#room.querySelector(`td[data-cell="${actual},${predicted}"]`);
            const button = place?.querySelector("button");
            if (button) {
                button.focus();
                this.#mark(button);
            }
            if (button || !place) {
                event.preventDefault();
                event.stopPropagation();
                return;
            }
        }
    }

    get #set() {
        return /** @type {HTMLInputElement} */ (this.#choice.querySelector(":checked")).value;
    }

    leave() {
        clearTimeout(this.#later);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#asked = "";
        this.#opened = null;
        this.#room.replaceChildren();
        write(this.#note, "");
        chosen = chosen || (this.dataset.set ?? "training");
        const none = setup.data.testInputs.length === 0;
        const [training, test] = /** @type {HTMLInputElement[]} */ ([...this.#choice.querySelectorAll("input")]);
        test.disabled = none;
        training.checked = none || chosen === "training";
        test.checked = !training.checked;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        // Frames of a large run come without an accuracy: its set is too much work for each of them.
        const hasClasses = frame.accuracy !== null || (this.#setup?.data.classNames?.length ?? 0) > 0;
        this.#choice.hidden = !hasClasses;
        if (!hasClasses) {
            this.#room.replaceChildren();
            write(this.#note, NO_CLASSES);
            return;
        }
        const set = this.#set;
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
        const opens = this.stage.querySelector("x-readings") !== null;
        const focused = /** @type {HTMLElement | null} */ (this.#room.querySelector("button:focus"))?.closest("td")?.dataset.cell;
        const rows = counts.map((row, actual) => html("tr", {}, html("th", { scope: "row" }, html("span", { title: classes[actual] }, classes[actual])),
            ...row.map((number, predicted) => cell(number, { actual, predicted, most, opens, classes }))));
        this.#room.replaceChildren(html("table", {},
            html("caption", {}, "Row: actual. Column: predicted."),
            html("thead", {}, html("tr", {}, html("td"), ...classes.map((name) => html("th", { scope: "col" }, html("span", { title: name }, name))))),
            html("tbody", {}, ...rows)));
        const button = (/** @type {string | undefined} */ at) => /** @type {HTMLButtonElement | null} */ (this.#room.querySelector(`td[data-cell="${at}"] button`));
        const reached = button(focused) ?? button(this.#opened?.join()) ?? this.#room.querySelector("button");
        if (reached) {
            this.#mark(reached);
        }
        button(focused)?.focus({ preventScroll: true });
        write(this.#note, `${count(right)} of ${count(examples)} ${set} examples are right at step ${count(step)}: ${percent(right / examples)}.`);
    }
}

/**
 * A number of examples, the darker the more; a button where a gallery shows them.
 *
 * @param {number} number
 * @param {{actual: number, predicted: number, most: number, opens: boolean, classes: string[]}} of
 */
function cell(number, { actual, predicted, most, opens, classes }) {
    const label = `${count(number)} of class ${classes[actual]}, predicted ${classes[predicted]}: show them`;
    const inside = opens && number > 0
        ? html("button", { "type": "button", "data-actual": actual, "data-predicted": predicted, "aria-label": label }, count(number)) : count(number);
    const look = actual === predicted ? "right" : number > 0 ? "wrong" : "";
    const element = html("td", { "class": look, "data-cell": `${actual},${predicted}` }, inside);
    element.style.setProperty("--share", `${Math.round((100 * number) / most)}%`);
    return element;
}

customElements.define("x-confusion", Confusion);
