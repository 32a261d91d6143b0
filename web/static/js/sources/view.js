const DIGITS = 7;

/**
 * The query that names a viewer's choices for the frames of a run.
 *
 * @typedef {object} View
 * @property {number} [example] the shown example, instead of the batch's first
 * @property {number[][]} [neurons] of a large network the neurons of each layer whose numbers its summaries have
 * @property {string[]} [explain] the quantities whose explanations come with each frame
 */

/** The same as a query. @param {View} view @param {{exact?: boolean}} how whether its numbers shall have all their digits */
export function viewQuery({ example, neurons, explain = [] }, { exact = false } = {}) {
    return new URLSearchParams({
        ...(exact ? {} : { digits: String(DIGITS) }),
        ...(example === undefined ? {} : { example: String(example) }),
        ...(neurons ? { neurons: neurons.map((layer) => layer.join(",")).join("~") } : {}),
        ...(explain.length > 0 ? { explain: explain.join() } : {}),
    });
}
