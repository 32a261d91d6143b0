/** So many points of a curve are asked for. */
const POINTS = 800;
/** A past longer than this is evaluated in parts, from the newest to the oldest, each within about a second of the server. */
const LONG = 4000;
const PARTS = 8;

/** @typedef {import("../stage.js").Stage} Stage */

/** Takes the costs of a run's batches into the stage's curve, from a step on; what is known of earlier ones stays. @param {Stage} stage @param {string} run its address @param {number} from */
export async function recall(stage, run, from) {
    const { curve } = stage;
    curve.recall(await stage.get(`${run}/costs?points=${POINTS}&from=${from}`), from);
}

/**
 * Takes the costs over the whole sets into a curve, part by part, as far as the server works them out.
 *
 * @param {Stage} stage
 * @param {string} run its address
 * @param {import("../shared/curve.js").Curve} curve
 * @param {{from: number, to: number, points?: number}} range
 */
export async function evaluate(stage, run, curve, { from, to, points = POINTS }) {
    const parts = to - from > LONG ? PARTS : 1;
    const step = (/** @type {number} */ part) => from + Math.round(((to - from) * part) / parts);
    for (let part = parts - 1; part >= 0 && stage.isConnected; part--) {
        const query = `evaluate=true&points=${Math.ceil(points / parts)}&from=${step(part)}&to=${step(part + 1)}`;
        const { evaluated } = await stage.get(`${run}/costs?${query}`);
        if (!evaluated) {
            return;
        }
        curve.evaluate(evaluated.points);
        stage.redraw("select");
    }
}
