/**
 * The line along which a grid of values equals a level, by marching squares: segments [x1, y1, x2, y2] in cells.
 *
 * @param {Float64Array} values row by row
 * @param {number} size values along a side
 * @param {number} level
 * @returns {number[][]}
 */
export function contour(values, size, level) {
    const segments = [];
    for (let row = 0; row < size - 1; row++) {
        for (let column = 0; column < size - 1; column++) {
            const p = row * size + column;
            const points = crossings(values[p] - level, values[p + 1] - level,
                values[p + size + 1] - level, values[p + size] - level);
            for (let i = 0; i + 1 < points.length; i += 2) {
                segments.push([column + points[i][0], row + points[i][1], column + points[i + 1][0], row + points[i + 1][1]]);
            }
        }
    }
    return segments;
}

/**
 * The crossings of a cell's edges: top, right, bottom, left.
 *
 * @param {number} a top left
 * @param {number} b top right
 * @param {number} c bottom right
 * @param {number} d bottom left
 */
function crossings(a, b, c, d) {
    const points = [];
    if (a < 0 !== b < 0) {
        points.push([a / (a - b), 0]);
    }
    if (b < 0 !== c < 0) {
        points.push([1, b / (b - c)]);
    }
    if (c < 0 !== d < 0) {
        points.push([d / (d - c), 1]);
    }
    if (d < 0 !== a < 0) {
        points.push([0, a / (a - d)]);
    }
    return points;
}
