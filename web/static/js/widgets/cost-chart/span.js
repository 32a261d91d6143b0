import { placeOf, stepAt } from "../../shared/step-axis.js";

/** The fewest steps that a chart shows. */
const LEAST = 4;

/**
 * The part of the steps that a chart shows when it is zoomed in, from one step to another; null is all of them.
 *
 * @typedef {[number, number] | null} Span
 */

/** The part between two steps, in any order; null if it is too short to be shown. @param {number} a @param {number} b @returns {Span} */
export function spanOf(a, b) {
    const [low, high] = [Math.max(0, Math.min(a, b)), Math.max(a, b)];
    return high - low < LEAST ? null : [low, high];
}

/**
 * The part that is shown next: longer or shorter by a factor on the axis, around a step where it can be.
 *
 * @param {Span} span @param {number} factor below 1 to zoom in @param {number} around @param {number} reach the farthest step @param {boolean} isLog
 * @returns {Span}
 */
export function scaled(span, factor, around, reach, isLog) {
    const [low, high] = (span ?? [0, reach]).map((step) => placeOf(step, isLog));
    const length = factor * (high - low);
    const end = placeOf(reach, isLog);
    if (length >= end) {
        return null;
    }
    const middle = span === null || (around >= span[0] && around <= span[1]) ? placeOf(around, isLog) : (low + high) / 2;
    const from = Math.min(Math.max(0, middle - length / 2), end - length);
    return spanOf(stepAt(from, isLog), stepAt(from + length, isLog)) ?? span;
}

/**
 * The part that is shown after a move along the axis.
 *
 * @param {Span} span @param {number} share of its length, below 0 to earlier steps @param {number} reach @param {boolean} isLog
 * @returns {Span}
 */
export function moved(span, share, reach, isLog) {
    if (span === null) {
        return null;
    }
    const [low, high] = span.map((step) => placeOf(step, isLog));
    const by = Math.min(Math.max(share * (high - low), -low), placeOf(reach, isLog) - high);
    return spanOf(stepAt(low + by, isLog), stepAt(high + by, isLog)) ?? span;
}
