import { Field, overLine } from "../../shared/plane/field.js";
import { palette } from "../../shared/palette.js";

/** The points of the curve, and the share of its height that stays free above and below the targets. */
const POINTS = 241;
const MARGIN = 0.15;
const DOT = 3.6;

/** The function that a network of one input and one output computes, drawn through the examples. */
export class FunctionPlot {
    #field;
    #domain;
    #data;
    #low;
    #high;

    /** @param {import("../../shared/types.js").Setup} setup @param {import("../../shared/plane/domain.js").Domain} domain */
    constructor({ spec, data }, domain) {
        this.#field = new Field(spec, overLine(domain, POINTS), POINTS);
        this.#domain = domain;
        this.#data = data;
        const targets = [...data.targets, ...data.testTargets].map(([target]) => target);
        const [low, high] = [Math.min(...targets), Math.max(...targets)];
        const free = MARGIN * (high - low) || 1;
        this.#low = low - free;
        this.#high = high + free;
    }

    /** The lowest and the highest value that is shown. */
    get ends() {
        return [this.#low, this.#high];
    }

    /**
     * Draws the examples, and the function of a neuron over them.
     *
     * @param {CanvasRenderingContext2D} context
     * @param {import("../../shared/types.js").Frame | null} frame
     * @param {number} layer
     * @param {number} j
     * @param {boolean} heldBack whether the test points are drawn
     */
    draw(context, frame, layer, j, heldBack) {
        const { width, height } = context.canvas;
        const scale = devicePixelRatio || 1;
        context.clearRect(0, 0, width, height);
        const { low, high } = this.#domain;
        const across = (/** @type {number} */ x) => ((x - low) / (high - low)) * width;
        const up = (/** @type {number} */ y) => ((this.#high - y) / (this.#high - this.#low)) * height;
        this.#zero(context, up(0), scale);
        this.#dots(context, across, up, scale, heldBack);
        if (frame) {
            this.#field.compute(frame);
            this.#curve(context, this.#field.values[layer][j], up, scale);
        }
    }

    /** @param {CanvasRenderingContext2D} context @param {number} y @param {number} scale */
    #zero(context, y, scale) {
        context.strokeStyle = palette().css.hairline;
        context.lineWidth = scale;
        context.beginPath();
        context.moveTo(0, y);
        context.lineTo(context.canvas.width, y);
        context.stroke();
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {(x: number) => number} across
     * @param {(y: number) => number} up
     * @param {number} scale
     * @param {boolean} heldBack
     */
    #dots(context, across, up, scale, heldBack) {
        const { ink, dotEdge } = palette().css;
        const { inputs, targets, testInputs, testTargets } = this.#data;
        const dot = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ held) => {
            context.beginPath();
            context.arc(across(x), up(y), DOT * scale, 0, 7);
            context.fillStyle = held ? dotEdge : ink;
            context.strokeStyle = held ? ink : dotEdge;
            context.lineWidth = 1.2 * scale;
            context.fill();
            context.stroke();
        };
        if (heldBack) {
            testInputs.forEach(([x], e) => dot(x, testTargets[e][0], true));
        }
        inputs.forEach(([x], e) => dot(x, targets[e][0], false));
    }

    /** @param {CanvasRenderingContext2D} context @param {Float64Array} values @param {(y: number) => number} up @param {number} scale */
    #curve(context, values, up, scale) {
        const stride = context.canvas.width / (POINTS - 1);
        context.beginPath();
        values.forEach((value, p) => context.lineTo(p * stride, up(value)));
        context.strokeStyle = palette().css.positive;
        context.lineWidth = 2.5 * scale;
        context.lineJoin = "round";
        context.stroke();
    }
}
