/** Pixels on each side of a digit's picture, as the training digits have them. */
export const SIDE = 28;
const BOX = 20;
const PAPER = 0.1;

/**
 * A drawing put into the frame of the training digits: the ink's longer side scaled to 20 pixels with soft edges, its centre of
 * mass moved to the middle by whole pixels. The same as the server's `Framing`.
 *
 * @param {Float64Array} drawing ink from 0 (paper) to 1, row by row
 * @param {number} width of the drawing, which is square
 * @returns {Float64Array} 28 by 28; all 0 where there is no ink
 */
export function framed(drawing, width) {
    const box = boxOf(drawing, width);
    return box.right <= box.left ? new Float64Array(SIDE * SIDE) : centred(scaled(drawing, width, box));
}

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {Float64Array} drawing @param {number} width @returns {Box} */
function boxOf(drawing, width) {
    const box = { left: width, top: width, right: 0, bottom: 0 };
    for (let i = 0; i < drawing.length; i++) {
        if (drawing[i] > PAPER) {
            const x = i % width;
            const y = (i - x) / width;
            box.left = Math.min(box.left, x);
            box.right = Math.max(box.right, x + 1);
            box.top = Math.min(box.top, y);
            box.bottom = Math.max(box.bottom, y + 1);
        }
    }
    return box;
}

/** @param {Float64Array} drawing @param {number} width @param {Box} box */
function scaled(drawing, width, box) {
    const step = Math.max(box.right - box.left, box.bottom - box.top) / BOX;
    const x = 0.5 * (box.left + box.right) - 0.5 * SIDE * step;
    const y = 0.5 * (box.top + box.bottom) - 0.5 * SIDE * step;
    return Float64Array.from({ length: SIDE * SIDE }, (_, i) =>
        mean(drawing, width, box, x + (i % SIDE) * step, y + Math.floor(i / SIDE) * step, step));
}

/** @param {Float64Array} drawing @param {number} width @param {Box} box @param {number} x @param {number} y @param {number} step */
function mean(drawing, width, { left, top, right, bottom }, x, y, step) {
    let sum = 0;
    for (let row = Math.max(top, Math.trunc(y)); row < Math.min(bottom, y + step); row++) {
        const high = Math.min(row + 1, y + step) - Math.max(row, y);
        for (let column = Math.max(left, Math.trunc(x)); column < Math.min(right, x + step); column++) {
            const wide = Math.min(column + 1, x + step) - Math.max(column, x);
            sum += Math.max(0, high) * Math.max(0, wide) * drawing[row * width + column];
        }
    }
    return Math.min(1, sum / (step * step));
}

/** @param {Float64Array} from */
function centred(from) {
    let [mass, rows, columns] = [0, 0, 0];
    from.forEach((ink, i) => {
        mass += ink;
        rows += ink * Math.floor(i / SIDE);
        columns += ink * (i % SIDE);
    });
    const to = new Float64Array(SIDE * SIDE);
    const shift = (/** @type {number} */ sum) => Math.ceil(SIDE / 2 - sum / mass - 0.5 - 1e-9);
    const [down, right] = [shift(rows), shift(columns)];
    for (let row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
        for (let column = Math.max(0, right); column < Math.min(SIDE, SIDE + right); column++) {
            to[row * SIDE + column] = from[(row - down) * SIDE + column - right];
        }
    }
    return to;
}
