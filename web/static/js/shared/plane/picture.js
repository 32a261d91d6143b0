import { palette } from "../palette.js";

/**
 * Draws what a neuron answers over the plane, as large as the canvas.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import("./field.js").Field} field
 * @param {number} layer
 * @param {number} j
 * @param {HTMLCanvasElement} small takes the field's points, one pixel each
 * @param {Uint32Array} [ramp] colours from full orange to full blue
 */
export function drawField(context, field, layer, j, small, ramp = palette().ramp) {
    const { size } = field;
    const pixels = new Uint32Array(size * size);
    field.paint(layer, j, ramp, pixels);
    if (small.width !== size || small.height !== size) {
        small.width = small.height = size;
    }
    /** @type {CanvasRenderingContext2D} */ (small.getContext("2d")).putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), size), 0, 0);
    const { width, height } = context.canvas;
    context.drawImage(small, 0.5, 0.5, size - 1, size - 1, 0, 0, width, height);
}

/**
 * Draws an example: filled if it is in the training set, hollow if it is in the test set.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number]} place
 * @param {{high: boolean, held: boolean, along?: number}} example
 * @param {number} size its radius
 * @param {number} scale pixels of the canvas for each of the page
 */
export function drawExample(context, place, { high, held, along }, size, scale) {
    const { dotEdge, dotPositive, dotNegative } = palette().css;
    const colour = along !== undefined ? between(along) : high ? dotPositive : dotNegative;
    context.beginPath();
    context.arc(...place, held ? size - 0.6 * scale : size, 0, 7);
    context.fillStyle = held ? dotEdge : colour;
    context.strokeStyle = held ? colour : dotEdge;
    context.lineWidth = (held ? 1.6 : 1.2) * scale;
    context.fill();
    context.stroke();
}

/** A colour between the dots of the lowest target, 0, and of the highest, 1; pale in the middle. */
function between(/** @type {number} */ along) {
    const { dotPositive, dotNegative, mapMiddle } = palette().css;
    const share = Math.round(Math.abs(2 * along - 1) * 100);
    return `color-mix(in srgb, ${along > 0.5 ? dotPositive : dotNegative} ${share}%, ${mapMiddle})`;
}
