import { Field } from "../../shared/plane/field.js";
import { features } from "../../shared/plane/features.js";
import { short } from "../../shared/numbers.js";
import { write } from "../../shared/dom/write.js";

/**
 * The numbers under the pointer: the place on the map, and what a neuron answers there.
 */
export class Probe {
    /** @type {[number, number] | null} the pointer's place, as shares of the map from its lower left corner */ #at = null;
    #output = document.createElement("output");
    /** @type {Field | null} */ #field = null;
    /** @type {Float64Array[]} */ #inputs = [];
    /** @type {string[]} */ #of = [];
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;

    /** @param {HTMLCanvasElement} canvas @param {AbortSignal} signal @param {() => void} moved */
    constructor(canvas, signal, moved) {
        this.#output.className = "map-at";
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

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
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
        if (!this.#at || !frame || !this.#field || !this.#setup) {
            write(this.#output, "");
            return null;
        }
        const [x, y] = this.#at.map((share) => low + share * (high - low));
        this.#of.forEach((name, i) => (this.#inputs[i][0] = features[name](x, y)));
        this.#field.compute(frame);
        const place = this.#setup.data.inputNames.length === 1 && this.#of.length === 1 && this.#of[0] === "x" ? `x ${short(x)}`
            : `x₁ ${short(x)}, x₂ ${short(y)}`;
        const outputs = this.#field.values[this.#field.values.length - 1].map(([value]) => value);
        write(this.#output, `${place}: ${classes.length > 0 ? classes[outputs.indexOf(Math.max(...outputs))] : short(this.#field.values[layer][j][0])}`);
        return outputs;
    }
}
