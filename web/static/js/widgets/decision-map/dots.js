import { palette } from "../../shared/palette.js";
import { drawExample } from "../../shared/plane/picture.js";

const DOT = 4.2;

/** @typedef {import("../../shared/plane/points.js").Point} Point */
/** @typedef {import("../../shared/plane/domain.js").Domain} Domain */

/** The examples on a map, drawn once for a run, a size and a theme: hundreds of discs take longer than the map under them. */
export class Dots {
    #examples = document.createElement("canvas");
    #key = "";
    /** @type {Point[] | null} */ #drawn = null;

    /** @param {CanvasRenderingContext2D} context of the map @param {Point[]} points @param {Domain} domain @param {import("./options.js").MapOptions | null} options */
    draw(context, points, domain, options) {
        const side = context.canvas.width;
        const key = `${side} ${palette().css.dotPositive} ${options?.key}`;
        if (key !== this.#key || points !== this.#drawn) {
            this.#key = key;
            this.#drawn = points;
            this.#examples.width = this.#examples.height = side;
            this.#drawAll(points, domain, options);
        }
        context.drawImage(this.#examples, 0, 0);
    }

    /** @param {Point[]} points @param {Domain} domain @param {import("./options.js").MapOptions | null} options */
    #drawAll(points, domain, options) {
        const context = /** @type {CanvasRenderingContext2D} */ (this.#examples.getContext("2d"));
        const scale = devicePixelRatio || 1;
        const size = DOT * scale * (points.length < 20 ? 1.7 : points.length > 600 ? 0.75 : 1);
        const dot = (/** @type {Point} */ point) =>
            drawExample(context, place(point, domain, this.#examples.width), point, size, scale);
        points.filter((point) => point.held && (options?.shows(point) ?? true)).forEach(dot);
        points.filter(({ held }) => !held).forEach(dot);
    }

    /** A ring around the point that is being changed. @param {CanvasRenderingContext2D} context @param {Point | null | undefined} chosen @param {Domain} domain */
    ring(context, chosen, domain) {
        if (chosen) {
            const scale = devicePixelRatio || 1;
            context.beginPath();
            context.arc(...place(chosen, domain, context.canvas.width), 11 * scale, 0, 7);
            context.strokeStyle = palette().css.ink;
            context.lineWidth = 2 * scale;
            context.stroke();
        }
    }
}

/** @param {Point} point @param {Domain} domain @param {number} side @returns {[number, number]} */
function place({ x, y }, { low, high }, side) {
    return [((x - low) / (high - low)) * side, ((high - y) / (high - low)) * side];
}
