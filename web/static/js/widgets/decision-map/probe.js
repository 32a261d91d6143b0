import { Field } from "../../shared/plane/field.js";
import { features } from "../../shared/plane/features.js";
import { count, short } from "../../shared/numbers.js";
import { write } from "../../shared/dom/write.js";

/** The CSS pixels within which a press meets an example. */
const NEAR = 11;

/** The share of the map that an arrow key moves the cross, and with Shift. */
const STRIDE = 0.02;
const LONG_STRIDE = 0.1;

const LABEL = "Map of what the network answers over the input plane, with the examples";
const KEYS = "arrow keys move a cross, Enter shows the nearest example in the network, Escape takes the cross away";

/** @typedef {[number, number]} Place as shares of the map from its lower left corner */

/**
 * The numbers under the pointer: the place on the map, and what a neuron answers there. A press, or the arrow keys, pin the place with a cross; a press on an example
 * chooses it.
 */
export class Probe {
    /** @type {Place | null} */ #at = null;
    /** @type {Place | null} */ #pinned = null;
    /** The training example that was pressed, from 0. @type {number | null} */ #example = null;
    #isOff = false;
    #canvas;
    #moved;
    #choose;
    /** @type {import("../../shared/plane/domain.js").Domain} */ #domain = { low: -1, high: 1 };
    #output = document.createElement("output");
    /** @type {Field | null} */ #field = null;
    /** @type {Float64Array[]} */ #inputs = [];
    /** @type {string[]} */ #of = [];
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;

    /**
     * @param {HTMLCanvasElement} canvas
     * @param {AbortSignal} signal
     * @param {() => void} moved draws the map again
     * @param {(example: number) => void} choose shows a training example in the network
     */
    constructor(canvas, signal, moved, choose) {
        this.#canvas = canvas;
        this.#moved = moved;
        this.#choose = choose;
        this.#output.className = "map-at";
        canvas.addEventListener("click", (event) => this.#press(event), { signal });
        canvas.addEventListener("keydown", (event) => this.#key(event), { signal });
        const meet = (/** @type {PointerEvent} */ event) => {
            const { left, top, width, height } = canvas.getBoundingClientRect();
            this.#at = [(event.clientX - left) / width, 1 - (event.clientY - top) / height];
            moved();
        };
        canvas.addEventListener("pointermove", meet, { signal });
        canvas.addEventListener("pointerdown", meet, { signal });
        canvas.addEventListener("pointerleave", () => {
            this.#at = null;
            moved();
        }, { signal });
    }

    get element() {
        return this.#output;
    }

    /** Takes presses and keys, or leaves them to the editor of the points. */
    offer(/** @type {boolean} */ isOff) {
        this.#isOff = isOff;
        this.#pinned = isOff ? null : this.#pinned;
        if (!isOff) {
            this.#canvas.tabIndex = 0;
            this.#canvas.setAttribute("role", "application");
            this.#canvas.setAttribute("aria-roledescription", "map");
            this.#canvas.setAttribute("aria-label", `${LABEL}: ${KEYS}`);
        }
    }

    /** Pins the place of a press, or takes the cross there away; on an example it chooses that. */
    #press(/** @type {MouseEvent} */ event) {
        if (this.#isOff || !this.#setup) {
            return;
        }
        const { left, top, width, height } = this.#canvas.getBoundingClientRect();
        /** @type {Place} */ const at = [(event.clientX - left) / width, 1 - (event.clientY - top) / height];
        const example = this.#nearest(at, NEAR / width);
        const isSame = this.#pinned !== null && Math.hypot(at[0] - this.#pinned[0], at[1] - this.#pinned[1]) < NEAR / width;
        if (example === null && isSame) {
            this.#pin(null);
        } else {
            this.#pin(at, example);
        }
    }

    #pin(/** @type {Place | null} */ at, /** @type {number | null} */ example = null) {
        this.#pinned = example === null ? at : this.#placeOf(example);
        this.#example = example;
        if (example !== null) {
            this.#choose(example);
        }
        this.#moved();
    }

    #placeOf(/** @type {number} */ example) {
        const { inputs, places = inputs } = /** @type {any} */ (this.#setup).data;
        const { low, high } = this.#domain;
        const share = (/** @type {number} */ value) => (value - low) / (high - low);
        return /** @type {Place} */ ([share(places[example][0]), places[example].length > 1 ? share(places[example][1]) : 0.5]);
    }

