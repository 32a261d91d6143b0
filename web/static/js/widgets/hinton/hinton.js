import { html } from "../../shared/dom/html.js";
import { palette } from "../../shared/palette.js";
import { parameterName } from "../../shared/parameters.js";
import { reading } from "../../shared/reading.js";
import { knows } from "../../shared/words.js";
import { NO_WEIGHTS, StageWidget } from "../../stage-widget.js";

const MOST_ROWS = 40;
const MOST_COLUMNS = 64;
/** The largest squares; those of few neurons may be larger. */
const LARGEST = 52;
const LARGEST_OF_FEW = 80;
const FEW_ROWS = 3;
const LABELS = 64;
const HEAD = 22;
const GAP = 8;

/** @typedef {{columns: number, rows: number, cell: number, wide: number, tall: number}} Grid */

/**
 * `<x-hinton>`: a Hinton diagram. Each weight of a layer is a square, its area as large as the weight, blue above zero and
 * orange below; a row is a neuron, a column one of its inputs, and the last column its bias.
 */
class Hinton extends StageWidget {
    figure = { name: "Hinton diagram", line: "Each square is a weight: the larger, the bigger. The colour shows its sign." };
    #layer = 0;
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;
    /** @type {[number, number]} */ #at = [0, 0];
    #choice = html("div", { "class": "choice", "role": "radiogroup", "aria-label": "Layer" });
    #canvas = document.createElement("canvas");
    #note = document.createElement("p");
    #said = document.createElement("p");
    #sized = new ResizeObserver(() => this.redraw());

