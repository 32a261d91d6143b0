import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { plain, short } from "../../shared/numbers.js";
import { activations as curves } from "../../shared/plane/activations.js";
import { pointsOf } from "../../shared/plane/points.js";
import { LineOf, Square } from "../../shared/plane/square.js";
import { StageWidget } from "../../stage-widget.js";

/** More examples would cover each other. */
const MOST_EXAMPLES = 16;
const HIDDEN = ["h₁", "h₂"];
/** Room around the values that an activation can take, and around the corners of the unit square. */
const ROOM = 0.25;

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/plane/line.js").Point} Point */

/**
 * `<x-hidden-plane>`: a network of two inputs, two hidden neurons and one output as two planes. On the left are the inputs, with each
 * hidden neuron's line. On the right are the activations of the hidden neurons, with the output's line. The table below has
 * the numbers of each example.
 */
class HiddenPlane extends StageWidget {
    figure = { name: "Hidden neurons", line: "The examples as two hidden neurons see them." };
    #planes = html("div", { class: "two-planes" });
    #table = html("table", { class: "truth" });
    /** @type {Setup | null} */ #setup = null;
    /** @type {LineOf[]} */ #lines = [];
    /** @type {LineOf | null} */ #output = null;
    /** The examples in both planes. @type {{dots: SVGElement[], places: Point[], square: Square}[]} */ #dots = [];
    #asked = "";
    #waiting = false;

    enter() {
        this.replaceChildren(this.#planes, html("div", { "class": "numbers-table", "role": "group", "aria-label": "What the hidden neurons compute", "tabindex": 0 }, this.#table));
    }

    lacks() {
        const { spec, data } = /** @type {Setup} */ (this.stage.setup);
        return String(spec.network.layers) === "2,2,1" && data.inputs.length <= MOST_EXAMPLES ? null
            : `This figure shows networks of two inputs, two hidden neurons and one output, with at most ${MOST_EXAMPLES} examples.`;
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        this.#asked = "";
        if (this.lacks() !== null) {
            return;
        }
        const { middle } = curves[setup.spec.network.activations[0]];
        const low = middle === 0 ? -1 : 0;
        const inputs = new Square(html("div", {}), { low: -0.5, high: 1.5 }, { label: "The plane of the two inputs", x: "x₁", y: "x₂", ticks: [0, 1] });
        const hidden = new Square(html("div", {}), { low: low - ROOM * (1 - low), high: 1 + ROOM * (1 - low) },
            { label: "The plane of the two hidden activations", x: HIDDEN[0], y: HIDDEN[1], ticks: [low, 1] });
        this.#lines = HIDDEN.map((name, j) => new LineOf(inputs, `hidden-${j + 1}`, name));
        this.#output = new LineOf(hidden, "now", "1");
        this.#dots = [inputs, hidden].map((square) => ({ square, dots: dotsIn(square, setup), places: setup.data.inputs.map(([x, y]) => square.drawn([x, y])) }));
        this.#planes.replaceChildren(figure(inputs, "inputs"), figure(hidden, "hidden activations"));
        this.#writeRows(setup);
    }

    #writeRows(/** @type {Setup} */ { data }) {
        const heads = ["x₁", "x₂", ...HIDDEN, "output", "target"];
        this.#table.replaceChildren(
            html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))),
            html("tbody", {}, ...data.inputs.map((inputs, e) => html("tr", {}, ...[...inputs.map(given), "…", "…", "…", given(data.targets[e][0])].map((text) => html("td", {}, text))))));
    }

    draw(/** @type {Frame} */ frame) {
        const { weights, biases } = frame;
        const [{ places }] = this.#dots;
        /** @type {import("../../shared/plane/line.js").Point[]} */
        const taken = [...places];
        this.#lines.forEach((line, j) => taken.push(...line.draw({ w1: weights[0][j][0], w2: weights[0][j][1], bias: biases[0][j] }, taken)));
        this.#output?.draw({ w1: weights[1][0][0], w2: weights[1][0][1], bias: biases[1][0] }, this.#dots[1].places);
        this.#ask(frame);
    }

    /** Asks for the activations of the shown step, one request at a time. */
    async #ask(/** @type {Frame} */ { step, weights, biases }) {
        const key = JSON.stringify([step, weights, biases]);
        const setup = this.#setup;
        if (key === this.#asked || this.#waiting || !setup) {
            return;
        }
        this.#asked = key;
        this.#waiting = true;
        try {
            const { activations } = await this.stage.ask("predictions", { inputs: setup.data.inputs, step });
            if (setup === this.#setup) {
                this.#show(activations);
                this.dataset.step = String(step);
            }
        } catch (error) {
            this.stage.fail(error);
        }
        this.#waiting = false;
        this.redraw();
    }

    /** @param {number[][][]} activations by example, layer and neuron */
    #show(activations) {
        const [, { dots, square, places }] = this.#dots;
        activations.forEach(([, hidden, output], e) => {
            places[e] = square.drawn([hidden[0], hidden[1]]);
            dots[e].setAttribute("transform", `translate(${places[e].join(" ")})`);
            const { cells } = this.#table.rows[e + 1];
            [...hidden, ...output].forEach((value, i) => write(cells[2 + i], short(value)));
        });
    }
}

/** An input or a target as the data have it: whole numbers stay whole. */
function given(/** @type {number} */ x) {
    return plain(x, 3);
}

/** @param {Square} square @param {string} caption */
function figure(square, caption) {
    return html("figure", {}, square.root, html("figcaption", {}, caption));
}

/** The examples at their inputs, each with its target. @param {Square} square @param {Setup} setup */
function dotsIn(square, { data }) {
    return pointsOf(data).filter(({ held }) => !held).map(({ x, y, high }, e) => {
        const dot = svg(square.root, "g", { "class": "corner", "data-target": high ? 1 : 0, "transform": `translate(${square.drawn([x, y]).join(" ")})`, "role": "img",
            "aria-label": `Example (${data.inputs[e].join(", ")}), target ${data.targets[e][0]}` });
        svg(dot, "circle", { class: "dot", r: 15 });
        svg(dot, "text", { "class": "pair", "y": 5, "text-anchor": "middle" }).textContent = data.inputs[e].map(given).join("");
        return dot;
    });
}

customElements.define("x-hidden-plane", HiddenPlane);