    /** The training example nearest to a place, if it is near enough; on a curve only what is across counts. */
    #nearest(/** @type {Place} */ [across, up], /** @type {number} */ reach) {
        const { inputs } = /** @type {import("../../shared/types.js").Setup} */ (this.#setup).data;
        let [best, least] = [/** @type {number | null} */ (null), reach];
        for (let example = 0; example < inputs.length; example++) {
            const [x, y] = this.#placeOf(example);
            const apart = Math.hypot(x - across, this.#isCurve ? 0 : y - up);
            if (apart < least) {
                [best, least] = [example, apart];
            }
        }
        return best;
    }

    get #isCurve() {
        return this.#of.length === 1 && this.#setup?.data.inputNames.length === 1;
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const way = /** @type {Record<string, Place>} */ ({
            ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] })[event.key];
        if (this.#isOff || !this.#setup || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const from = this.#pinned ?? /** @type {Place} */ ([0.5, 0.5]);
        const keep = (/** @type {number} */ share) => Math.max(0, Math.min(1, share));
        const stride = event.shiftKey ? LONG_STRIDE : STRIDE;
        if (way) {
            this.#pin(this.#pinned ? [keep(from[0] + stride * way[0]), keep(from[1] + stride * way[1])] : from);
        } else if (event.key === "Enter") {
            this.#pin(from, this.#nearest(from, Infinity));
        } else if (event.key === "Escape" && this.#pinned) {
            this.#pin(null);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** Draws the cross. @param {CanvasRenderingContext2D} context @param {string} colour */
    mark(context, colour) {
        if (!this.#pinned) {
            return;
        }
        const { width, height } = context.canvas;
        const [x, y] = [this.#pinned[0] * width, (1 - this.#pinned[1]) * height];
        const scale = devicePixelRatio || 1;
        context.beginPath();
        if (this.#isCurve) {
            context.moveTo(x, 0);
            context.lineTo(x, height);
        } else {
            for (const [a, b] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
                context.moveTo(x + 7 * scale * a, y + 7 * scale * b);
                context.lineTo(x + 15 * scale * a, y + 15 * scale * b);
            }
        }
        context.strokeStyle = colour;
        context.lineWidth = 2 * scale;
        context.stroke();
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup, /** @type {import("../../shared/plane/domain.js").Domain} */ domain) {
        if (setup.data.inputs.length !== this.#setup?.data.inputs.length || domain.low !== this.#domain.low || domain.high !== this.#domain.high) {
            this.#pinned = null;
            this.#example = null;
        }
        this.#domain = domain;
        const { spec, data } = setup;
        this.#setup = setup;
        this.#of = spec.data.features?.length ? spec.data.features : data.inputNames.length === 1 ? ["x"] : ["x", "y"];
        this.#inputs = this.#of.map(() => new Float64Array(1));
        this.#field = new Field(spec, this.#inputs, 1);
    }

    /**
     * Writes the number of a neuron at the pointer, or the class that leads there; nothing where there is no pointer.
     *
     * @param {import("../../shared/types.js").Frame | null | undefined} frame
     * @param {import("../../shared/plane/domain.js").Domain} domain
     * @param {number} layer
     * @param {number} j
     * @param {string[]} classes their names, where the map shows classes; else none
     * @returns {number[] | null} what the outputs answer there
     */
    say(frame, { low, high }, layer, j, classes = []) {
        const at = this.#at ?? this.#pinned;
        if (!at || !frame || !this.#field || !this.#setup) {
            write(this.#output, "");
            return null;
        }
        const [x, y] = at.map((share) => low + share * (high - low));
        this.#of.forEach((name, i) => (this.#inputs[i][0] = features[name](x, y)));
        this.#field.compute(frame);
        const place = this.#setup.data.inputNames.length === 1 && this.#of.length === 1 && this.#of[0] === "x" ? `x ${short(x)}`
            : `x₁ ${short(x)}, x₂ ${short(y)}`;
        const outputs = this.#field.values[this.#field.values.length - 1].map(([value]) => value);
        const example = this.#at === null && this.#example !== null ? `example ${count(this.#example + 1)}, ` : "";
        write(this.#output, `${example}${place}: ${classes.length > 0 ? classes[outputs.indexOf(Math.max(...outputs))] : short(this.#field.values[layer][j][0])}`);
        return outputs;
    }
}
