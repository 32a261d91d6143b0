import { contour } from "../shared/plane/contour.js";

const BANDS = 20;

/**
 * A hill over a plane as a grid of heights, ready to be drawn.
 *
 * @typedef {object} Terrain
 * @property {number[]} xs
 * @property {number[]} ys ascending
 * @property {Float64Array} heights row by row, the row of the lowest y first
 * @property {number} low
 * @property {number} high
 * @property {number[]} levels at which lines are drawn
 * @property {boolean} even whether the levels are evenly spaced
 * @property {{position: number[], height: number}[]} minima
 * @property {[string, string]} names of the two directions
 */

/**
 * @param {{axes: number[][], heights: (number | null)[][]}} map heights [y][x]; null where there is none
 * @param {{minima?: {position: number[], height: number}[], even?: boolean, names?: [string, string]}} about
 * @returns {Terrain}
 */
export function terrain({ axes: [xs, ys], heights: rows }, { minima = [], even = true, names = ["x", "y"] } = {}) {
    const known = rows.flat().filter((height) => height !== null);
    const low = known.reduce((a, b) => Math.min(a, b), Infinity);
    const high = known.reduce((a, b) => Math.max(a, b), -Infinity);
    const heights = Float64Array.from(rows.flat(), (height) => height ?? high);
    return { xs, ys, heights, low, high, levels: levels(low, high, even), even, minima, names };
}

/**
 * Even heights, or heights that are closer together where the hill is low, so that shallow valleys show beside high walls. @param {number} low @param
 * {number} high @param {boolean} even
 */
function levels(low, high, even) {
    return Array.from({ length: BANDS - 1 }, (_, i) => {
        const share = (i + 1) / BANDS;
        return low + (high - low) * (even ? share : share ** 2.4);
    });
}

/** The height over a place, between the four nearest of the grid. @param {Terrain} terrain @param {number} x @param {number} y */
export function heightAt({ xs, ys, heights }, x, y) {
    const [i, s] = cell(xs, x);
    const [j, t] = cell(ys, y);
    const at = j * xs.length + i;
    const below = heights[at] * (1 - s) + heights[at + 1] * s;
    const above = heights[at + xs.length] * (1 - s) + heights[at + xs.length + 1] * s;
    return below * (1 - t) + above * t;
}

/** The cell of an even axis that a coordinate is in, and how far into it. @param {number[]} axis @param {number} value @returns {[number, number]} */
export function cell(axis, value) {
    const at = ((value - axis[0]) / (axis[axis.length - 1] - axis[0])) * (axis.length - 1);
    const index = Math.min(axis.length - 2, Math.max(0, Math.floor(at)));
    return [index, at - index];
}

/** The greatest slope between neighbours of the grid. @param {Terrain} terrain */
export function steepest({ xs, ys, heights }) {
    const [dx, dy] = [xs[1] - xs[0], ys[1] - ys[0]];
    let most = 0;
    for (let p = 0; p + xs.length + 1 < heights.length; p++) {
        if ((p + 1) % xs.length !== 0) {
            most = Math.max(most, Math.hypot((heights[p + 1] - heights[p]) / dx, (heights[p + xs.length] - heights[p]) / dy));
        }
    }
    return most;
}

/** The number of the band between two lines that a height is in. @param {Terrain} terrain @param {number} height */
export function bandOf({ levels: all }, height) {
    let band = 0;
    while (band < all.length && height >= all[band]) {
        band += 1;
    }
    return band;
}

/** The lines of equal height: for each level its pieces [x1, y1, x2, y2]. @param {Terrain} terrain */
export function lines({ xs, ys, heights, levels: all }) {
    const x = (/** @type {number} */ cells) => xs[0] + ((xs[xs.length - 1] - xs[0]) * cells) / (xs.length - 1);
    const y = (/** @type {number} */ cells) => ys[0] + ((ys[ys.length - 1] - ys[0]) * cells) / (ys.length - 1);
    return all.map((level) => contour(heights, xs.length, level).map(([x1, y1, x2, y2]) => [x(x1), y(y1), x(x2), y(y2)]));
}

export { BANDS };
