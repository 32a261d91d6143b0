import { Field, overPlane } from "./field.js";
import { drawExample, drawField } from "./picture.js";
import { pointsOf } from "./points.js";

/** Points along a side of the map, pixels of the picture, and the radius of an example's dot in it. */
const POINTS = 33;
const SIDE = 192;
const DOT = 9;
const SMALL_DOT = 5;
/** The number of examples from which on their dots are small. */
const MANY = 20;
/** Pixels of the picture for each of the page, about. */
const SCALE = 1.6;

/**
 * Draws what the network of a frame answers over the plane, and the examples that it was trained on.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import("../types.js").Setup} setup
 * @param {import("./domain.js").Domain} domain
 * @param {import("../types.js").Frame} frame
 */
export function drawMap(canvas, { spec, data }, domain, frame) {
    const field = new Field(spec, overPlane(spec, domain, POINTS), POINTS);
    field.compute(frame);
    canvas.width = canvas.height = SIDE;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    drawField(context, field, spec.network.layers.length - 1, 0, document.createElement("canvas"));
    const share = (/** @type {number} */ value) => (SIDE * (value - domain.low)) / (domain.high - domain.low);
    const points = pointsOf(data).filter(({ held }) => !held);
    for (const point of points) {
        drawExample(context, [share(point.x), SIDE - share(point.y)], point, points.length < MANY ? DOT : SMALL_DOT, SCALE);
    }
}
