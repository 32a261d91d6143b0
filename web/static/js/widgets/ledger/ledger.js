import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { short, signed } from "../../shared/numbers.js";
import { paint } from "../../shared/pixels.js";
import { activations } from "../../shared/plane/activations.js";
import { activationFill } from "../../shared/scales.js";
import { StageWidget } from "../../stage-widget.js";
import { Picker } from "./picker.js";

/** Networks with more units before the output have no ledger that one can read. */
const MOST_UNITS = 60;
/** The output that is shown first, where there is one of this number. */
const FIRST_OUTPUT = 8;
/** A bar's drawing, in its own units: the middle is 0. */
const REACH = 50;

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/ledger">} Ledger */
/** @typedef {import("../../shared/types.js").Setup} Setup */

/**
 * `<x-ledger>`: one output, and what one step on the shown example does to each connection into it, the most active unit first.
 * Beside a trial of both rules it also shows the change by Hebb's rule. Buttons choose other examples.
 */
class ConnectionLedger extends StageWidget {
    figure = { name: "Ledger of an output", line: "What one step on one example does to each connection into an output." };
    /** @type {Setup | null} */ #setup = null;
    #output = 0;
    #asked = "";
    #asking = false;
    /** @type {string | null} */ #wished = null;
    #picture = html("canvas", { role: "img" });
    #choice = html("select", { "aria-label": "Output" });
    #picker = new Picker((name) => this.#pick(name));
    #facts = html("p", { class: "ledger-facts" });
    #table = html("table", { class: "ledger-rows" });
    #note = html("p", { class: "note", role: "status" });

