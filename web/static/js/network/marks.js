import { short } from "../shared/numbers.js";
import { svg } from "../shared/svg.js";
import { ends, heightAt, path } from "./layout.js";

/** @typedef {import("../shared/types.js").Item} Item */
/** @typedef {import("./layout.js").Layout} Layout */

/** The dark outline of what is selected, behind its line or around its neuron, and its number beside it. */
export class Marks {
    #casing;
    #frame;
    #label;
    #plate;
    #text;

    /**
     * @param {Element} behind
     * @param {Element} before
     */
    constructor(behind, before) {
        this.#casing = svg(behind, "path", { class: "casing" });
        this.#frame = svg(before, "rect", { class: "chosen" });
        this.#label = svg(before, "g", { class: "number" });
        this.#plate = svg(this.#label, "rect", { height: 24, y: -12, rx: 6 });
        this.#text = svg(this.#label, "text", { "text-anchor": "middle", y: 5 });
    }

    /**
     * @param {Layout | null} layout
     * @param {import("../shared/types.js").Frame} frame
     * @param {Item | null} item
     */
    show(layout, frame, item) {
        const drawn = layout && item && isDrawn(layout, item) ? item : null;
        this.#casing.toggleAttribute("hidden", drawn === null || drawn.kind === "neuron");
        this.#frame.toggleAttribute("hidden", drawn?.kind !== "neuron");
        this.#label.toggleAttribute("hidden", drawn === null);
        if (!layout || !drawn) {
            return;
        }
        if (drawn.kind === "weight") {
            this.#weight(layout, frame, drawn.at);
        } else if (drawn.kind === "bias") {
            this.#bias(layout, frame, drawn.at);
        } else {
            this.#neuron(layout, frame, drawn.at);
        }
    }

    /** @param {Layout} layout @param {import("../shared/types.js").Frame} frame @param {[number, number, number]} at */
    #weight(layout, frame, [l, j, k]) {
        const line = ends(layout, l, j, k);
        const value = frame.weights[l][j][k];
        const x = line.x1 + (line.x2 - line.x1) * 0.5;
        this.#outline(path(line), value);
        this.#say(layout, short(value), x, heightAt(line, x));
    }

    /** @param {Layout} layout @param {import("../shared/types.js").Frame} frame @param {[number, number]} at */
    #bias(layout, frame, [l, j]) {
        const { x, ys } = layout.columns[l + 1];
        const y = ys[j] + layout.node / 2;
        const value = frame.biases[l][j];
        this.#outline(`M${x} ${y + layout.stub}V${y}`, 0.7 * value);
        this.#say(layout, short(value), x, y + layout.stub + 14);
    }

    /** @param {Layout} layout @param {import("../shared/types.js").Frame} frame @param {[number, number]} at */
    #neuron(layout, frame, [l, j]) {
        const { x, ys } = layout.columns[l];
        const { node } = layout;
        set(this.#frame, { x: x - node / 2, y: ys[j] - node / 2, width: node, height: node, rx: 0.2 * node });
        this.#say(layout, short(frame.activations[l][j]), x, ys[j] - node / 2 - 15);
    }

    #outline(/** @type {string} */ d, /** @type {number} */ value) {
        set(this.#casing, { "d": d, "stroke-width": 6 + 9 * Math.min(1, Math.abs(value) / 5) });
    }

    /** @param {Layout} layout @param {string} text @param {number} x @param {number} y */
    #say({ width, height }, text, x, y) {
        const half = 9 + 4.2 * text.length;
        const inside = Math.max(half, Math.min(width - half, x));
        this.#text.textContent = text;
        set(this.#plate, { x: -half, width: 2 * half });
        set(this.#label, { transform: `translate(${inside} ${Math.max(13, Math.min(height - 13, y))})` });
    }
}

/** @param {Layout} layout @param {Item} item */
function isDrawn({ columns }, { kind, at }) {
    const [l, j, k] = at;
    return kind === "weight"
        ? j < columns[l + 1].ys.length && /** @type {number} */ (k) < columns[l].ys.length
        : j < columns[kind === "bias" ? l + 1 : l].ys.length;
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, String(value));
    }
}
