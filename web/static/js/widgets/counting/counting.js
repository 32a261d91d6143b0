import { ProgressBar } from "../../shared/dom/progress-bar.js";
import { count } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

const SAMPLE = 200;

/**
 * `<x-counting>`: the price of a gradient, really paid: by differences, one forward pass for each weight and one more, and by
 * one backward pass. The server runs both and takes the time; of a large network a sample of the weights.
 */
class Counting extends StageWidget {
    figure = { name: "Counting", line: "The price of a gradient: by wiggling every weight, and by one backward pass." };
    #parameters = 0;
    #button = document.createElement("button");
    #bar = new ProgressBar();
    #table = document.createElement("div");

    enter(/** @type {AbortSignal} */ signal) {
        this.#button.type = "button";
        this.#button.className = "act second";
        this.#button.textContent = "Count and time both ways";
        this.#button.addEventListener("click", () => this.#count(), { signal });
        this.#table.className = "counting";
        this.#table.setAttribute("aria-live", "polite");
        this.replaceChildren(this.#table, this.#button, this.#bar.element);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ { spec }) {
        const { layers } = spec.network;
        this.#parameters = layers.slice(1).reduce((sum, width, l) => sum + width * (layers[l] + 1), 0);
        const said = document.createElement("p");
        said.textContent = `${layers.join(" – ")}: ${count(this.#parameters)} weights and biases`;
        this.#table.replaceChildren(said);
    }

    async #count() {
        if (this.#button.ariaDisabled === "true") {
            return;
        }
        this.#button.ariaDisabled = "true";
        this.#button.textContent = "Running …";
        try {
            this.#show(await this.stage.ask("gradient-check", { sample: SAMPLE, h: 1e-6 }, (share) => this.#bar.show(share)));
        } catch (error) {
            this.stage.fail(error);
        }
        this.#bar.end();
        this.#button.ariaDisabled = null;
        this.#button.textContent = "Run it again";
    }

    #show(/** @type {any} */ { backpropagation, differences, weights, largestRelativeError }) {
        const all = this.#parameters + 1;
        const sampled = weights.length < this.#parameters;
        const wiggling = (differences.milliseconds / differences.passes) * all;
        const ratio = wiggling / Math.max(backpropagation.milliseconds, 1e-6);
        const rows = [
            ["", "wiggling each weight", "backpropagation"],
            ["forward passes", count(all), "1"],
            ["backward passes", "0", "1"],
            ["time for all these passes", time(wiggling), time(backpropagation.milliseconds)],
        ];
        const table = document.createElement("table");
        table.append(...rows.map((cells, r) => {
            const line = document.createElement("tr");
            line.append(...cells.map((text, c) => {
                const cell = document.createElement(r === 0 || c === 0 ? "th" : "td");
                cell.textContent = text;
                return cell;
            }));
            return line;
        }));
        const note = document.createElement("p");
        note.textContent = (sampled ? `${weights.length} weights were wiggled, and the time for all of them is calculated from that. ` : "")
            + `Backpropagation is about ${count(Math.round(ratio))} times as fast. The largest difference between the two answers is `
            + `${exponent(largestRelativeError)} of the gradient’s size. It comes from rounding in the wiggled numbers.`;
        const [head] = this.#table.children;
        this.#table.replaceChildren(head, table, note);
    }
}

function time(/** @type {number} */ milliseconds) {
    return milliseconds >= 60_000 ? `${(milliseconds / 60_000).toFixed(1)} min`
        : milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s`
            : milliseconds >= 1 ? `${milliseconds.toFixed(1)} ms` : `${Math.max(1, Math.round(1000 * milliseconds))} µs`;
}

function exponent(/** @type {number} */ value) {
    return value === 0 ? "0" : `about 10${String(Math.ceil(Math.log10(value))).replace("-", "⁻").replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)])}`;
}

customElements.define("x-counting", Counting);
