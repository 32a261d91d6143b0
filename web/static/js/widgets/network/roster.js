import { activations, input } from "../../shared/plane/activations.js";
import { html } from "../../shared/dom/html.js";
import { neuronName } from "../../shared/items.js";
import { count, short } from "../../shared/numbers.js";
import { palette } from "../../shared/palette.js";
import { activationFill } from "../../shared/scales.js";

const IMAGE = 784;
const SIDE = 28;
const CELL = 15;
const KEYS = /** @type {Record<string, (j: number, columns: number, last: number) => number>} */ ({
    ArrowLeft: (j) => j - 1,
    ArrowRight: (j) => j + 1,
    ArrowUp: (j, columns) => j - columns,
    ArrowDown: (j, columns) => j + columns,
    Home: () => 0,
    End: (_j, _columns, last) => last,
});

/**
 * A layer that is too wide to be drawn, opened: each of its neurons as a small square, shaded by its activation on the shown
 * example. One that is chosen is drawn in the network.
 */
export class Roster {
    root = html("section", { class: "roster", hidden: true });
    #heading = html("h3");
    #canvas = html("canvas", { tabindex: 0, role: "application", "aria-roledescription": "neurons" });
    #said = html("output");
    #layer = -1;
    #at = 0;
    #columns = 1;
    #choose;
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;
    /** @type {number[]} */ #drawn = [];

    /** @param {(layer: number, j: number) => void} choose @param {() => void} closed */
    constructor(choose, closed) {
        this.#choose = choose;
        const close = html("button", { type: "button", class: "quiet" }, "Close");
        close.addEventListener("click", () => {
            this.close();
            closed();
        });
        this.root.append(html("div", { class: "roster-head" }, this.#heading, close), this.#canvas, this.#said);
        this.#canvas.addEventListener("pointermove", (event) => this.#move(this.#under(event)));
        this.#canvas.addEventListener("click", (event) => this.#take(this.#under(event)));
        this.#canvas.addEventListener("keydown", (event) => this.#key(event));
    }

    /** @param {number} layer @param {import("../../shared/types.js").Setup} setup */
    open(layer, setup) {
        const { layers } = setup.spec.network;
        const width = layers[layer];
        this.#layer = layer;
        this.#setup = setup;
        this.#at = 0;
        this.#columns = width === IMAGE ? SIDE : Math.min(width, Math.ceil(Math.sqrt(2 * width)));
        const name = layer === 0 ? "The input" : layer === layers.length - 1 ? "The output" : layers.length === 3 ? "The hidden layer" : `Hidden layer ${layer}`;
        this.#heading.textContent = `${name}: ${count(width)} neurons`;
        this.#canvas.setAttribute("aria-label", `${name}, every neuron: the arrow keys move from one to the next, and Enter shows it in the network`);
        this.#canvas.style.maxWidth = `${this.#columns * CELL}px`;
        this.root.hidden = false;
        this.#canvas.focus({ preventScroll: true });
        this.#move(0);
    }

    close() {
        this.root.hidden = true;
        this.#layer = -1;
    }

    /** @param {import("../../shared/types.js").Frame} frame @param {Record<number, number[]>} drawn the neurons that are drawn, by layer */
    draw(frame, drawn) {
        const { network } = this.#setup?.spec ?? {};
        const context = this.#canvas.getContext("2d");
        if (this.#layer < 0 || !network || !context) {
            return;
        }
        this.#frame = frame;
        this.#drawn = drawn[this.#layer];
        const values = frame.activations[this.#layer];
        const scale = this.#layer === 0 ? input : activations[network.activations[this.#layer - 1]];
        const { css } = palette();
        const cell = 2 * CELL;
        this.#canvas.width = this.#columns * cell;
        this.#canvas.height = Math.ceil(values.length / this.#columns) * cell;
        values.forEach((value, j) => {
            context.fillStyle = activationFill(value, scale);
            context.fillRect(...this.#corner(j, cell), cell - 2, cell - 2);
        });
        const outline = (/** @type {number} */ j, /** @type {string} */ colour, /** @type {number} */ width) => {
            const [x, y] = this.#corner(j, cell);
            context.strokeStyle = colour;
            context.lineWidth = width;
            context.strokeRect(x + width / 2, y + width / 2, cell - 2 - width, cell - 2 - width);
        };
        this.#drawn.forEach((j) => outline(j, css.positive, 4));
        outline(this.#at, css.ink, 5);
    }

    /** @returns {[number, number]} */
    #corner(/** @type {number} */ j, /** @type {number} */ cell) {
        return [(j % this.#columns) * cell + 1, Math.floor(j / this.#columns) * cell + 1];
    }

    #under(/** @type {MouseEvent} */ event) {
        const box = this.#canvas.getBoundingClientRect();
        const cell = box.width / this.#columns;
        return Math.floor((event.clientY - box.top) / cell) * this.#columns
            + Math.min(this.#columns - 1, Math.max(0, Math.floor((event.clientX - box.left) / cell)));
    }

    get #last() {
        return (this.#setup?.spec.network.layers[this.#layer] ?? 1) - 1;
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const to = KEYS[event.key]?.(this.#at, this.#columns, this.#last);
        if (to !== undefined) {
            this.#move(to);
        } else if (event.key === "Enter" || event.key === " ") {
            this.#take(this.#at);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    #move(/** @type {number} */ j) {
        if (!this.#setup || j < 0 || j > this.#last) {
            return;
        }
        this.#at = j;
        const name = neuronName(this.#layer, j, this.#setup);
        const value = this.#frame ? `, ${short(this.#frame.activations[this.#layer][j])} on this example` : "";
        const isDrawn = this.#drawn.includes(j) ? "; it is shown" : "; choose it to show it";
        this.#said.textContent = name[0].toUpperCase() + name.slice(1) + value + isDrawn;
        if (this.#frame) {
            this.draw(this.#frame, { [this.#layer]: this.#drawn });
        }
    }

    #take(/** @type {number} */ j) {
        if (j >= 0 && j <= this.#last) {
            this.#choose(this.#layer, j);
            this.#drawn = [...this.#drawn, j];
            this.#move(j);
        }
    }
}
