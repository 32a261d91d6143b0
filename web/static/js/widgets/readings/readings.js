import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { paint } from "../../shared/pixels.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/readings">} Readings */
/** @typedef {Readings["examples"][number]} Reading */

/** Milliseconds between two requests of a run that plays. */
const RENEWED = 1000;

/** The number of pictures that are shown before somebody asks for the rest. */
const FIRST = 12;

/**
 * `<x-readings>`: a gallery of the unseen digits that the network of the shown step misreads, or of those that a cell of the confusion matrix counts. Each has what was
 * read, how sure the network is, and its own class. Pressing one puts it on the pad.
 */
class ReadingsGallery extends StageWidget {
    #asked = "";
    #waiting = false;
    #from = 0;
    #later = 0;
    #isWhole = false;
    /** The cell that was opened; without one, everything misread. @type {{set: string, actual: number, predicted: number} | null} */ #cell = null;
    /** @type {Readings | null} */ #readings = null;
    #title = html("p", { class: "readings-title", role: "status" });
    #list = html("ul", { class: "readings" });
    #all = html("button", { class: "quiet", type: "button", hidden: true }, "Show all that are misread");
    #more = html("button", { class: "quiet", type: "button", hidden: true });

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#title, this.#list, html("p", { class: "readings-tools" }, this.#more, this.#all));
        this.stage.addEventListener("cell", (event) => this.#look(/** @type {CustomEvent} */ (event).detail), { signal });
        this.#all.addEventListener("click", () => this.#look(null), { signal });
        this.#more.addEventListener("click", () => {
            this.#isWhole = true;
            this.#show();
            /** @type {HTMLElement | null} */ (this.#list.children[FIRST]?.querySelector("button"))?.focus();
        }, { signal });
        this.#list.addEventListener("click", ({ target }) => this.#put(/** @type {Element} */ (target).closest("button")), { signal });
        document.addEventListener("palette", () => this.#show(), { signal });
    }

    leave() {
        clearTimeout(this.#later);
    }

    build() {
        this.#asked = "";
        this.#cell = null;
    }

    /** Shows the digits of a cell, or of all cells that are wrong. @param {{set: string, actual: number, predicted: number} | null} cell */
    #look(cell) {
        this.#cell = cell;
        this.#isWhole = false;
        this.#from = 0;
        this.redraw();
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        const key = JSON.stringify([frame.step, this.#cell, frame.trainCost ?? frame.cost]);
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
        this.#ask(frame.step);
    }

    async #ask(/** @type {number} */ step) {
        this.#waiting = true;
        const { set = "test", ...wanted } = this.#cell ?? {};
        const query = new URLSearchParams({ step: String(step), set, ...Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)])) });
        try {
            this.#readings = await this.stage.ask(`readings?${query}`);
            this.#show();
        } catch (error) {
            this.#list.replaceChildren();
            write(this.#title, /** @type {Error} */ (error).message);
        }
        this.#waiting = false;
        this.redraw();
    }

    #show() {
        if (!this.#readings) {
            return;
        }
        const { found, step, set, classes, examples } = this.#readings;
        const cell = this.#cell;
        const digits = `${count(found)} ${set === "test" ? "unseen" : "training"} ${found === 1 ? "digit" : "digits"}`;
        write(this.#title, cell === null
            ? `At step ${count(step)} the network misreads ${digits}.`
            : `At step ${count(step)} the network reads ${digits} of class ${classes[cell.actual]} as ${classes[cell.predicted]}.`);
        this.#all.hidden = cell === null;
        const shown = this.#isWhole ? examples : examples.slice(0, FIRST);
        this.#more.hidden = shown.length === examples.length;
        write(this.#more, `Show ${count(examples.length - shown.length)} more`);
        const focused = [...this.#list.children].findIndex((item) => item.contains(document.activeElement));
        this.#list.replaceChildren(...shown.map((reading, i) => picture(reading, classes, i)));
        /** @type {HTMLElement | null} */ (this.#list.children[focused]?.querySelector("button"))?.focus({ preventScroll: true });
    }

    #put(/** @type {HTMLElement | null} */ button) {
        const reading = this.#readings?.examples[Number(button?.dataset.index)];
        if (button && reading) {
            this.stage.dispatchEvent(new CustomEvent("put", { detail: { input: reading.input } }));
            this.stage.querySelector("x-digit-pad")?.scrollIntoView({ block: "nearest" });
        }
    }
}

/** One digit with what the network reads in it. @param {Reading} reading @param {string[]} classes @param {number} i */
function picture({ actual, predicted, input, outputs }, classes, i) {
    const canvas = html("canvas", { "aria-hidden": "true" });
    paint(canvas, input, Math.round(Math.sqrt(input.length)), { ink: true });
    const isRight = actual === predicted;
    return html("li", {}, html("button", { "type": "button", "data-index": i, "title": "Put it on the pad" }, canvas,
        html("span", { class: isRight ? "" : "misread" }, `read as ${classes[predicted]}, ${percent(outputs[predicted])}`),
        html("span", {}, isRight ? "right" : `it is ${classes[actual]}, ${percent(outputs[actual])}`)));
}

customElements.define("x-readings", ReadingsGallery);
