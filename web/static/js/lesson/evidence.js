/**
 * What the stage around an element shows, in fields for the server: it computes an answer from this, never from numbers that the
 * page sends.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function evidence(/** @type {Element} */ element) {
    const stage = /** @type {import("../stage.js").Stage} */ (element.closest("x-stage"));
    const { frames, hill, expression, values = "{}" } = stage.dataset;
    if (frames !== undefined) {
        const { step = 0, example = 0 } = stage.picture ?? {};
        return { run: frames.split("/").at(-2) ?? "", step: String(step), example: String(example) };
    }
    if (hill !== undefined) {
        return { walk: JSON.stringify(walkOf(stage)) };
    }
    return { graph: JSON.stringify({ expression, values: JSON.parse(values) }) };
}

/** The first walker's descent so far; one who walks by hand simply stands somewhere. */
function walkOf(/** @type {import("../stage.js").Stage} */ stage) {
    const { byHand, start, rate, momentum, place, trail } = stage.picture?.walkers?.[0] ?? {};
    return byHand
        ? { start: place.position, steps: 0 }
        : { start, optimizer: { learningRate: rate, momentum }, steps: trail.length - 1 };
}
