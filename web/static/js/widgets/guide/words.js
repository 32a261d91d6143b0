import { count } from "../../shared/numbers.js";

/** The first steps, beside which the guide explains how training works. */
const FIRST_STEPS = 100;

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Progress} Progress */
/** @typedef {import("../../shared/types.js").Schemas["Diagnosis"]} Diagnosis */
/** @typedef {"cure" | "learned" | "why" | "where"} Part */
/** @typedef {"rate" | "network" | "layers" | "cost"} Place what "Show me where" shows */
/** @typedef {{say: string, parts: Part[], where?: Place}} Word sentences, and the buttons beside them */

/** The findings that are no trouble. */
const HEALTHY = ["learning", "learned"];

/** The place of each trouble that is not about single units. @type {Record<string, Place>} */
const PLACES = {
    "exploded": "rate",
    "oscillation": "rate",
    "large-rate": "rate",
    "slow": "rate",
    "vanishing-gradient": "layers",
    "no-hidden-layer": "network",
    "straight": "network",
    "too-small": "network",
    "dead-units": "network",
    "saturation": "network",
    "symmetry": "network",
};

/** Tests whether a finding needs a cure. */
export function isTrouble(/** @type {Diagnosis} */ { finding }) {
    return !HEALTHY.includes(finding);
}

/**
 * The guide's words.
 *
 * @param {Frame} frame
 * @param {import("../../shared/types.js").Item | null} kept the item that stays selected
 * @param {Progress} progress
 * @param {Diagnosis | null} found the newest diagnosis of the run
 * @param {boolean} hasCure
 * @param {string} begin the words for a network that has not begun
 * @returns {Word}
 */
export function words(frame, kept, progress, found, hasCure, begin) {
    return past(progress) ?? trouble(found, hasCure) ?? asked(kept, progress) ?? exploded(progress)
        ?? learning(frame, progress, found) ?? { say: begin, parts: [] };
}

/** The gradient of a weight that stays selected while the run is paused, as a word to teach. @returns {Word | null} */
function asked(/** @type {import("../../shared/types.js").Item | null} */ kept, /** @type {Progress} */ { state }) {
    return kept && kept.kind !== "neuron" && state !== "running"
        ? { say: `The gradient says how fast the cost changes as this ${kept.kind} grows. The next step adds the next change to the ${kept.kind}.`, parts: ["why"] }
        : null;
}

/** @returns {Word | null} */
function past(/** @type {Progress} */ { state, shown, newest }) {
    return shown < newest && state !== "running" && state !== "diverged"
        ? { say: "You are looking at an earlier step. Change the learning rate here and press Play: a second cost curve starts here, and the first one stays.", parts: ["where"], where: "rate" }
        : null;
}

/** @returns {Word | null} */
function trouble(/** @type {Diagnosis | null} */ found, /** @type {boolean} */ hasCure) {
    return found && isTrouble(found)
        ? { say: found.sentence, parts: hasCure ? ["where", "cure"] : ["where"], where: PLACES[found.finding] ?? "cost" }
        : null;
}

/** A run without a diagnosis that has left the finite numbers. @returns {Word | null} */
function exploded(/** @type {Progress} */ { state }) {
    return state === "diverged"
        ? { say: "The numbers are no longer finite. Go back to an earlier step and choose a smaller learning rate there.", parts: ["where"], where: "rate" }
        : null;
}

/** @returns {Word | null} */
function learning(/** @type {Frame} */ { step }, /** @type {Progress} */ { state }, /** @type {Diagnosis | null} */ found) {
    if (step === 0 && state !== "running") {
        return null;
    }
    if (found?.finding === "learned") {
        return { say: `${found.sentence} Drag the step slider back to see how it learned this.`, parts: ["learned"] };
    }
    if (state !== "running") {
        return { say: "Select a line of the network to see how the next step changes that weight, or press Play to go on.", parts: [] };
    }
    return step < FIRST_STEPS
        ? { say: "Each step moves every weight a little way downhill. Watch the output and the cost.", parts: [] }
        : { say: "Change the learning rate while the network trains, and watch the cost.", parts: ["where"], where: "rate" };
}

/** The words for a network that takes the place of one that has made some steps. */
export function afterwards(/** @type {number} */ steps) {
    return `This is a new network. Your browser\u2019s Back button returns to the last one, which has made ${count(steps)} steps.`;
}
