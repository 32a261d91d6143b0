import { palette } from "./palette.js";

const WIDEST_AT = 5;
const COLOURED_AT = 1;

/** A weight's line: 1 to 10 px by its size. */
export function weightWidth(/** @type {number} */ weight) {
    return 1 + 9 * Math.min(1, Math.abs(weight) / WIDEST_AT);
}

/** A weight's colour: blue above 0, orange below, grey near it. */
export function weightColour(/** @type {number} */ weight) {
    const { positives, negatives } = palette();
    const share = Math.min(1, Math.sqrt(Math.abs(weight) / COLOURED_AT));
    const shades = weight < 0 ? negatives : positives;
    return shades[Math.round(share * (shades.length - 1))];
}

/**
 * An activation's fill, light to dark over what the activation can reach.
 *
 * @param {number} value
 * @param {{middle: number, reach: number}} scale
 */
export function activationFill(value, { middle, reach }) {
    const { fills } = palette();
    const low = reach ? middle - reach : 0;
    const share = Math.min(1, Math.max(0, (value - low) / (reach ? 2 * reach : 1)));
    return fills[Math.round(share * (fills.length - 1))];
}
