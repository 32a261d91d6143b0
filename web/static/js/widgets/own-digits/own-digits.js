import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { paint } from "../../shared/pixels.js";
import { StageWidget } from "../../stage-widget.js";
import { pixelsOf, inkOf } from "./ink-text.js";

/** @typedef {{digit: number, from: number, ink: string}} Drawing */

/** The number of steps that one press trains. */
const STEPS = 100;

/** Milliseconds between two readings of a run that plays. */
const RENEWED = 500;

/** The most drawings that a run takes. */
const MOST = 50;

/**
 * `<x-own-digits>`: adds the digit on the pad to the training data under the name that the learner gives it, trains on, and shows how the network of the shown step
 * reads every drawing that was added.
 */
class OwnDigits extends StageWidget {
    /** @type {Drawing[]} */ #drawings = [];
    #asked = "";
    #waiting = false;
    #from = 0;
    #later = 0;
    #choice = html("div", { "class": "choice digits", "role": "group", "aria-label": "The digit that you drew" },
        ...Array.from({ length: 10 }, (_, digit) => html("label", {}, html("input", { type: "radio", name: "digit", value: digit }), ` ${digit}`)));
    #add = html("button", { class: "quiet add-digit", type: "submit" }, "Add to the training data");
    #train = html("button", { class: "quiet", type: "button" }, `Train ${STEPS} steps`);
    #said = html("p", { class: "note", role: "status" });
    #form = html("form", { class: "own-digits-form" }, html("p", { class: "part-label" }, "Which digit did you draw?"), html("div", { class: "own-digits-tools" }, this.#choice, this.#add, this.#train));
    #list = html("ul", { "class": "own-digits", "aria-label": "Your drawings among the training data" });

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#form, this.#said, this.#list);
        this.#form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.#send();
        }, { signal });
        this.#train.addEventListener("click", () => this.#learn(), { signal });
        this.#list.addEventListener("click", ({ target }) => {
            const index = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button"))?.dataset.index;
            if (index !== undefined) {
                this.stage.dispatchEvent(new CustomEvent("put", { detail: { input: pixelsOf(this.#drawings[Number(index)].ink) } }));
            }
        }, { signal });
        document.addEventListener("palette", () => this.#lay(), { signal });
    }

    leave() {
        clearTimeout(this.#later);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#drawings = /** @type {any} */ (setup.spec.data).drawings ?? [];
        this.#asked = "";
        this.#lay();
        const last = this.#drawings.at(-1);
        if (last) {
            write(this.#said, `Your ${last.digit} joined at step ${count(last.from)}. Press Train ${STEPS} steps, and see whether the network reads it.`);
        } else {
            write(this.#said, "");
        }
    }

    async #send() {
        const chosen = /** @type {HTMLInputElement | null} */ (this.#choice.querySelector(":checked"));
        const { drawn, progress } = this.stage;
        if (!drawn) {
            write(this.#said, "Draw a digit on the pad first.");
        } else if (!chosen) {
            write(this.#said, "Choose the digit that you drew, 0 to 9.");
        } else if (this.#drawings.length >= MOST) {
            write(this.#said, `You have added ${MOST} drawings. There is no room for more.`);
        } else {
            this.#add.disabled = true;
            try {
                await this.stage.attempt("drawing", { step: progress.shown, digit: Number(chosen.value), ink: inkOf(drawn) });
                chosen.checked = false;
            } catch (error) {
                write(this.#said, /** @type {Error} */ (error).message);
            }
            this.#add.disabled = false;
        }
    }

    async #learn() {
        this.#train.disabled = true;
        await this.stage.act("steps", { count: STEPS });
        this.#train.disabled = false;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        const key = JSON.stringify([frame.step, this.#drawings.length, frame.cost]);
        const wait = this.#from - performance.now();
        if (key === this.#asked || this.#waiting || this.#drawings.length === 0) {
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

    /** Asks how the network of a step reads all drawings. */
    async #ask(/** @type {number} */ step) {
        const drawings = this.#drawings;
        this.#waiting = true;
        try {
            const { outputs } = await this.stage.ask("predictions", { step, inputs: drawings.map(({ ink }) => pixelsOf(ink)) });
            if (drawings === this.#drawings) {
                this.#judge(step, outputs);
            }
        } catch (error) {
            write(this.#said, /** @type {Error} */ (error).message);
        }
        this.#waiting = false;
        this.redraw();
    }

    #judge(/** @type {number} */ step, /** @type {number[][]} */ outputs) {
        let right = 0;
        outputs.forEach((values, i) => {
            const read = values.indexOf(Math.max(...values));
            const isRight = read === this.#drawings[i].digit;
            right += isRight ? 1 : 0;
            const item = this.#list.children[i];
            item.querySelector("span")?.classList.toggle("misread", !isRight);
            write(item.querySelector("span"), `read as ${read}, ${percent(values[read])}`);
        });
        const all = outputs.length;
        if (step > this.#drawings[all - 1].from) {
            write(this.#said, all === 1
                ? `At step ${count(step)} the network ${right === 1 ? "reads your drawing." : "still misreads your drawing."}`
                : `At step ${count(step)} the network reads ${count(right)} of your ${count(all)} drawings.`);
        }
    }

    #lay() {
        this.#list.hidden = this.#drawings.length === 0;
        this.#train.hidden = this.#drawings.length === 0;
        this.#list.replaceChildren(...this.#drawings.map(({ digit, from, ink }, i) => {
            const canvas = html("canvas", { "aria-hidden": "true" });
            paint(canvas, pixelsOf(ink), 28, { ink: true });
            return html("li", {}, html("button", { "type": "button", "data-index": i, "title": "Put it on the pad" }, canvas,
                html("b", {}, `your ${digit}`), html("span", {}, "…"), html("small", {}, `from step ${count(from)}`)));
        }));
    }
}

customElements.define("x-own-digits", OwnDigits);
