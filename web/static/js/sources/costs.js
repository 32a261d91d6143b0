/** The number of points that a request for a curve asks for. */
const POINTS = 800;
/** A past longer than this is evaluated in parts, from the newest to the oldest, each within about a second of the server. */
const LONG = 4000;
const PARTS = 8;
/** The statuses with which a busy server refuses. */
const BUSY = [429, 503];

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * Adds the costs of a run's batches to the stage's curve, from a step on; those of earlier steps stay. @param {Stage} stage @param {string} run its
 * address @param {number} from
 */
export async function recall(stage, run, from) {
    const { curve } = stage;
    curve.recall(await stage.get(`${run}/costs?points=${POINTS}&from=${from}`), from);
}

/**
 * Takes the costs over the whole sets into a curve, part by part, as far as the server works them out: while it has more to do than
 * it can, the batches' have to be enough. It begins with the first frame, which has the costs if the server computes them at all.
 *
 * @param {Stage} stage
 * @param {string} run its address
 * @param {import("../shared/curve.js").Curve} curve
 * @param {{from: number, to: number, points?: number}} range
 */
export async function evaluate(stage, run, curve, { from, to, points = POINTS }) {
    if (!stage.picture) {
        await new Promise((seen) => stage.addEventListener("frame", seen, { once: true }));
    }
    if (stage.picture.trainCost === null) {
        return;
    }
    const parts = to - from > LONG ? PARTS : 1;
    const step = (/** @type {number} */ part) => from + Math.round(((to - from) * part) / parts);
    for (let part = parts - 1; part >= 0 && stage.isConnected; part--) {
        const query = `evaluate=true&points=${Math.ceil(points / parts)}&from=${step(part)}&to=${step(part + 1)}`;
        const { evaluated } = await stage.get(`${run}/costs?${query}`).catch((error) => {
            if (BUSY.includes(error.status)) {
                return {};
            }
            throw error;
        });
        if (!evaluated) {
            return;
        }
        curve.evaluate(evaluated.points);
        stage.redraw("select");
    }
}
