import { isActive, isFound } from "../../shared/substeps.js";
import { short, signed } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";

/** @typedef {import("../../shared/types.js").Substep} Substep */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("./layout.js").Layout} Layout */

const THICKEST_AT = 0.5;

/** The frame up to a substep: updated weights where they exist, new activations where they are found. */
export function frameAt(/** @type {Frame} */ frame, /** @type {Substep} */ substep) {
    const depth = frame.weights.length;
    const moved = (/** @type {number} */ l, /** @type {number} */ j) => isFound(substep, depth, "update", l, j);
    const again = substep.after;
    return {
        ...frame,
        weights: frame.weights.map((layer, l) => layer.map((row, j) =>
            moved(l, j) ? row.map((w, k) => w + frame.weightUpdates[l][j][k]) : row)),
        biases: frame.biases.map((layer, l) => layer.map((b, j) => (moved(l, j) ? b + frame.biasUpdates[l][j] : b))),
        activations: frame.activations.map((layer, l) => layer.map((a, j) =>
            again && l > 0 && isFound(substep, depth, "again", l - 1, j) ? again.activations[l][j] : a)),
    };
}

/** Tests whether a neuron's activation is known at a substep; the input always is. While the step is gone through again, only the new one. */
export function isKnown(/** @type {Substep} */ substep, /** @type {number} */ depth, /** @type {number} */ layer, /** @type {number} */ j) {
    const part = isFound(substep, depth, "again", 0, 0) ? "again" : "a";
    return layer === 0 || isFound(substep, depth, part, layer - 1, j);
}

/** The marks inside one step: a ring for each delta, an outline around the part in computation, the newest number over each neuron. */
export class Inside {
    #group;

    constructor(/** @type {Element} */ group) {
        this.#group = group;
    }

    /**
     * @param {Layout} layout
     * @param {Frame} frame
     * @param {Substep | null} substep
     * @param {boolean} withDeltas whether deltas may be shown
     */
    show(layout, frame, substep, withDeltas) {
        this.#group.replaceChildren();
        if (!substep) {
            return;
        }
        layout.columns.slice(1).forEach(({ x, ys }, l) => ys.forEach((y, j) => {
            const found = newest(frame, substep, l, j, withDeltas);
            this.#ring(layout, x, y, found?.part === "delta" ? found.value : 0);
            if (["z", "a", "delta", "gradient", "update", "again"].some((part) => isActive(substep, part, l, j))) {
                const { node } = layout;
                svg(this.#group, "rect", { class: "active", x: x - node / 2 - 4, y: y - node / 2 - 4, width: node + 8,
                    height: node + 8, rx: 0.5 * node + 4 });
            }
            if (found) {
                this.#number(layout, x, y, found);
            }
        }));
    }

    /** @param {Layout} layout @param {number} x @param {number} y @param {number} delta */
    #ring({ node }, x, y, delta) {
        if (delta !== 0) {
            svg(this.#group, "rect", { "class": "delta", "x": x - node / 2, "y": y - node / 2, "width": node, "height": node,
                "rx": 0.5 * node, "stroke-width": (1.5 + 5 * Math.min(1, Math.sqrt(Math.abs(delta) / THICKEST_AT))).toFixed(1) });
        }
    }

    /** @param {Layout} layout @param {number} x @param {number} y @param {{part: string, label: string, value: number}} found */
    #number({ node, stub, columns }, x, y, { part, label, value }) {
        const pitch = Math.min(...columns.flatMap(({ ys }) => ys.slice(1).map((at, i) => at - ys[i])));
        if (pitch - node - stub < 14) {
            return;
        }
        const text = svg(this.#group, "text", { "class": part, x, "y": y - node / 2 - 7, "text-anchor": "middle" });
        const letter = svg(text, "tspan", { class: "letter" });
        letter.textContent = `${label} `;
        svg(text, "tspan").textContent = part === "delta" ? signed(value) : short(value);
    }
}

/** The number of a neuron that was found last. @param {Frame} frame @param {Substep} substep @param {number} l @param {number} j @param {boolean} withDeltas */
function newest(frame, substep, l, j, withDeltas) {
    const depth = frame.weights.length;
    const has = (/** @type {string} */ part) => isFound(substep, depth, part, l, j);
    if (isFound(substep, depth, "again", 0, 0)) {
        return has("again") && substep.after ? { part: "a", label: "a", value: substep.after.activations[l + 1][j] } : null;
    }
    return withDeltas && has("delta") ? { part: "delta", label: "δ", value: frame.deltas[l][j] }
        : has("a") ? { part: "a", label: "a", value: frame.activations[l + 1][j] }
            : has("z") ? { part: "z", label: "z", value: frame.preActivations[l][j] } : null;
}

/**
 * The flow along the lines at a substep, with its direction: forward into the sums, backward into the deltas, and the gradients.
 *
 * @param {Frame} frame
 * @param {Substep} substep
 * @returns {{l: number, backward: boolean, size: (j: number, k: number) => number} | null} sizes of the weights that take part
 */
export function flowAt(frame, substep) {
    const { part, layer: l = 0 } = substep;
    const of = (/** @type {number} */ j) => substep.neuron === undefined || substep.neuron === j;
    if (part === "z" || part === "again") {
        const from = (part === "again" && substep.after ? substep.after : frame).activations[l];
        return { l, backward: false, size: (j, k) => (of(j) ? frame.weights[l][j][k] * from[k] : 0) };
    }
    if (part === "delta" && l + 1 < frame.weights.length) {
        return { l: l + 1, backward: true, size: (j, k) => (of(k) ? frame.weights[l + 1][j][k] * frame.deltas[l + 1][j] : 0) };
    }
    if (part === "gradient") {
        return { l, backward: true, size: (j, k) => (of(j) ? frame.deltas[l][j] * frame.activations[l][k] : 0) };
    }
    return null;
}
