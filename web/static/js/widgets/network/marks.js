import { short } from "../../shared/numbers.js";
import { weightColour, weightWidth } from "../../shared/scales.js";
import { svg } from "../../shared/dom/svg.js";
import { ends, heightAt, path } from "./layout.js";

/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("./layout.js").Layout} Layout */

/** The rise of a number above a line that is shorter than it, or below it where other letters are above. */
const RAISED = 24;

/** Room of a number over a neuron: half its width, its middle above the neuron's edge, and how near a plate's middle may come. */
const NUMBER_HALF = 34;
const NUMBER_ABOVE = 12;
const BAND = 21;

/** The dark outline of what is selected, along its line or around its neuron, and its number beside it. */
export class Marks {
    #outline;
    #frame;
    #label;
    #plate;
    #text;
    /** True while numbers are over the neurons, so that a line's own is below it. */
    #under = false;

    constructor(/** @type {Element} */ before) {
        const group = svg(before, "g", {});
        this.#outline = { group, lines: ["ink", "gap", "core"].map((name) => svg(group, "path", { class: name })) };
        this.#frame = svg(before, "rect", { class: "chosen" });
        this.#label = svg(before, "g", { class: "number" });
        this.#plate = svg(this.#label, "rect", { height: 24, y: -12, rx: 6 });
        this.#text = svg(this.#label, "text", { "text-anchor": "middle", y: 5 });
    }

    /**
     * @param {Layout | null} layout
     * @param {import("../../shared/types.js").Frame} frame
     * @param {Item | null} item
     * @param {{inside: boolean, round: boolean}} look whether the neurons' numbers are over them anyway, inside a step, and
     *     whether they are round
     */
    show(layout, frame, item, { inside, round }) {
        this.#under = inside;
        const drawn = layout && item && isDrawn(layout, item) ? item : null;
        this.#outline.group.toggleAttribute("hidden", drawn === null || drawn.kind === "neuron");
        this.#frame.toggleAttribute("hidden", drawn?.kind !== "neuron");
        this.#label.toggleAttribute("hidden", drawn === null || (inside && drawn.kind === "neuron"));
        if (!layout || !drawn) {
            return;
        }
        if (drawn.kind === "weight") {
            this.#weight(layout, frame, drawn.at);
        } else if (drawn.kind === "bias") {
            this.#bias(layout, frame, drawn.at);
        } else {
            this.#neuron(layout, frame, drawn.at, round ? 0.5 : 0.2);
        }
    }

    /** @param {Layout} layout @param {import("../../shared/types.js").Frame} frame @param {[number, number, number]} at */
    #weight(layout, frame, [l, j, k]) {
        const line = ends(layout, l, j, k);
        const value = frame.weights[l][j][k];
        const x = line.x1 + (line.x2 - line.x1) * 0.5;
        this.#trace(layout, path(line), value, 1);
        const isWide = this.#isWide(value, line);
        const isBelow = this.#under || (l === 0 && isWide);
        const isAbove = isWide && !isBelow;
        const y = heightAt(line, x) + (isBelow ? RAISED : 0) - (isAbove ? RAISED : 0);
        this.#say(layout, short(value), x, this.#under ? besideNumbers(layout, l, halfOf(short(value)), x, y) : y);
    }

    /** Tests whether a number takes more room than its line. @param {number} value @param {ReturnType<typeof ends>} line */
    #isWide(value, { x1, x2 }) {
        return halfOf(short(value)) * 2 > x2 - x1;
    }

    /** @param {Layout} layout @param {import("../../shared/types.js").Frame} frame @param {[number, number]} at */
    #bias(layout, frame, [l, j]) {
        const { x, ys } = layout.columns[l + 1];
        const y = ys[j] + layout.node / 2;
        const value = frame.biases[l][j];
        this.#trace(layout, `M${x} ${y + layout.stub}V${y}`, value, 0.7);
        if (this.#under) {
            this.#say(layout, short(value), x + halfOf(short(value)) + 6, y + 8);
        } else {
            this.#say(layout, short(value), x, y + layout.stub + 14);
        }
    }

    /** @param {Layout} layout @param {import("../../shared/types.js").Frame} frame @param {[number, number]} at @param {number} corner */
    #neuron(layout, frame, [l, j], corner) {
        const { x, ys } = layout.columns[l];
        const { node } = layout;
        set(this.#frame, { x: x - node / 2, y: ys[j] - node / 2, width: node, height: node, rx: corner * node });
        this.#say(layout, short(frame.activations[l][j]), x, ys[j] - node / 2 - 15);
    }

    /** The line once more, above all others, with a gap and a dark edge. @param {Layout} layout @param {string} d @param {number} value @param {number} share */
    #trace({ thickness }, d, value, share) {
        const width = share * thickness * weightWidth(value);
        this.#outline.lines.forEach((line, i) => set(line, { d, "stroke-width": width + [6, 3, 0][i] }));
        this.#outline.lines[2].setAttribute("stroke", weightColour(value));
    }

    /** @param {Layout} layout @param {string} text @param {number} x @param {number} y */
    #say({ width, height }, text, x, y) {
        const half = halfOf(text);
        const inside = Math.max(half, Math.min(width - half, x));
        this.#text.textContent = text;
        set(this.#plate, { x: -half, width: 2 * half });
        set(this.#label, { transform: `translate(${inside} ${Math.max(13, Math.min(height - 13, y))})` });
    }
}

/**
 * The height nearest to y at which a plate covers no number over a neuron of the two layers that its line joins.
 *
 * @param {Layout} layout
 * @param {number} l
 * @param {number} half the plate's width, halved
 * @param {number} x
 * @param {number} y
 */
function besideNumbers({ columns, node }, l, half, x, y) {
    const bands = columns.slice(l, l + 2).filter((column) => Math.abs(column.x - x) < half + NUMBER_HALF)
        .flatMap(({ ys }) => ys.map((at) => at - node / 2 - NUMBER_ABOVE));
    const isClear = (/** @type {number} */ at) => bands.every((band) => Math.abs(band - at) >= BAND);
    return [y, ...bands.flatMap((band) => [band - BAND, band + BAND])].filter(isClear)
        .toSorted((a, b) => Math.abs(a - y) - Math.abs(b - y))[0] ?? y;
}

/** Half of a number's width with its plate. */
function halfOf(/** @type {string} */ text) {
    return 9 + 4.2 * text.length;
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
