/** The powers of ten between the highest length and the lowest that differs from 0. */
const DECADES = 7;
/** The margin at both ends, so that a line is whole. */
const EDGE = 1.5;

/**
 * The height of a length in a drawing, on one logarithmic scale for all of them; a length of 0, or one far below the highest, is at the bottom, and
 * an infinite one at the top.
 *
 * @param {(number | null)[]} lengths
 * @param {number} tall the drawing's height
 * @returns {(length: number | null) => number}
 */
export function lengthScale(lengths, tall) {
    const finite = lengths.flatMap((length) => (length !== null && length > 0 && Number.isFinite(length) ? [length] : []));
    const high = Math.log10(Math.max(...finite, Number.MIN_VALUE));
    return (length) => {
        const depth = length === null || !Number.isFinite(length) ? 0 : length > 0 ? (high - Math.log10(length)) / DECADES : 1;
        return EDGE + (tall - 2 * EDGE) * Math.min(1, Math.max(0, depth));
    };
}
