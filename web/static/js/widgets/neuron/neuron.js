import { costOf, drawCost } from "./cost.js";
import { draw, REACH as SEEN } from "./picture.js";
import { isSaturated, namesOf, take } from "./parts.js";
import { explanationsOf } from "../../shared/explanations.js";
import { neuronName } from "../../shared/items.js";
import { short } from "../../shared/numbers.js";
import { knows } from "../../shared/words.js";
import { write } from "../../shared/dom/write.js";
import { NO_WEIGHTS, StageWidget } from "../../stage-widget.js";

/** @typedef {import("./parts.js").Parts} Parts */

const REACH = 10;
const MOST_SLIDERS = 3;

/**
 * `<x-neuron>`: one neuron, large: the selected one, else the first of the last layer. An output neuron has its cost beside it,
 * as a function of the output. The weights and the bias have sliders that change the learner's own run; under the picture the
 * three factors of the gradient of one weight, multiplied. `data-factors="none"` leaves those to the learner. `data-shown` names the neuron.
 */
class OneNeuron extends StageWidget {
    figure = { name: "One neuron", line: "Its inputs, its curve with the tangent, and the factors of a gradient." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Parts | null} */ #parts = null;
    #at = [0, 0];
    #input = 0;
    #pictures = document.createElement("div");
    /** The shown reach of the curve to both sides: the same as long as every sum was within it. */
    #reach = SEEN;
    #figure = document.createElement("div");
    #cost = document.createElement("div");
    #sliders = document.createElement("div");
    #factors = document.createElement("div");
    #note = document.createElement("p");
    #sized = new ResizeObserver(() => this.#paint());
    #sending = false;
    /** @type {any} */ #waiting = null;

