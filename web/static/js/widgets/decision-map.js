import { contour } from "../shared/contour.js";
import { domainOf, isPlane } from "../shared/domain.js";
import { Field } from "../shared/field.js";
import { neuronName } from "../shared/items.js";
import { palette } from "../shared/palette.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** @typedef {import("../shared/types.js").Frame} Frame */

const POINTS = 64;
const DOT = 4.2;

/**
 * `<x-decision-map>`: what the network answers everywhere in the input plane, with the examples on it: filled ones are trained
 * on, hollow ones held out. While a neuron is selected it shows what that neuron answers, and its heading says so.
 */
class DecisionMap extends StageWidget {
    /** @type {import("../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("../shared/domain.js").Domain} */ #domain = { low: -1, high: 1 };
    /** @type {Field | null} */ #field = null;
    #canvas = document.createElement("canvas");
    #small = document.createElement("canvas");
    /** The examples, drawn once for a run, a size and a theme: hundreds of discs take longer than the map under them. */
    #examples = document.createElement("canvas");
    #dotted = "";
    /** @type {Element | null} */ #heading = null;
    #title = "";
    #ends = ["low", "high"].map(() => document.createElement("span"));
    #names = ["across", "up"].map(() => document.createElement("span"));
    #scale = ["low", "bar", "high"].map(() => document.createElement("span"));
    #sized = new ResizeObserver(() => this.#resize());

    enter() {
        this.#canvas.setAttribute("role", "img");
        this.#canvas.setAttribute("aria-label", "Map of what the network answers over the input plane, with the examples");
        this.#small.width = this.#small.height = POINTS;
        this.#heading = this.querySelector("h2");
        this.#title = this.#heading?.textContent ?? "";
        this.#scale[1].className = "bar";
        this.#names.forEach((name, i) => (name.className = `map-name ${["across", "up"][i]}`));
        const plane = document.createElement("div");
        plane.className = "map-plane";
        plane.append(this.#names[1], this.#canvas, this.#names[0]);
        this.append(plane, row("map-axis", this.#ends), row("map-scale", this.#scale));
        this.#sized.observe(this.#canvas);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#field = null;
        this.#dotted = "";
        if (isPlane(setup.data)) {
            this.#domain = domainOf(setup.data);
            this.#field = new Field(setup.spec, this.#domain, POINTS);
            const { low, high } = this.#domain;
            [brief(low), brief(high)].forEach((text, i) => (this.#ends[i].textContent = text));
            setup.data.inputNames.forEach((name, i) => (this.#names[i].textContent = name));
        }
        this.#resize();
    }

    #resize() {
        const side = Math.round(this.#canvas.clientWidth * (devicePixelRatio || 1));
        if (side > 0 && side !== this.#canvas.width) {
            this.#canvas.width = this.#canvas.height = side;
            this.stage.redraw();
        }
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../shared/types.js").Selection} */ { item }) {
        const context = this.#canvas.getContext("2d");
        if (!this.#field || !this.#setup || !context || !frame.weights) {
            return;
        }
        this.#field.compute(frame);
        const last = this.#setup.spec.network.layers.length - 1;
        const [layer, j] = item?.kind === "neuron" ? item.at : [last, 0];
        this.#paint(context, layer, j);
        this.#line(context, layer, j);
        this.#dots();
        context.drawImage(this.#examples, 0, 0);
        this.#say(layer, j, last);
    }

    /** @param {CanvasRenderingContext2D} context @param {number} layer @param {number} j */
    #paint(context, layer, j) {
        const pixels = new Uint32Array(POINTS * POINTS);
        /** @type {Field} */ (this.#field).paint(layer, j, palette().ramp, pixels);
        const small = /** @type {CanvasRenderingContext2D} */ (this.#small.getContext("2d"));
        small.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), POINTS), 0, 0);
        const side = this.#canvas.width;
        context.drawImage(this.#small, 0.5, 0.5, POINTS - 1, POINTS - 1, 0, 0, side, side);
    }

    /** The line on which the answer is neither blue nor orange. @param {CanvasRenderingContext2D} context @param {number} layer @param {number} j */
    #line(context, layer, j) {
        const field = /** @type {Field} */ (this.#field);
        const cell = this.#canvas.width / (POINTS - 1);
        context.beginPath();
        for (const [x1, y1, x2, y2] of contour(field.values[layer][j], POINTS, field.scale(layer).middle)) {
            context.moveTo(x1 * cell, y1 * cell);
            context.lineTo(x2 * cell, y2 * cell);
        }
        context.strokeStyle = palette().css.ink;
        context.lineWidth = 1.25 * (devicePixelRatio || 1);
        context.lineCap = "round";
        context.globalAlpha = 0.7;
        context.stroke();
        context.globalAlpha = 1;
    }

    #dots() {
        const key = `${this.#canvas.width} ${palette().css.dotPositive}`;
        const context = this.#examples.getContext("2d");
        if (key === this.#dotted || !context) {
            return;
        }
        this.#dotted = key;
        this.#examples.width = this.#examples.height = this.#canvas.width;
        const { inputs, targets, testInputs, testTargets } = /** @type {import("../shared/types.js").Setup} */ (this.#setup).data;
        const { dotEdge, dotPositive, dotNegative } = palette().css;
        const all = [...targets, ...testTargets].map((t) => t[0]);
        const middle = (Math.min(...all) + Math.max(...all)) / 2;
        const scale = devicePixelRatio || 1;
        const size = DOT * scale * (inputs.length < 20 ? 1.7 : inputs.length > 400 ? 0.75 : 1);
        const dot = (/** @type {number[]} */ point, /** @type {number} */ target, /** @type {boolean} */ hollow) => {
            const colour = target > middle ? dotPositive : dotNegative;
            context.beginPath();
            context.arc(...this.#place(point), hollow ? size - 0.6 * scale : size, 0, 7);
            context.fillStyle = hollow ? dotEdge : colour;
            context.strokeStyle = hollow ? colour : dotEdge;
            context.lineWidth = (hollow ? 1.6 : 1.2) * scale;
            context.fill();
            context.stroke();
        };
        testInputs.forEach((point, i) => dot(point, testTargets[i][0], true));
        inputs.forEach((point, i) => dot(point, targets[i][0], false));
    }

    /** @returns {[number, number]} */
    #place(/** @type {number[]} */ [x, y]) {
        const { low, high } = this.#domain;
        const side = this.#canvas.width;
        return [((x - low) / (high - low)) * side, ((high - y) / (high - low)) * side];
    }

    /** What is shown, and which values its two colours stand for. @param {number} layer @param {number} j @param {number} last */
    #say(layer, j, last) {
        const field = /** @type {Field} */ (this.#field);
        const { middle } = field.scale(layer);
        const reach = field.reaches[layer][j];
        write(this.#scale[0], brief(middle - reach));
        write(this.#scale[2], brief(middle + reach));
        const name = neuronName(layer, j, /** @type {import("../shared/types.js").Setup} */ (this.#setup));
        write(this.#heading, layer === last && j === 0 ? this.#title : name[0].toUpperCase() + name.slice(1));
    }
}

/** @param {string} name @param {Element[]} parts */
function row(name, parts) {
    const element = document.createElement("p");
    element.className = name;
    element.append(...parts);
    return element;
}

/** A number in two digits, for the end of an axis. */
function brief(/** @type {number} */ value) {
    return String(Number(value.toPrecision(2))).replace("-", "\u2212");
}

customElements.define("x-decision-map", DecisionMap);
