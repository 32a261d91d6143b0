import { weightColour, weightWidth } from "../../shared/scales.js";
import { svg } from "../../shared/dom/svg.js";
import { ends, path } from "./layout.js";

/** A line that shows a weight or a bias; it touches the document only where its look changes, its width by a quarter of a pixel. */
class Line {
    #width = 0;
    #colour = "";

    constructor(/** @type {Element} */ element) {
        this.element = element;
    }

    show(/** @type {number} */ value, /** @type {number} */ scale) {
        const width = Math.round(4 * scale * weightWidth(value)) / 4;
        const colour = weightColour(value);
        if (width !== this.#width) {
            this.element.setAttribute("stroke-width", String(width));
            this.#width = width;
        }
        if (colour !== this.#colour) {
            this.element.setAttribute("stroke", colour);
            this.#colour = colour;
        }
    }
}

/** All lines of a network: a weight between two neurons, a bias as a short line that ends at its neuron from below. */
export class Lines {
    /** @type {Line[][][]} */ #weights = [];
    /** @type {Line[][]} */ #biases = [];
    #scale = 1;

    /**
     * Draws them anew in this place.
     *
     * @param {Element} group
     * @param {import("./layout.js").Layout} layout
     */
    place(group, layout) {
        const { columns, node, stub, thickness } = layout;
        this.#scale = thickness;
        this.#weights = columns.slice(1).map((to, l) => to.ys.map((_, j) => columns[l].ys.map((_, k) =>
            new Line(svg(group, "path", { d: path(ends(layout, l, j, k)) })))));
        this.#biases = columns.slice(1).map(({ x, ys }) => ys.map((y) => {
            const foot = y + node / 2 + stub;
            svg(group, "circle", { class: "one", cx: x, cy: foot, r: 2 });
            return new Line(svg(group, "path", { d: `M${x} ${foot}V${y + node / 2}` }));
        }));
    }

    show(/** @type {import("../../shared/types.js").Frame} */ { weights, biases }) {
        this.#weights.forEach((layer, l) => layer.forEach((row, j) => row.forEach((line, k) =>
            line.show(weights[l][j][k], this.#scale))));
        this.#biases.forEach((layer, l) => layer.forEach((line, j) => line.show(biases[l][j], 0.7 * this.#scale)));
    }
}
