import { activations, input } from "../../shared/plane/activations.js";
import { activationFill } from "../../shared/scales.js";
import { classesOf, LOOKS, shapePath } from "../../shared/plane/classes.js";
import { isPlane } from "../../shared/plane/domain.js";
import { svg } from "../../shared/dom/svg.js";

/** The width that a name over a neuron takes, in pixels; where there is less room, the name or else the number is inside the neuron. */
const ABOVE = 26;
/** Pixels of a letter beside a neuron, and of one in it; there a name may reach over the neuron's sides by so much in all. */
const LETTER = 8;
const SMALL_LETTER = 6.3;
const OVERHANG = 12;

/** The neurons' frames; where there is no map to show, each is filled by its activation on the shown example. */
export class Neurons {
    /** @type {SVGElement[][]} */ #boxes = [];
    /** The neurons of a folded layer's drawn elements. @type {SVGElement[][]} */ #numbers = [];
    #filled = false;
    #node = 0;

    /**
     * @param {Element} group
     * @param {import("./layout.js").Layout} layout
     * @param {import("../../shared/types.js").Setup} setup
     * @param {boolean} filled
     */
    place(group, { columns, node }, setup, filled) {
        const { data } = setup;
        this.#filled = filled;
        this.#node = node;
        this.#boxes = columns.map(({ x, ys }) => ys.map((y) => svg(group, "rect",
            { class: "neuron", x: x - node / 2, y: y - node / 2, width: node, height: node, rx: (filled ? 0.5 : 0.2) * node })));
        this.#numbers = columns.map(({ x, ys, hidden }) => (hidden === 0 ? [] : ys.map((y) =>
            svg(group, "text", { "class": "which", "x": x - node / 2 - 6, "y": y - 4, "text-anchor": "end" }))));
        markClasses(group, columns[columns.length - 1], node, setup);
        const longest = Math.max(...columns[0].ys.map((_, j) => (data.inputNames[j] ?? "").length));
        const beside = columns[0].x - node / 2 > 9 + LETTER * longest;
        const [first, second = Infinity] = columns[0].ys;
        const inside = !beside && second - first < node + ABOVE;
        columns[0].ys.forEach((y, j) => {
            if (columns[0].hidden > 0) {
                return;
            }
            const place = beside
                ? { "x": columns[0].x - node / 2 - 7, "y": y + 6, "text-anchor": "end" }
                : { "x": columns[0].x, "y": inside ? y + 6 : y - node / 2 - 8, "text-anchor": "middle" };
            svg(group, "text", { class: beside ? "name" : inside ? "name within" : "name over", ...place }).textContent = inside && SMALL_LETTER * longest > node + OVERHANG ? String(j + 1) : data.inputNames[j] ?? "";
        });
    }

    /** Marks neurons, by layer and number such as "1.0", of those that are drawn. @param {number[][]} drawn @param {string[]} units */
    pointOut(drawn, units) {
        this.#boxes.forEach((layer, l) => layer.forEach((box, place) => box.classList.toggle("pointed-out", units.includes(`${l}.${drawn[l][place]}`))));
    }

    /** Writes the numbers of the neurons that represent the folded layers. */
    name(/** @type {number[][]} */ drawn) {
        this.#numbers.forEach((layer, l) => layer.forEach((text, place) => (text.textContent = String(drawn[l][place] + 1))));
    }

    /**
     * @param {import("../../shared/types.js").Frame} frame
     * @param {string[]} names of the activations
     * @param {((layer: number, j: number) => boolean) | null} known inside a step, which activations are found
     */
    show(frame, names, known) {
        const rx = String((this.#filled || known ? 0.5 : 0.2) * this.#node);
        this.#boxes.forEach((layer, l) => layer.forEach((box, j) => {
            set(box, "rx", rx);
            set(box, "fill", !this.#filled && !known ? null : known?.(l, j) === false ? "none"
                : activationFill(frame.activations[l][j], l === 0 ? input : activations[names[l - 1]]));
        }));
    }
}

/** Beside each output the mark of its class, as the map of classes has it. @param {Element} group @param {import("./layout.js").Layout["columns"][0]} column @param {number} node @param {import("../../shared/types.js").Setup} setup */
function markClasses(group, { x, ys, hidden }, node, setup) {
    if (isPlane(setup) && hidden === 0) {
        classesOf(setup).forEach((name, i) => {
            const mark = svg(group, "path", { class: `class-mark class-${(i % LOOKS) + 1}`, d: shapePath(i, 5), transform: `translate(${x + node / 2 + 13} ${ys[i]})` });
            svg(mark, "title").textContent = name;
        });
    }
}

/** An attribute that is set to what it is costs the browser as much as one that changes. */
function set(/** @type {Element} */ element, /** @type {string} */ name, /** @type {string | null} */ value) {
    if (element.getAttribute(name) === value) {
        return;
    }
    if (value === null) {
        element.removeAttribute(name);
    } else {
        element.setAttribute(name, value);
    }
}
