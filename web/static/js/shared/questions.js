/** @typedef {import("../stage.js").Stage} Stage */
/** @typedef {import("./types.js").Moment} Moment */

/**
 * What a stage is asked about, to have it told in words.
 *
 * @typedef {{ask: string, about: string}} Question what its source is asked, and what the answer depends on: the same again has the
 *     same answer
 */

/**
 * The questions about what is shown.
 *
 * @param {Stage} stage
 * @param {any} picture
 * @param {Moment | null} moment
 * @param {import("./types.js").Item | null} kept what stays selected
 * @returns {Question[]}
 */
export function questionsOf(stage, picture, moment, kept) {
    if (picture.graph) {
        return [{ ask: "telling", about: `${picture.graph.typed} ${JSON.stringify(picture.values)}` }];
    }
    if (picture.walkers) {
        return [{ ask: "telling", about: walked(picture) }];
    }
    return runs(picture, moment, kept);
}

/** @param {import("./types.js").HillPicture} picture */
function walked({ step, fog, walkers }) {
    return JSON.stringify([step, fog, walkers.map(({ name, rate, momentum, place }) => [name, rate, momentum, place])]);
}

/**
 * A tweak changes the updates of a step that is already told.
 *
 * @param {any} frame
 * @param {Moment | null} _moment
 * @param {import("./types.js").Item | null} _kept
 * @returns {Question[]}
 */
function runs({ step, example, weightUpdates, weights }, _moment, _kept) {
    const about = `${weightUpdates?.[0][0][0]} ${weights?.[0][0][0]}`;
    const ask = `telling?${new URLSearchParams({ step, example })}`;
    return [{ ask, about: `${ask} ${about}` }];
}
