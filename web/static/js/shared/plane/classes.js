/** The number of colours and of shapes. A ninth class has the first colour again, with another shape. */
export const LOOKS = 8;

/** The corners of a class's mark around its middle, each [x, y] with y downward; none is a disc. @type {[number, number][][]} */
const SHAPES = [
    [],
    [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
    [[0, -1.2], [1.15, 0.85], [-1.15, 0.85]],
    [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
    [[0, 1.2], [1.15, -0.85], [-1.15, -0.85]],
    [[-0.42, -1.15], [0.42, -1.15], [0.42, -0.42], [1.15, -0.42], [1.15, 0.42], [0.42, 0.42], [0.42, 1.15], [-0.42, 1.15], [-0.42, 0.42],
        [-1.15, 0.42], [-1.15, -0.42], [-0.42, -0.42]],
    [[-1.2, 0], [0.85, -1.15], [0.85, 1.15]],
    [[-1.3, -0.7], [1.3, -0.7], [1.3, 0.7], [-1.3, 0.7]],
];

/** The names of a network's classes, where it tells three or more apart with one output each; else none. @param {import("../types.js").Setup} setup @returns {string[]} */
export function classesOf({ spec, data }) {
    const names = data.classNames ?? [];
    return names.length === spec.network.layers.at(-1) ? names : [];
}

/** The corners of the mark of a class. @param {number} of */
export function shapeOf(of) {
    return SHAPES[(of + Math.floor(of / LOOKS)) % LOOKS];
}

/** The mark of a class as the path of an SVG, of this size around the origin. @param {number} of @param {number} size */
export function shapePath(of, size) {
    const corners = shapeOf(of);
    return corners.length === 0
        ? `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`
        : `M${corners.map(([x, y]) => `${(x * size).toFixed(2)} ${(y * size).toFixed(2)}`).join("L")}z`;
}

/** The largest output at each point, the first of equals, and its distance to the next one. */
export class Leads {
    /** @type {Uint8Array} */ winner;
    /** @type {Float64Array} */ lead;

    /** @param {Float64Array[]} outputs each output at all points */
    constructor(outputs) {
        const count = outputs[0].length;
        this.winner = new Uint8Array(count);
        this.lead = new Float64Array(count);
        for (let p = 0; p < count; p++) {
            let best = 0;
            let second = -Infinity;
            for (let j = 1; j < outputs.length; j++) {
                const value = outputs[j][p];
                if (value > outputs[best][p]) {
                    second = outputs[best][p];
                    best = j;
                } else if (value > second) {
                    second = value;
                }
            }
            this.winner[p] = best;
            this.lead[p] = outputs[best][p] - second;
        }
    }
}