    enter(/** @type {AbortSignal} */ signal) {
        this.#figure.className = "neuron-figure";
        this.#figure.setAttribute("role", "img");
        this.#cost.className = "neuron-cost";
        this.#cost.setAttribute("role", "img");
        this.#pictures.className = "neuron-pictures";
        this.#pictures.replaceChildren(this.#figure, this.#cost);
        this.#sliders.className = "neuron-sliders";
        this.#factors.className = "factors";
        this.#note.className = "note";
        this.replaceChildren(this.#pictures, this.#sliders, this.#factors, this.#note);
        this.#sliders.addEventListener("input", (event) => this.#turn(/** @type {HTMLInputElement} */ (event.target)), { signal });
        this.#sized.observe(this.#figure);
    }

    leave() {
        this.#sized.disconnect();
        explanationsOf(this.stage).forget(this);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#at = [setup.spec.network.layers.length - 2, 0];
        this.#sliders.replaceChildren();
        this.#reach = SEEN;
    }

    lacks(/** @type {import("../../shared/types.js").Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        if (!this.#setup) {
            return;
        }
        this.#select(item);
        this.dataset.shown = `${this.#at[0] + 1}.${this.#at[1]}`;
        const names = namesOf(this.#setup, this.#at[0], this.#at[1], this.#input);
        const known = explanationsOf(this.stage).of(frame, knows(this.stage, "delta") ? Object.values(names) : [], this);
        this.#parts = take(frame, this.#setup, this.#at[0], this.#at[1], names, known);
        this.#cost.hidden = !knows(this.stage, "cost") || costOf(this.#setup.spec, this.#parts) === null;
        this.#paint();
    }

    #select(/** @type {import("../../shared/types.js").Item | null} */ item) {
        if (item?.kind === "neuron" && item.at[0] > 0) {
            this.#at = [item.at[0] - 1, item.at[1]];
        } else if (item && item.kind !== "neuron") {
            this.#at = [item.at[0], item.at[1]];
            this.#input = item.kind === "weight" ? item.at[2] : -1;
        }
    }

    #paint() {
        const width = this.#figure.clientWidth;
        if (!this.#parts || !this.#setup || width === 0) {
            return;
        }
        const { layer, j, z, a } = this.#parts;
        while (Math.abs(z) > this.#reach) {
            this.#reach *= 2;
        }
        const name = neuronName(layer + 1, j, this.#setup);
        this.#figure.setAttribute("aria-label", `${name}: weighted sum ${short(z)}, output ${short(a)}`
            + (knows(this.stage, "delta") && isSaturated(this.#parts) ? ", saturated" : ""));
        draw(this.#figure, width, this.#parts, knows(this.stage, "delta"), this.#reach);
        this.#weigh(this.#parts, this.#setup);
        this.#slide(this.#parts);
        if (this.dataset.factors !== "none" && knows(this.stage, "delta")) {
            this.#multiply(this.#parts);
        }
    }

    /** The picture of the cost, where this output has a cost of its own. */
    #weigh(/** @type {Parts} */ parts, /** @type {import("../../shared/types.js").Setup} */ { spec }) {
        const cost = costOf(spec, parts);
        if (cost) {
            this.#cost.setAttribute("aria-label", `Cost over the output: ${short(cost(parts.a))} at the output ${short(parts.a)}`
                + (parts.outside === null ? "" : `, with the slope ${short(parts.outside)}`));
            drawCost(this.#cost, this.#cost.clientWidth, parts, cost, knows(this.stage, "delta"));
        }
    }

    /** One slider for each of the first weights, and one for the bias. */
    #slide(/** @type {Parts} */ { weights, bias }) {
        const values = [...weights.slice(0, MOST_SLIDERS), bias];
        if (this.#sliders.children.length !== values.length) {
            this.#sliders.replaceChildren(...values.map((_, i) => slider(i === values.length - 1 ? -1 : i, values.length > 2)));
        }
        values.forEach((value, i) => {
            const [, range, number] = this.#sliders.children[i].children;
            const input = /** @type {HTMLInputElement} */ (range);
            if (document.activeElement !== input || !this.#sending) {
                input.value = String(value);
            }
            input.style.setProperty("--filled", `${Math.max(0, Math.min(100, 50 + (50 * value) / REACH))}%`);
            input.setAttribute("aria-valuetext", short(value));
            write(number, short(value));
        });
    }

    /** Sends the newest place of a slider, one request at a time. */
    async #turn(/** @type {HTMLInputElement} */ { dataset, value }) {
        const k = Number(dataset.k);
        const [l, j] = this.#at;
        this.#waiting = k < 0 ? { biases: [{ at: [l, j], value: Number(value) }] } : { weights: [{ at: [l, j, k], value: Number(value) }] };
        if (this.#sending) {
            return;
        }
        this.#sending = true;
        while (this.#waiting) {
            const tweak = this.#waiting;
            this.#waiting = null;
            await this.stage.act("tweaks", tweak);
        }
        this.#sending = false;
    }

    /** The slope of the cost, the slope of the curve and the input, and their product. */
    #multiply(/** @type {Parts} */ { outside, slope, inputs, product, note }) {
        const k = this.#input;
        const what = k < 0 ? "b" : "w";
        const number = (/** @type {number | null} */ value) => (value === null ? "–" : Number.isFinite(value) ? short(value) : value < 0 ? "−∞" : "∞");
        const cells = [
            ["∂C/∂a", number(outside), "slope of the cost"],
            ["∂a/∂z", number(slope), "slope of the curve"],
            [`∂z/∂${what}`, short(k < 0 ? 1 : inputs[k] ?? 0), k < 0 ? "1 for a bias" : "the input"],
            [`∂C/∂${what}`, number(product), "their product"],
        ];
        write(this.#note, note);
        if (this.#factors.children.length === 0) {
            this.#factors.append(...cells.map(() => factor()));
        }
        cells.forEach((texts, i) => texts.forEach((text, part) => write(this.#factors.children[i].children[part], text)));
    }
}

function slider(/** @type {number} */ k, /** @type {boolean} */ several) {
    const field = document.createElement("label");
    const name = document.createElement("span");
    name.textContent = k < 0 ? "bias b" : several ? `weight w${k + 1}` : "weight w";
    const range = document.createElement("input");
    Object.assign(range, { type: "range", min: String(-REACH), max: String(REACH), step: "0.1" });
    range.dataset.k = String(k);
    field.append(name, range, document.createElement("b"));
    return field;
}

function factor() {
    const cell = document.createElement("div");
    cell.append(document.createElement("span"), document.createElement("b"), document.createElement("small"));
    return cell;
}

customElements.define("x-neuron", OneNeuron);
