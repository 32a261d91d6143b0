/** Names of two letters that are often meant as one. */
const USUAL = new Set(["dx", "dy", "dz", "dw", "db", "in", "lr", "pi"]);

/**
 * Sentences about how a formula was read, where it may have been meant in another way.
 *
 * @param {string} text the formula
 * @param {string[]} variables the names of its variables
 * @returns {string[]}
 */
export function hints(text, variables) {
    const run = variables.find((name) => /^([a-z]{2}|[b-df-hj-np-tv-z]{3})$/.test(name) && !USUAL.has(name));
    return [
        ...(run ? [`${run} is one variable with a name of ${run.length} letters. For a product write ${[...run].join("*")}.`] : []),
        ...(/\blog\s*\(/.test(text) ? ["log is the natural logarithm, with the base e. For the base 10 write log(x)/log(10)."] : []),
    ];
}
