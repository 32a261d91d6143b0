import { short } from "../shared/numbers.js";

/**
 * A straight scale: from numbers in [low, high] to pixels in [from, to], and back.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 */
export function linear(low, high, from, to) {
    const unit = (to - from) / (high - low);
    return {
        low, high, from, to, unit,
        of: (/** @type {number} */ value) => from + (value - low) * unit,
        back: (/** @type {number} */ pixel) => low + (pixel - from) / unit,
        holds: (/** @type {number} */ value) => value >= low && value <= high,
    };
}

/** @typedef {ReturnType<typeof linear>} Scale */

/** Round numbers in [low, high], about a given number of them. @param {number} low @param {number} high @param {number} about */
export function ticks(low, high, about) {
    const rough = (high - low) / Math.max(1, about);
    const power = 10 ** Math.floor(Math.log10(rough));
    const unit = power * ([1, 2, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10);
    const first = Math.ceil(low / unit - 1e-9);
    const count = Math.floor(high / unit + 1e-9) - first + 1;
    return Array.from({ length: count }, (_, i) => Number(((first + i) * unit).toPrecision(12)));
}

/** A tick's number, with a true minus sign. */
export function tickText(/** @type {number} */ value) {
    return (Math.abs(value) >= 1e5 ? short(value) : String(value)).replace("-", "\u2212");
}
