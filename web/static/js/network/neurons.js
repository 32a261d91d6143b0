import { activations, input } from "../shared/activations.js";
import { count } from "../shared/numbers.js";
import { activationFill } from "../shared/scales.js";
import { svg } from "../shared/svg.js";

/** The neurons' frames; where there is no map to show, each is filled by its activation on the shown example. */
export class Neurons {
    /** @type {Element[][]} */ #boxes = [];
    #filled = false;

    /**
     * @param {Element} group
     * @param {import("./layout.js").Layout} layout
     * @param {import("../shared/types.js").Setup} setup
     * @param {boolean} filled
     */
    place(group, { columns, node }, { data }, filled) {
        this.#filled = filled;
        this.#boxes = columns.map(({ x, ys }) => ys.map((y) => svg(group, "rect",
            { class: "neuron", x: x - node / 2, y: y - node / 2, width: node, height: node, rx: (filled ? 0.5 : 0.2) * node })));
        columns.forEach(({ x, hidden, moreY }) => {
            if (hidden > 0) {
                svg(group, "text", { "class": "more", x, "y": moreY + 5, "text-anchor": "middle" }).textContent =
                    `… ${count(hidden)} more`;
            }
        });
        const beside = columns[0].x - node / 2 > 18;
        columns[0].ys.forEach((y, j) => {
            const place = beside
                ? { "x": columns[0].x - node / 2 - 7, "y": y + 6, "text-anchor": "end" }
                : { "x": columns[0].x, "y": y - node / 2 - 5, "text-anchor": "middle" };
            svg(group, "text", { class: "name", ...place }).textContent = data.inputNames[j] ?? "";
        });
    }

    /**
     * @param {import("../shared/types.js").Frame} frame
     * @param {string[]} names of the activations
     */
    show(frame, names) {
        if (this.#filled) {
            this.#boxes.forEach((layer, l) => layer.forEach((box, j) => box.setAttribute("fill",
                activationFill(frame.activations[l][j], l === 0 ? input : activations[names[l - 1]]))));
        }
    }
}
