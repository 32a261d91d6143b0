import { palette } from "../../shared/palette.js";
import { Field } from "../../shared/plane/field.js";
import { pointsOf } from "../../shared/plane/points.js";

/** Points along a side of the map, pixels of the picture, and the size of an example's dot in it. */
const POINTS = 33;
const SIDE = 192;
const DOT = 9;
const SMALL_DOT = 5;
/** With more examples than this their dots are small. */
const FEW = 20;

/**
 * Draws what the network of a frame answers over the plane, and the examples on it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import("../../shared/types.js").Setup} setup
 * @param {import("../../shared/plane/domain.js").Domain} domain
 * @param {import("../../shared/types.js").Frame} frame
 */
export function drawMap(canvas, { spec, data }, domain, frame) {
    const field = new Field(spec, domain, POINTS);
    field.compute(frame);
    const pixels = new Uint32Array(POINTS * POINTS);
    field.paint(spec.network.layers.length - 1, 0, palette().ramp, pixels);
    const small = document.createElement("canvas");
    small.width = small.height = POINTS;
    small.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), POINTS), 0, 0);
    canvas.width = canvas.height = SIDE;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(small, 0.5, 0.5, POINTS - 1, POINTS - 1, 0, 0, SIDE, SIDE);
    dots(context, pointsOf(data), domain);
}

/** @param {CanvasRenderingContext2D} context @param {import("../../shared/plane/points.js").Point[]} points @param {import("../../shared/plane/domain.js").Domain} domain */
function dots(context, points, { low, high }) {
    const { dotPositive, dotNegative, dotEdge } = palette().css;
    const share = (/** @type {number} */ value) => (SIDE * (value - low)) / (high - low);
    context.lineWidth = 2;
    context.strokeStyle = dotEdge;
    for (const point of points.filter(({ held }) => !held)) {
        context.beginPath();
        context.arc(share(point.x), SIDE - share(point.y), points.length > FEW ? SMALL_DOT : DOT, 0, 7);
        context.fillStyle = point.high ? dotPositive : dotNegative;
        context.fill();
        context.stroke();
    }
}
