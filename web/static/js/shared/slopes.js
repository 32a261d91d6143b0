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

/**
 * The slope of each activation at z. Not from the answer, which a stream of rounded numbers makes 1 long before the slope is 0;
 * softmax has none of its own, and an output's is that by its own z.
 *
 * @type {Record<string, (z: number, a: number) => number>}
 */
export const slopeAt = {
    "sigmoid": (z) => hump(Math.exp(-Math.abs(z))),
    "tanh": (z) => 4 * hump(Math.exp(-2 * Math.abs(z))),
    "relu": (z) => (z > 0 ? 1 : 0),
    "leaky-relu": (z) => (z > 0 ? 1 : 0.01),
    "softplus": (z) => 1 / (1 + Math.exp(-z)),
    "identity": () => 1,
    "softmax": (_z, a) => a * (1 - a),
};

/** s (1 - s) where s is the sigmoid of z and e is exp(-|z|). */
function hump(/** @type {number} */ e) {
    return e / (1 + e) ** 2;
}
