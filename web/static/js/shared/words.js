import { activations } from "./plane/activations.js";

/** @typedef {{config: {scene?: {words?: string[]}}}} Taught a stage, whose configuration lists the words that were taught so far */

/**
 * Returns whether a stage's labels may use a word. A stage without a list, as in the playground, may use all.
 *
 * @param {Taught} stage
 * @param {"input" | "weight" | "output" | "target" | "bias" | "weighted-sum" | "curve" | "cost" | "gradient" | "update" | "delta" | "correlation"} word
 */
export function knows({ config: { scene } }, word) {
    return scene?.words?.includes(word) ?? true;
}

/** The names of the activations that have a bend, as the server describes them. */
const CURVES = Object.entries(activations).filter(([, { isStraight }]) => !isStraight).map(([name]) => name);

/** The patterns by which a sentence or a table names a term; they leave out sentences of the server. @type {Record<string, RegExp>} */
const NAMES = {
    "bias": /\bbias(es)?\b/i,
    "weighted-sum": /\bweighted sum|\bz\b|pre-activation/i,
    "curve": new RegExp(["\\bcurve\\b", ...CURVES].join("|"), "i"),
    "cost": /\bcosts?\b/i,
    "gradient": /gradient|backpropagation|sensitivit|\bslope\b/i,
    "update": /\bupdates?\b|next change|the step (takes|moves)|value after/i,
    "delta": /\bdeltas?\b|δ/i,
    "correlation": /\bcorrelations?\b|for no single one/i,
};

/** Returns whether a sentence, or a table's head, uses only words that the stage knows. @param {Taught} stage @param {string} text */
export function isTaught(stage, text) {
    return stage.config.scene?.words === undefined
        || Object.entries(NAMES).every(([word, name]) => knows(stage, /** @type {any} */ (word)) || !name.test(text));
}
