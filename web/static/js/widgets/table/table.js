import { html } from "../../shared/dom/html.js";
import { neuronName, same } from "../../shared/items.js";
import { long } from "../../shared/numbers.js";
import { parameterOf } from "../../shared/parameters.js";
import { itemName } from "../../shared/reading.js";
import { layerName } from "../../shared/substep-words.js";
import { write } from "../../shared/dom/write.js";
import { NO_WEIGHTS, StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Frame} Frame */

const MOST_ROWS = 60;

/** `<x-table>`: every number of the shown step with its decimals, a table for each layer; its rows and the figure select each other. */
class Table extends StageWidget {
    figure = { name: "Table of numbers", line: "Every number of the step." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {{item: Item, cells: HTMLElement[], read: (frame: Frame) => number[], row: HTMLElement}[]} */ #rows = [];
    #made = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("click", ({ target }) => {
            const button = /** @type {Element} */ (target).closest("button");
            const found = this.#rows.find(({ row }) => row === button?.closest("tr"));
            if (found) {
                this.stage.select(found.item, "toggle");
            }
        }, { signal });
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#made = "";
    }

    lacks(/** @type {Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        const setup = this.#setup;
        if (!setup) {
            return;
        }
        const made = setup.spec.network.layers.join();
        if (made !== this.#made) {
            this.#made = made;
            this.#make(frame);
        }
        for (const { item: of, cells, read, row } of this.#rows) {
            read(frame).forEach((value, i) => write(cells[i], long(value)));
            row.classList.toggle("chosen", same(of, item));
        }
    }

    #make(/** @type {Frame} */ frame) {
        this.#rows = [];
        const setup = /** @type {import("../../shared/types.js").Setup} */ (this.#setup);
        this.replaceChildren(...frame.weights.flatMap((layer, l) => [
            this.#table(`Neurons of ${layerName(l, setup)}`, ["", "z", "activation", "delta"], layer.map((_, j) => ({
                name: neuronName(l + 1, j, setup), item: { kind: "neuron", at: [l + 1, j] },
                read: (f) => [f.preActivations[l][j], f.activations[l + 1][j], f.deltas[l][j]] }))),
            this.#table(`Weights and biases into ${layerName(l, setup)}`, ["", "value", "gradient", "update"], layer.flatMap((row, j) => [
                ...row.map((_, k) => this.#parameter({ kind: "weight", at: [l, j, k] })), this.#parameter({ kind: "bias", at: [l, j] })]))]));
    }

    #parameter(/** @type {Item} */ item) {
        const name = itemName(item, /** @type {import("../../shared/types.js").Setup} */ (this.#setup));
        return { name: name[0].toLowerCase() + name.slice(1), item, read: (/** @type {Frame} */ frame) => Object.values(parameterOf(item, frame)) };
    }

    /**
     * @param {string} caption
     * @param {string[]} heads
     * @param {{name: string, item: any, read: (frame: Frame) => number[]}[]} rows
     */
    #table(caption, heads, rows) {
        const shown = rows.slice(0, MOST_ROWS);
        const body = html("tbody", {}, ...shown.map(({ name, item, read }) => {
            const cells = heads.slice(1).map(() => html("td"));
            const row = html("tr", {}, html("th", { scope: "row" }, html("button", { type: "button" }, name)), ...cells);
            this.#rows.push({ item, cells, read, row });
            return row;
        }));
        const rest = rows.length > shown.length ? `, the first ${shown.length} of ${rows.length}` : "";
        return html("div", { "class": "numbers-table", "role": "group", "aria-label": caption, "tabindex": 0 },
            html("table", {}, html("caption", {}, caption + rest),
                html("thead", {}, html("tr", {}, ...heads.map((head) => (head ? html("th", { scope: "col" }, head) : html("td"))))), body));
    }
}

customElements.define("x-table", Table);