    enter(/** @type {AbortSignal} */ signal) {
        const canvas = this.#canvas;
        canvas.tabIndex = 0;
        canvas.setAttribute("role", "application");
        canvas.setAttribute("aria-roledescription", "Hinton diagram");
        canvas.setAttribute("aria-label", "The weights as squares: arrow keys go from one to the next");
        this.#note.className = "note";
        this.#said.className = "unseen";
        this.#said.setAttribute("role", "status");
        this.replaceChildren(html("form", {}, this.#choice), canvas, this.#note, this.#said);
        this.#choice.addEventListener("change", (event) => {
            this.#layer = Number(/** @type {HTMLInputElement} */ (event.target).value);
            this.#at = [0, 0];
            this.redraw();
        }, { signal });
        canvas.addEventListener("pointermove", (e) => e.pointerType !== "touch" && this.stage.select(this.#hit(e)), { signal });
        canvas.addEventListener("pointerleave", () => this.stage.select(null), { signal });
        canvas.addEventListener("click", (e) => this.stage.select(this.#hit(e), "toggle"), { signal });
        canvas.addEventListener("keydown", (e) => this.#key(e), { signal });
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        const { layers } = setup.spec.network;
        this.#layer = Math.min(this.#layer, layers.length - 2);
        this.#choice.hidden = layers.length === 2;
        this.#choice.replaceChildren(...layers.slice(1).map((_, l) => {
            const label = document.createElement("label");
            const radio = document.createElement("input");
            Object.assign(radio, { type: "radio", name: "layer", value: String(l), checked: l === this.#layer });
            label.append(radio, l === layers.length - 2 ? "into the output" : `into hidden layer ${l + 1}`);
            return label;
        }));
    }

    /** @returns {Grid} */
    #grid() {
        const { layers } = /** @type {import("../../shared/types.js").Setup} */ (this.#setup).spec.network;
        const columns = Math.min(layers[this.#layer], MOST_COLUMNS);
        const rows = Math.min(layers[this.#layer + 1], MOST_ROWS);
        const room = this.clientWidth - LABELS - GAP;
        const cell = Math.max(6, Math.min(rows <= FEW_ROWS ? LARGEST_OF_FEW : LARGEST, Math.floor(room / (columns + 1))));
        return { columns, rows, cell, wide: LABELS + (columns + 1) * cell + GAP, tall: HEAD + rows * cell };
    }

    lacks(/** @type {import("../../shared/types.js").Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        this.#frame = frame;
        if (!this.#setup || this.clientWidth === 0) {
            return;
        }
        const grid = this.#grid();
        const { layers } = this.#setup.spec.network;
        const hidden = layers[this.#layer] > grid.columns || layers[this.#layer + 1] > grid.rows;
        this.#note.textContent = hidden ? `The first ${grid.rows} neurons and ${grid.columns} inputs of ${layers[this.#layer + 1]} and ${layers[this.#layer]}.` : "";
        const context = this.#prepare(grid);
        if (context) {
            this.#squares(context, grid, frame, item);
            this.#names(context, grid);
        }
    }

    #prepare(/** @type {Grid} */ { wide, tall }) {
        const scale = devicePixelRatio || 1;
        this.#canvas.width = Math.round(wide * scale);
        this.#canvas.height = Math.round(tall * scale);
        this.#canvas.style.width = `${wide}px`;
        this.#canvas.style.height = `${tall}px`;
        const context = this.#canvas.getContext("2d");
        context?.scale(scale, scale);
        return context;
    }

    /** Left edge of a column; the bias is a little apart. */
    #left(/** @type {number} */ column, /** @type {Grid} */ { columns, cell }) {
        return LABELS + column * cell + (column === columns ? GAP : 0);
    }

    /** @param {CanvasRenderingContext2D} context @param {Grid} grid @param {import("../../shared/types.js").Frame} frame @param {import("../../shared/types.js").Item | null} item */
    #squares(context, grid, frame, item) {
        const { css } = palette();
        const l = this.#layer;
        const { columns, rows, cell } = grid;
        let most = Number.MIN_VALUE;
        for (let j = 0; j < rows; j++) {
            for (let k = 0; k <= columns; k++) {
                most = Math.max(most, Math.abs(this.#value(frame, j, k, columns)));
            }
        }
        for (let j = 0; j < rows; j++) {
            for (let k = 0; k <= columns; k++) {
                const [x, y] = [this.#left(k, grid), HEAD + j * cell];
                const value = this.#value(frame, j, k, columns);
                const side = (cell - 2) * Math.sqrt(Math.abs(value) / most);
                context.fillStyle = css.wash;
                context.fillRect(x, y, cell - 1, cell - 1);
                context.fillStyle = value < 0 ? css.negative : css.positive;
                context.fillRect(x + (cell - 1 - side) / 2, y + (cell - 1 - side) / 2, side, side);
                if (isAt(item, l, j, k, columns)) {
                    context.strokeStyle = css.ink;
                    context.lineWidth = 2.5;
                    context.strokeRect(x, y, cell - 1, cell - 1);
                }
            }
        }
    }

    /** @param {import("../../shared/types.js").Frame} frame @param {number} j @param {number} k @param {number} columns */
    #value(frame, j, k, columns) {
        return k === columns ? frame.biases[this.#layer][j] : frame.weights[this.#layer][j][k];
    }

    #names(/** @type {CanvasRenderingContext2D} */ context, /** @type {Grid} */ grid) {
        const setup = /** @type {import("../../shared/types.js").Setup} */ (this.#setup);
        const { css } = palette();
        const { columns, rows, cell } = grid;
        context.fillStyle = css.inkSoft;
        context.font = `14px ${getComputedStyle(this).fontFamily}`;
        context.textBaseline = "middle";
        context.textAlign = "right";
        const step = Math.max(1, Math.ceil(15 / cell));
        for (let j = 0; j < rows; j += step) {
            context.fillText(parameterName({ kind: "neuron", at: [this.#layer + 1, j] }, setup), LABELS - 8, HEAD + (j + 0.5) * cell, LABELS - 10);
        }
        context.textAlign = "center";
        for (let k = 0; k < columns && cell >= 24; k++) {
            const name = this.#layer === 0 ? (setup.data.inputNames[k] ?? "").replace(/^input /, "") : parameterName({ kind: "neuron", at: [this.#layer, k] }, setup);
            if (name.length <= 4) {
                context.fillText(name, this.#left(k, grid) + cell / 2, HEAD / 2);
            }
        }
        context.fillText(cell >= 24 ? "bias" : "b", this.#left(columns, grid) + cell / 2, HEAD / 2);
    }

    /** @returns {import("../../shared/types.js").Item | null} */
    #hit(/** @type {MouseEvent} */ event) {
        const box = this.#canvas.getBoundingClientRect();
        const grid = this.#grid();
        const j = Math.floor((event.clientY - box.top - HEAD) / grid.cell);
        const x = event.clientX - box.left - LABELS;
        const k = x >= grid.columns * grid.cell + GAP ? grid.columns : Math.floor(x / grid.cell);
        if (j < 0 || j >= grid.rows || x < 0 || k > grid.columns || (k === grid.columns && x < grid.columns * grid.cell + GAP)) {
            return null;
        }
        this.#at = [j, k];
        return this.#item(j, k, grid.columns);
    }

    /** @returns {import("../../shared/types.js").Item} */
    #item(/** @type {number} */ j, /** @type {number} */ k, /** @type {number} */ columns) {
        return k === columns ? { kind: "bias", at: [this.#layer, j] } : { kind: "weight", at: [this.#layer, j, k] };
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const move = /** @type {Record<string, [number, number]>} */ ({
            ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] })[event.key];
        if (event.key === "Escape") {
            this.stage.select(null, "hold");
        } else if (move && this.#frame?.weights && this.#setup) {
            const { rows, columns } = this.#grid();
            const [j, k] = this.#at;
            this.#at = [(j + move[0] + rows) % rows, (k + move[1] + columns + 1) % (columns + 1)];
            const item = this.#item(this.#at[0], this.#at[1], columns);
            this.stage.select(item, "hold");
            this.#said.textContent = reading(item, this.#frame, this.#setup, (word) => knows(this.stage, word)).plain;
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

/** @param {import("../../shared/types.js").Item | null} item @param {number} l @param {number} j @param {number} k @param {number} columns */
function isAt(item, l, j, k, columns) {
    if (item?.kind === "neuron") {
        return false;
    }
    return item !== null && item.at[0] === l && item.at[1] === j && (item.kind === "bias" ? k === columns : item.at[2] === k);
}

customElements.define("x-hinton", Hinton);
