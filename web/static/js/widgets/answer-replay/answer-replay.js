import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { paint } from "../../shared/pixels.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {{step: number, outputs: number[]}[]} Points */

/** The number of steps at which the server works out the answer. */
const POINTS = 60;

/** Milliseconds between two of them when they are played. */
const BEAT = 90;

/** Milliseconds for which the pad must rest before the past is asked for. */
const REST = 400;

const NOTHING = "Draw a digit to follow how the network learned to answer it.";
const NOTE = "One row for each output, 0 to 9. The darker a place, the larger the output at that step.";

/**
 * `<x-answer-replay>`: how the outputs for the digit on the pad changed over the steps of the run so far: a strip for each output, dark where it is large, a slider over
 * the steps, and what the network said at each. The server computes it from the weights of these steps.
 */
class AnswerReplay extends StageWidget {
    /** @type {Points} */ #points = [];
    #asked = "";
    #waiting = false;
    #later = 0;
    #timer = 0;
    #joined = 0;
    #strip = html("canvas", { "role": "img", "aria-label": "The ten outputs over the steps: the darker, the larger" });
    #names = html("ol", { "class": "replay-names", "aria-hidden": "true" }, ...Array.from({ length: 10 }, (_, digit) => html("li", {}, String(digit))));
    #line = html("i", { class: "replay-line" });
    #join = html("i", { class: "replay-join", title: "Your drawing joins the training data here" });
    #slider = html("input", { "type": "range", "min": 0, "max": 1, "value": 0, "aria-label": "Step of the replay" });
    #play = html("button", { class: "quiet", type: "button" }, "Play the learning");
    #said = html("p", { class: "replay-said" }, NOTHING);
    #note = html("p", { class: "note" }, NOTE);
    #body = html("div", { class: "replay" }, this.#names,
        html("div", { class: "replay-strip" }, this.#strip, this.#line, this.#join), this.#slider);
    #tools = html("p", { class: "replay-tools" }, this.#play);

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#said, this.#body, this.#tools, this.#note);
        this.stage.addEventListener("drawn", () => this.#due(), { signal });
        this.#slider.addEventListener("input", () => {
            this.#stop();
            this.#show();
        }, { signal });
        this.#play.addEventListener("click", () => (this.#timer ? this.#stop() : this.#run()), { signal });
        document.addEventListener("palette", () => this.#paint(), { signal });
    }

    leave() {
        clearTimeout(this.#later);
        this.#stop();
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        if (this.#asked === "") {
            this.#layOut();
        }
        this.#asked = "";
        this.#joined = /** @type {any} */ (setup.spec.data).drawings?.at(-1)?.from ?? -1;
        this.#due();
    }

    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {any} */ _curve, /** @type {import("../../shared/types.js").Progress} */ { state }) {
        if (state !== "running") {
            this.#due();
        }
    }

    /** Asks for the past of what is on the pad, once the pad rests. */
    #due() {
        clearTimeout(this.#later);
        this.#later = setTimeout(() => this.#ask(), REST);
    }

    async #ask() {
        const { drawn, progress } = this.stage;
        if (!drawn) {
            this.#asked = "";
            this.#points = [];
            this.#stop();
            this.#layOut();
            return;
        }
        const key = `${progress.newest} ${this.stage.run.frames} ${drawn.join()}`;
        if (key === this.#asked || this.#waiting || progress.newest === 0) {
            return;
        }
        this.#asked = key;
        this.#waiting = true;
        try {
            const { points } = await this.stage.ask("replays", { input: drawn, points: POINTS });
            this.#points = points;
            this.#stop();
            this.#layOut();
        } catch (error) {
            write(this.#said, /** @type {Error} */ (error).message);
        }
        this.#waiting = false;
        this.#due();
    }

    #layOut() {
        const points = this.#points;
        const none = points.length === 0;
        this.toggleAttribute("data-empty", none);
        this.#slider.disabled = none;
        this.#play.disabled = none;
        if (none) {
            write(this.#said, NOTHING);
            this.#join.hidden = true;
            [...this.#names.children].forEach((name) => name.classList.remove("best"));
            paint(this.#strip, [0], 1, { ink: true });
            return;
        }
        this.#slider.max = String(points.length - 1);
        this.#slider.value = this.#slider.max;
        const last = points[points.length - 1].step;
        this.#join.hidden = this.#joined < 0 || this.#joined > last;
        this.#join.style.left = `${(100 * this.#joined) / last}%`;
        this.#paint();
        this.#show();
    }

    #paint() {
        const points = this.#points;
        if (points.length > 0) {
            const outputs = points[0].outputs.map((_, j) => points.map((point) => point.outputs[j]));
            paint(this.#strip, outputs.flat(), points.length, { ink: true });
        }
    }

    #show() {
        const points = this.#points;
        const at = Number(this.#slider.value);
        const { step, outputs } = points[at];
        const best = outputs.indexOf(Math.max(...outputs));
        const text = `At step ${count(step)} it says ${best}, ${percent(outputs[best])}.`;
        write(this.#said, text);
        this.#slider.setAttribute("aria-valuetext", text);
        this.#slider.style.setProperty("--filled", `${(100 * at) / Math.max(1, points.length - 1)}%`);
        this.#line.style.left = `${(100 * (at + 0.5)) / points.length}%`;
        [...this.#names.children].forEach((name, digit) => name.classList.toggle("best", digit === best));
    }

    #run() {
        this.#slider.value = "0";
        this.#show();
        write(this.#play, "Stop");
        this.#timer = setInterval(() => {
            const next = Number(this.#slider.value) + 1;
            if (next >= this.#points.length) {
                this.#stop();
            } else {
                this.#slider.value = String(next);
                this.#show();
            }
        }, BEAT);
    }

    #stop() {
        clearInterval(this.#timer);
        this.#timer = 0;
        write(this.#play, "Play the learning");
    }
}

customElements.define("x-answer-replay", AnswerReplay);
