/**
 * The activations as the page hands them over: it has them from the server, whose classes describe each one.
 *
 * @typedef {object} Described
 * @property {[number | null, number | null]} range the lowest and the highest value, null where there is none
 * @property {boolean} together whether each value depends on the whole layer
 * @property {{state: "saturated" | "dead", reacting: [number | null, number | null]}} [flat] where a neuron hardly reacts, and
 *     between which values it does
 * @property {number[]} curve samples at equal distances, as far on either side of z = 0: in ten thousandths, each as its difference
 *     from the one before
 *
 * @typedef {object} Activation
 * @property {(z: number) => number} of the curve that is drawn
 * @property {number} middle the value that is neither blue nor orange
 * @property {number} reach how far from it the colour is full; 0 for as far as the values go
 * @property {boolean} together
 * @property {boolean} isStraight whether the curve is one straight line
 * @property {"saturated" | "dead" | null} flat the state of a neuron that hardly reacts any more
 * @property {(a: number) => boolean} reacts whether the curve is steep where it answers `a`
 */

/** The distance of a curve's outermost samples from z = 0. */
const FAR = 8;
/** The samples are counted in parts of this size. */
const PARTS = 10_000;
/** Larger sums count as this one. */
const MOST = 1e300;

/** @param {Described} described @returns {Activation} */
export function activationOf({ range: [low, high], together, flat, curve }) {
    const isBounded = low !== null && high !== null;
    const [from, to] = flat?.reacting ?? [null, null];
    return {
        of: through(curve, low ?? -Infinity, high ?? Infinity),
        middle: isBounded ? (low + high) / 2 : 0,
        reach: isBounded ? (high - low) / 2 : 0,
        together,
        isStraight: curve.every((difference, i) => i === 0 || difference === curve[1]),
        flat: flat?.state ?? null,
        reacts: (a) => (from === null || a > from) && (to === null || a < to),
    };
}

/** Straight lines through samples, and on beyond them as far as the values go. @param {number[]} samples as differences @param {number} low @param {number} high */
function through(samples, low, high) {
    let sum = 0;
    const values = Float64Array.from(samples, (difference) => (sum += difference) / PARTS);
    const last = values.length - 1;
    const perUnit = last / (2 * FAR);
    return (/** @type {number} */ z) => {
        const at = ((z < -MOST ? -MOST : z > MOST ? MOST : z) + FAR) * perUnit;
        const i = at <= 0 ? 0 : at >= last ? last - 1 : Math.floor(at);
        const a = values[i] + (at - i) * (values[i + 1] - values[i]);
        return a < low ? low : a > high ? high : a;
    };
}

/** @returns {Record<string, Described>} */
function handedOver() {
    return JSON.parse(globalThis.document?.getElementById("activations")?.textContent ?? "{}");
}

/** @type {Record<string, Activation>} */
export const activations = Object.fromEntries(
    Object.entries(handedOver()).map(([name, described]) => [name, activationOf(described)]));

/** The colour scale of the input itself. */
export const input = { middle: 0, reach: 0 };
