/** The number of points that a request for a curve asks for. */
const POINTS = 800;
/** A past longer than this is evaluated in parts, each within about a second of the server. */
const LONG = 4000;
/** The parts of the whole past, and those of its oldest part again: each begins at a fixed share of the one before. */
const PARTS = 4;
const SHARE = 1 / 16;
/** The statuses with which a busy server refuses. */
const BUSY = [429, 503];

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * Adds the costs of a run's batches to the stage's curve, from a step on; those of earlier steps stay. @param {Stage} stage @param {string} run its
 * address @param {number} from
 */
export async function recall(stage, run, from) {
    const { curve } = stage;
    curve.recall(await stage.get(`${run}/costs?points=${POINTS}&spacing=both&from=${from}`), from);
}

/**
 * The parts of a past, from the newest to the oldest. The oldest quarter is long on a logarithmic axis, so it is cut again, until it is short.
 *
 * @param {number} from @param {number} to @param {number} points of the whole
 * @returns {{from: number, to: number, points: number}[]}
 */
export function partsOf(from, to, points) {
    if (to - from <= LONG) {
        return [{ from, to, points }];
    }
    const parts = Array.from({ length: PARTS }, (_, i) => i).reverse().map((part) => ({
        from: part === 0 ? from + Math.round((to - from) * SHARE) : from + Math.round(((to - from) * part) / PARTS),
        to: from + Math.round(((to - from) * (part + 1)) / PARTS),
        points: Math.ceil(points / PARTS),
    }));
    return [...parts, ...partsOf(from, from + Math.round((to - from) * SHARE), Math.ceil(points / 2))];
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
    for (const part of partsOf(from, to, points)) {
        if (!stage.isConnected) {
            return;
        }
        const query = `evaluate=true&points=${part.points}&from=${part.from}&to=${part.to}`;
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
