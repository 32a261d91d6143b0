/** The least time between two diagnoses while a run plays, in milliseconds. */
export const EVERY_MS = 1000;

/** A run at rest is diagnosed this long after its last frame, so that dragging the slider asks once. */
export const REST_MS = 200;

/** Steps after a diagnosis before the next one is worth its work: ten, or a twentieth of those made. */
const LEAST_STEPS = 10;
const SHARE = 0.05;

/**
 * The time to wait before the next diagnosis of a run, in milliseconds.
 *
 * @param {number} step the shown one
 * @param {boolean} plays
 * @param {{step: number, time: number} | null} last the diagnosis before, by the same clock as now
 * @param {number} now
 * @returns {number | null} null where no diagnosis is due
 */
export function wait(step, plays, last, now) {
    if (!plays) {
        return last?.step === step ? null : REST_MS;
    }
    if (last === null) {
        return step < LEAST_STEPS ? null : 0;
    }
    const isDue = step < last.step || step >= last.step + Math.max(LEAST_STEPS, SHARE * last.step);
    return isDue ? Math.max(0, last.time + EVERY_MS - now) : null;
}
