/** A part of the curve with fewer points than this is asked for more closely. */
const FEW = 60;
const POINTS = 300;

/**
 * Fills in what the curve lacks between two steps, if its points are few there: a page that saw only some steps of a fast run has only those.
 *
 * @param {import("../../stage.js").Stage} stage
 * @param {[number, number]} span
 * @returns {Promise<boolean>} whether there are more points now
 */
export async function fillIn(stage, [from, to]) {
    const { curve } = stage;
    const known = curve.steps.filter((step) => step >= from && step <= to).length;
    const last = Math.min(to, stage.progress.newest);
    if (!stage.run.frames || known >= Math.min(FEW, last - from + 1)) {
        return false;
    }
    const { points, evaluated } = await stage.ask(`costs?evaluate=true&points=${POINTS}&from=${from}&to=${last}`);
    curve.evaluate(evaluated?.points ?? points.map((/** @type {any[]} */ [step, cost, test]) => [step, cost, null, test]));
    return true;
}
