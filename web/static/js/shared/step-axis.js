/**
 * An axis of steps, linear or logarithmic. The logarithmic one is that of the inverse hyperbolic sine, which has a place for step 0 too and is a
 * logarithm from about step 3 on.
 */

/** The place of a step on the axis. @param {number} step @param {boolean} isLog */
export function placeOf(step, isLog) {
    return isLog ? Math.asinh(step) : step;
}

/** The whole step at a place of the axis, never before step 0. @param {number} place @param {boolean} isLog */
export function stepAt(place, isLog) {
    return Math.max(0, Math.round(isLog ? Math.sinh(place) : place));
}

/** The share of the axis from step 0 to the farthest step that lies before a step. @param {number} step @param {number} reach @param {boolean} isLog */
export function shareOf(step, reach, isLog) {
    return reach === 0 ? 0 : placeOf(step, isLog) / placeOf(reach, isLog);
}

/** The step at a share of the axis from step 0 to the farthest step. @param {number} share @param {number} reach @param {boolean} isLog */
export function stepOf(share, reach, isLog) {
    return Math.min(reach, stepAt(share * placeOf(reach, isLog), isLog));
}

/**
 * The marks of a logarithmic axis: 0 and powers of ten; where fewer than three powers are in view, round steps as far apart as a handful of marks asks for.
 *
 * @param {number} low the first step in view
 * @param {number} high the last one
 * @param {number} most the number of marks for which there is room
 */
export function logMarks(low, high, most) {
    const powers = [0, ...Array.from({ length: 10 }, (_, i) => 10 ** i)].filter((step) => step >= low && step <= high);
    if (powers.length >= 3) {
        const stride = Math.ceil(powers.length / most);
        return powers.filter((_, i) => (powers.length - 1 - i) % stride === 0);
    }
    const rough = (high - low) / most;
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
    const gap = unit * (/** @type {number} */ ([1, 2, 5, 10].find((digit) => digit * unit >= rough)) ?? 10);
    const first = Math.ceil(low / gap);
    return Array.from({ length: Math.floor(high / gap) - first + 1 }, (_, i) => (first + i) * gap);
}
