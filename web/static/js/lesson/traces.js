import { viewOf } from "../kept/keys.js";

/** The most places that are sent of a walk by hand. */
const MOST_PLACES = 64;

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * The descent of the learner's own walker or run so far, for the picture of the whole class: the fields for the server, and a text that changes
 * when they mean something new. Nothing before the learner has begun.
 *
 * @returns {{fields: Record<string, string>, state: string} | null}
 */
export function traceOf(/** @type {Stage | null} */ stage) {
    if (!stage?.picture) {
        return null;
    }
    const { config: { hill }, run: { frames, isMine }, progress: { newest }, picture: { cost } } = stage;
    if (hill !== undefined) {
        return walkOf(stage.picture.walkers[0]);
    }
    const view = isMine ? viewOf(frames?.split("/").at(-2) ?? "") : "";
    return view === "" ? null : { fields: { run: view }, state: `${view} ${newest} ${cost}` };
}

function walkOf(/** @type {any} */ { byHand, start, rate, momentum, trail }) {
    if (trail.length < 2) {
        return null;
    }
    /** @type {Record<string, string>} */
    const fields = byHand
        ? { places: thinned(trail).map(({ position }) => position.join(",")).join(" ") }
        : { walk: JSON.stringify({ start, optimizer: { learningRate: rate, momentum }, steps: trail.length - 1 }) };
    return { fields, state: JSON.stringify(fields) };
}

/** Some places of a trail, its ends among them. @param {{position: number[]}[]} trail */
function thinned(trail) {
    const by = Math.ceil(trail.length / (MOST_PLACES - 1));
    return trail.filter((_, i) => i % by === 0 || i === trail.length - 1);
}
