/**
 * The borders between the areas of a square grid on which different values are the largest: segments [x1, y1, x2, y2] in cells. A border crosses an
 * edge of a cell where the values that lead at its two ends are equal; in a cell with more than two crossings all meet in their middle.
 *
 * @param {Float64Array[]} values each row by row
 * @param {Uint8Array} winner the index of the largest value at each point
 * @param {number} size points along a side
 * @returns {number[][]}
 */
export function borders(values, winner, size) {
    const segments = [];
    for (let row = 0; row < size - 1; row++) {
        for (let column = 0; column < size - 1; column++) {
            const p = row * size + column;
            const corners = [p, p + 1, p + size + 1, p + size];
            if (corners.every((corner) => winner[corner] === winner[p])) {
                continue;
            }
            const met = corners.flatMap((from, i) => {
                const to = corners[(i + 1) % 4];
                return winner[from] === winner[to] ? [] : [along(i, share(values, winner, from, to), column, row)];
            });
            segments.push(...joined(met));
        }
    }
    return segments;
}

/** Returns the share of the distance between two points after which the values that lead there are equal. @param {Float64Array[]} values @param {Uint8Array} winner @param {number} from @param {number} to */
function share(values, winner, from, to) {
    const lead = (/** @type {number} */ p) => values[winner[from]][p] - values[winner[to]][p];
    const [before, after] = [lead(from), lead(to)];
    return before === after ? 0.5 : before / (before - after);
}

/** The point at a share of a cell's edge: the upper, right, lower or left one. @param {number} edge @param {number} at @param {number} column @param {number} row @returns {[number, number]} */
function along(edge, at, column, row) {
    return edge === 0 ? [column + at, row] : edge === 1 ? [column + 1, row + at] : edge === 2 ? [column + 1 - at, row + 1] : [column, row + 1 - at];
}

/** @param {[number, number][]} met the crossings of a cell's edges */
function joined(met) {
    if (met.length === 2) {
        return [met.flat()];
    }
    const middle = [0, 1].map((axis) => met.reduce((sum, point) => sum + point[axis], 0) / met.length);
    return met.map((point) => [...point, ...middle]);
}
