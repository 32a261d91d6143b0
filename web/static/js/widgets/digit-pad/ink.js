export const PEN = 22;

/** @typedef {{x: number, y: number}} Point */

/** The strokes as ink from 0 to 1, on a square of this side, whatever the theme. @param {Point[][]} strokes @param {number} size */
export function inkOf(strokes, size) {
    const canvas = new OffscreenCanvas(size, size);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
    stroke(context, strokes, "black");
    const { data } = context.getImageData(0, 0, size, size);
    return Float64Array.from({ length: size * size }, (_, i) => data[4 * i + 3] / 255);
}

/** @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {Point[][]} strokes @param {string} colour */
export function stroke(context, strokes, colour) {
    context.strokeStyle = colour;
    context.lineWidth = PEN;
    context.lineCap = "round";
    context.lineJoin = "round";
    for (const [first, ...rest] of strokes) {
        context.beginPath();
        context.moveTo(first.x, first.y);
        context.lineTo(first.x + 0.01, first.y);
        rest.forEach(({ x, y }) => context.lineTo(x, y));
        context.stroke();
    }
}
