/**
 * A neuron's line in a plane: where the weighted sum of the two coordinates is 0. The output is 1 on the side where it is above 0.
 *
 * @typedef {{w1: number, w2: number, bias: number}} Neuron
 * @typedef {[number, number]} Point
 */

/** A line steeper or flatter than this share of the other weight is no line. */
const NOTHING = 1e-12;

/** The weighted sum at a point. @param {Neuron} neuron @param {Point} point */
export function sumAt({ w1, w2, bias }, [x, y]) {
    return w1 * x + w2 * y + bias;
}

/**
 * The part of a square on which the sum is above 0, and the ends of the line inside the square; two ends or none.
 *
 * @param {Neuron} neuron
 * @param {import("./domain.js").Domain} domain of both coordinates
 * @returns {{side: Point[], ends: Point[]}}
 */
export function cutSquare(neuron, { low, high }) {
    /** @type {Point[]} */
    const square = [[low, low], [high, low], [high, high], [low, high]];
    /** @type {Point[]} */
    const side = [];
    /** @type {Point[]} */
    const ends = [];
    square.forEach((corner, i) => {
        const next = square[(i + 1) % square.length];
        const [here, there] = [sumAt(neuron, corner), sumAt(neuron, next)];
        if (here > 0) {
            side.push(corner);
        }
        if (here > 0 !== there > 0) {
            const share = here / (here - there);
            /** @type {Point} */
            const crossing = [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])];
            side.push(crossing);
            ends.push(crossing);
        }
    });
    return { side, ends };
}

/** The direction in which the sum grows fastest, of length 1; null for a neuron without a line. @param {Neuron} neuron @returns {Point | null} */
export function towardOne({ w1, w2 }) {
    const length = Math.hypot(w1, w2);
    return length < NOTHING ? null : [w1 / length, w2 / length];
}

/**
 * The line through two points, with the output 1 on the left of the direction from the first to the second. @param {Point} from @param {Point} to
 * @returns {Neuron}
 */
export function lineThrough([x, y], [toX, toY]) {
    const length = Math.hypot(toX - x, toY - y) || 1;
    const [w1, w2] = [(y - toY) / length, (toX - x) / length];
    return { w1, w2, bias: -(w1 * x + w2 * y) };
}

/** Somewhere between two neurons. @param {Neuron} from @param {Neuron} to @param {number} share */
export function between(from, to, share) {
    const mixed = (/** @type {keyof Neuron} */ name) => from[name] + share * (to[name] - from[name]);
    return { w1: mixed("w1"), w2: mixed("w2"), bias: mixed("bias") };
}
