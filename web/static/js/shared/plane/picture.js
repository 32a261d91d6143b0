import { palette } from "../palette.js";
import { LOOKS, shapeOf } from "./classes.js";

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
    spread(context, pixels, size, small);
}

/**
 * Draws which class leads at each point of a grid over the plane: in its colour, the fuller the further it leads.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import("./classes.js").Leads} leads
 * @param {number} full the lead from which on the colour is full
 * @param {number} size points along a side
 * @param {HTMLCanvasElement} small takes the points, one pixel each
 * @param {boolean} isPlain whether each class has one shade alone
 */
export function drawClasses(context, { winner, lead }, full, size, small, isPlain) {
    const { classRamps } = palette();
    const pixels = new Uint32Array(size * size);
    for (let p = 0; p < pixels.length; p++) {
        const ramp = classRamps[winner[p] % LOOKS];
        const last = ramp.length - 1;
        pixels[p] = ramp[isPlain ? Math.round(last * 0.7) : Math.min(last, Math.round((lead[p] / full) * last) || 0)];
    }
    spread(context, pixels, size, small);
}

/** Draws a square of points as large as the canvas. @param {CanvasRenderingContext2D} context @param {Uint32Array<ArrayBuffer>} pixels @param {number} size @param {HTMLCanvasElement} small */
function spread(context, pixels, size, small) {
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
 * @param {{high: boolean, held: boolean, along?: number, of?: number}} example
 * @param {number} size its radius
 * @param {number} scale pixels of the canvas for each of the page
 */
export function drawExample(context, place, { high, held, along, of }, size, scale) {
    const { css: { dotEdge, dotPositive, dotNegative }, classes } = palette();
    const colour = of !== undefined ? classes[of % LOOKS] : along !== undefined ? between(along) : high ? dotPositive : dotNegative;
    outline(context, place, of === undefined ? [] : shapeOf(of), held ? size - 0.6 * scale : size);
    context.fillStyle = held ? dotEdge : colour;
    context.strokeStyle = held ? colour : dotEdge;
    context.lineWidth = (held ? 1.6 : 1.2) * scale;
    context.fill();
    context.stroke();
}

/** The outline of a mark. @param {CanvasRenderingContext2D} context @param {[number, number]} place @param {[number, number][]} corners none of a disc @param {number} size */
function outline(context, [x, y], corners, size) {
    context.beginPath();
    if (corners.length === 0) {
        context.arc(x, y, size, 0, 7);
        return;
    }
    corners.forEach(([dx, dy]) => context.lineTo(x + size * dx, y + size * dy));
    context.closePath();
}

/** A colour between the dots of the lowest target, 0, and of the highest, 1; pale in the middle. */
function between(/** @type {number} */ along) {
    const { dotPositive, dotNegative, mapMiddle } = palette().css;
    const share = Math.round(Math.abs(2 * along - 1) * 100);
    return `color-mix(in srgb, ${along > 0.5 ? dotPositive : dotNegative} ${share}%, ${mapMiddle})`;
}