    enter(/** @type {AbortSignal} */ signal) {
        this.#choice.addEventListener("change", () => {
            this.#output = Number(this.#choice.value);
            this.redraw();
        }, { signal });
        this.#table.addEventListener("click", (event) => {
            const unit = /** @type {HTMLElement} */ (event.target).closest("tr")?.dataset.unit;
            if (unit !== undefined) {
                this.stage.select({ kind: "neuron", at: [this.#last, Number(unit)] }, "hold");
            }
        }, { signal });
        document.addEventListener("palette", () => { this.#asked = ""; this.redraw(); }, { signal });
        this.#picker.listen(signal);
        const output = html("label", { class: "ledger-output" }, "Output", this.#choice);
        const side = html("div", { class: "ledger-side" }, this.#picture, this.#picker.name, this.#facts, output, this.#picker.buttons);
        this.replaceChildren(html("div", { class: "ledger" }, side, html("div", { class: "ledger-room" }, this.#table)), this.#note);
    }

    lacks() {
        const { layers } = /** @type {Setup} */ (this.stage.setup).spec.network;
        return layers.length > 2 && layers[layers.length - 2] <= MOST_UNITS ? null
            : `This figure shows networks with one to ${MOST_UNITS} units before the output.`;
    }

    build(/** @type {Setup} */ setup) {
        const { layers } = setup.spec.network;
        const outputs = layers[layers.length - 1];
        this.#setup = setup;
        this.#asked = "";
        this.#output = Math.min(FIRST_OUTPUT, outputs - 1);
        this.#choice.replaceChildren(...Array.from({ length: outputs }, (_, j) => html("option", { value: j }, String(j))));
        this.#choice.value = String(this.#output);
    }

    /** The layer before the output. */
    get #last() {
        return /** @type {Setup} */ (this.#setup).spec.network.layers.length - 2;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        const unit = item?.kind === "neuron" && item.at[0] === this.#last ? String(item.at[1]) : null;
        for (const row of this.#table.rows) {
            row.toggleAttribute("data-selected", unit !== null && row.dataset.unit === unit);
        }
        const query = `step=${frame.step}&example=${frame.example}&output=${this.#output}`;
        const about = `${query} ${frame.cost} ${/** @type {Setup} */ (this.#setup).spec.optimizer.learningRate}`;
        if (about !== this.#asked) {
            this.#asked = about;
            this.#wished = query;
            this.#ask();
        }
    }

    /** Asks for one ledger at a time; the newest wish replaces an older one. */
    async #ask() {
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        while (this.#wished) {
            const query = this.#wished;
            this.#wished = null;
            try {
                this.#show(await this.stage.ask(`ledger?${query}`));
                this.dataset.description = `ledger/telling?${query}`;
                write(this.#note, "");
                this.stage.redraw("select");
            } catch (error) {
                write(this.#note, /** @type {Error} */ (error).message);
            }
        }
        this.#asking = false;
    }

    #show(/** @type {Ledger} */ ledger) {
        const { example, output, target, activation, delta, rows, inputs } = ledger;
        const side = Math.sqrt(inputs.length);
        this.#picture.hidden = !Number.isInteger(side) || side < 4;
        if (!this.#picture.hidden) {
            paint(this.#picture, inputs, side, { ink: true });
        }
        this.#picture.setAttribute("aria-label", `Example ${example + 1} as a picture`);
        this.#picker.show(example);
        this.#facts.replaceChildren(`Activation ${short(activation)}, target ${short(target)}.`, html("br"),
            html("b", {}, `Delta ${signed(delta)}`), delta > 0 ? ": the output is too large." : delta < 0 ? ": the output is too small." : ".");
        const hebb = this.stage.querySelector("x-rules") !== null;
        const reach = Math.max(...rows.flatMap((row) => [Math.abs(row.change), hebb ? row.hebb : 0])) || 1;
        const fills = activations[/** @type {Setup} */ (this.#setup).spec.network.activations[this.#last - 1]];
        const head = html("tr", {}, ...["unit", "activation", ...(hebb ? ["by gradient descent", "by Hebb’s rule"] : [`change of its connection to ${output}`])]
            .map((name) => html("th", { scope: "col" }, name)));
        this.#table.replaceChildren(html("thead", {}, head), html("tbody", {}, ...rows.map((row) => {
            const dot = html("i", { class: "ledger-dot" });
            dot.style.background = activationFill(row.activation, fills);
            return html("tr", { "data-unit": row.unit },
                html("th", { scope: "row" }, html("button", { "type": "button", "class": "quiet", "aria-label": `Unit ${row.unit + 1}` }, String(row.unit + 1))),
                html("td", {}, dot, short(row.activation)), html("td", {}, bar(row.change, reach), signed(row.change)),
                ...(hebb ? [html("td", {}, bar(row.hebb, reach), signed(row.hebb))] : []));
        })));
    }

    /** Shows the next example of a kind. */
    async #pick(/** @type {"any" | "output" | "wrong"} */ kind) {
        const { step, example } = this.stage.picture ?? {};
        if (step === undefined) {
            return;
        }
        try {
            const { labels, answers } = await this.stage.ask(`answers?step=${step}&output=${this.#output}`);
            const fits = (/** @type {number} */ e) => kind === "any" || (kind === "output" ? labels[e] === this.#output : labels[e] !== answers[e]);
            const next = Array.from({ length: labels.length - 1 }, (_, i) => (example + 1 + i) % labels.length).find(fits);
            if (next === undefined) {
                write(this.#note, "There is no other example of this kind.");
            } else {
                this.stage.look(next);
            }
        } catch (error) {
            write(this.#note, /** @type {Error} */ (error).message);
        }
    }
}

/** A change as a bar to the right for stronger, to the left for weaker. @param {number} value @param {number} reach */
function bar(value, reach) {
    const room = html("span", { class: `ledger-bar ${value < 0 ? "minus" : "plus"}` });
    const root = svg(room, "svg", { "viewBox": `0 0 ${2 * REACH} 10`, "preserveAspectRatio": "none", "aria-hidden": "true" });
    const length = (REACH * Math.abs(value)) / reach;
    svg(root, "rect", { x: value < 0 ? REACH - length : REACH, y: 1, width: length, height: 8 });
    svg(root, "path", { d: `M${REACH} 0V10` });
    return room;
}

customElements.define("x-ledger", ConnectionLedger);
