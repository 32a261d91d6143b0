/**
 * How steep each activation is where it answers `a`, as a share of its steepest; null where it has no flat parts.
 *
 * @type {Record<string, ((a: number) => number) | null>}
 */
export const steepness = {
    "sigmoid": (a) => 4 * a * (1 - a),
    "tanh": (a) => 1 - a * a,
    "relu": (a) => (a > 0 ? 1 : 0),
    "leaky-relu": null,
    "softplus": null,
    "identity": null,
    "softmax": null,
};

const FLAT = 0.05;
const MOSTLY = 0.9;

/**
 * The share of a layer's units that hardly react any more: flatter than a twentieth of their steepest on nine of ten examples.
 *
 * @param {number[][]} answers of each example the layer's
 * @param {string} activation
 * @returns {number | null}
 */
export function shareOfFlat(answers, activation) {
    const slope = steepness[activation];
    if (!slope || answers.length === 0) {
        return null;
    }
    const flat = answers[0].filter((_, j) => answers.filter((row) => slope(row[j]) < FLAT).length >= MOSTLY * answers.length);
    return flat.length / answers[0].length;
}
