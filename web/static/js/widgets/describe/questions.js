import { cutQuery, SIZES } from "../../hills/cut.js";
import { addressOf, lookedAt } from "../../shared/parameters.js";

/** @typedef {import("../../stage.js").Stage} Stage */
/** @typedef {import("../../shared/types.js").Substep} Substep */
/** @typedef {import("../../shared/types.js").Item} Item */

/**
 * A question to a stage's source for a description.
 *
 * @typedef {{ask: string, body?: any, about: string, isAddress?: boolean}} Question what its source is asked, or an address of its own,
 * and what the answer depends on: the same again has the same answer
 */

/** The figures whose words are about one weight or bias. */
const OF_ONE = "x-tug-of-war, x-equation";

/**
 * The questions about what is shown.
 *
 * @param {Stage} stage
 * @param {any} picture
 * @param {Substep | null} substep
 * @param {Item | null} kept what stays selected
 * @param {number[] | null} drawn what somebody drew, as the network sees it
 * @returns {Question[]}
 */
export function questionsOf(stage, picture, substep, kept, drawn) {
    if (picture.graph) {
        return [{ ask: `telling?step=${picture.step}`, about: `${picture.step} ${picture.graph.typed} ${JSON.stringify(picture.values)}` }];
    }
    if (picture.targets && picture.ends !== undefined) {
        return [{ ask: "telling", about: JSON.stringify([picture.targets, picture.step, picture.ends]) }];
    }
    if (picture.walkers) {
        return [{ ask: "telling", about: keyOfPaths(picture) }];
    }
    const slice = stage.slice === null ? [] : [`landscape/telling?${cutQuery(stage.slice, picture.step, SIZES[SIZES.length - 1])}`];
    /** @type {Question[]} */
    const asked = [`telling?${stepQuery(stage, picture, substep, kept)}`, ...slice, ...nudgeQuestions(stage), ...widgetQuestions(stage)].map((ask) => ({ ask, about: `${ask} ${numbers(picture)}` }));
    asked.push(...rows(stage));
    const body = drawn && { step: picture.step, inputs: [drawn] };
    return body ? [{ ask: "predictions/telling", body, about: JSON.stringify(body) }, ...pixelQuestions(stage, picture.step, drawn), ...asked] : asked;
}

/** @param {import("../../shared/types.js").HillPicture} picture */
function keyOfPaths({ step, fog, walkers }) {
    return JSON.stringify([step, fog, walkers.map(({ name, rate, momentum, place }) => [name, rate, momentum, place])]);
}

/** The numbers by which a tweak of a described step shows. @param {any} frame */
function numbers({ cost, weightUpdates, weights }) {
    return `${cost} ${weightUpdates?.[0][0][0]} ${weights?.[0][0][0]}`;
}

/** The questions about the change of a weight or bias on screen: a proof, and a wiggle as far as it was seen. @param {Stage} stage */
function nudgeQuestions(stage) {
    return [...stage.querySelectorAll("x-prove-it[data-nudged], x-wiggle[data-nudged]")].map((widget) =>
        `nudges/telling?${/** @type {HTMLElement} */ (widget).dataset.nudged}`);
}

/** The questions that widgets name themselves, once they have something to tell. @param {Stage} stage */
function widgetQuestions(stage) {
    return [...stage.querySelectorAll("[data-description]")].map((widget) => /** @type {HTMLElement} */ (widget).dataset.description ?? "");
}

/** The question which pixels of a drawing speak for an output, once they are shown. @param {Stage} stage @param {number} step @param {number[] | null} input */
function pixelQuestions(stage, step, input) {
    return [...stage.querySelectorAll("x-pixel-shares[data-output]")].map((widget) => {
        const body = { step, input, output: Number(/** @type {HTMLElement} */ (widget).dataset.output) };
        return { ask: "input-shares/telling", body, about: JSON.stringify(body) };
    });
}

/** The networks side by side, once they were trained. @param {Stage} stage @returns {Question[]} */
function rows(stage) {
    return [...stage.querySelectorAll("x-health-row[data-trained]")].map((widget) => {
        const ask = /** @type {HTMLElement} */ (widget).dataset.trained ?? "";
        return { ask, about: ask, isAddress: true };
    });
}

/** @param {Stage} stage @param {any} frame @param {Substep | null} substep @param {Item | null} kept */
function stepQuery(stage, { step, example }, substep, kept) {
    const query = new URLSearchParams({ step, example });
    const neuron = /** @type {HTMLElement | null} */ (stage.querySelector("x-neuron, x-weight-picture"))?.dataset.shown;
    if (substep) {
        query.set("moment", [substep.part, substep.layer, substep.neuron].filter((at) => at !== undefined)
            .map((at) => (typeof at === "number" ? at + 1 : at)).join(" "));
    }
    if (stage.querySelector(OF_ONE)) {
        Object.entries(addressOf(lookedAt(kept, stage.setup))).forEach(([name, at]) => query.set(name, at));
    }
    if (neuron) {
        query.set("neuron", neuron);
    }
    const film = /** @type {HTMLElement | null} */ (stage.querySelector("x-weight-picture[data-film]"))?.dataset.film;
    if (film) {
        query.set("film", film);
    }
    const program = /** @type {HTMLElement | null} */ (stage.querySelector("x-program[data-shown]"))?.dataset.shown;
    if (program) {
        query.set("program", program);
    }
    if (stage.progress.branches.length > 1) {
        query.set("branches", stage.progress.branches.map(({ id }) => id).join("."));
    }
    return query;
}

/** The sections that are about the stage itself. */
const OF_STAGE = ["step", "moment", "walkers"];

/** The figures that every other section is about, as the widgets' descriptors say: a selector for each section. @type {Record<string, string>} */
const FIGURES = JSON.parse(/** @type {HTMLMetaElement} */ (document.querySelector("meta[name=figures]")).content);

/**
 * Tests whether a description belongs to the shown figures. What an equation says of a weight or bias is said once one was selected, and inside a
 * step by the substep.
 *
 * @param {Stage} stage
 * @param {string} of
 * @param {Substep | null} substep
 * @param {Item | null} kept
 */
export function isShown(stage, of, substep, kept) {
    return (OF_STAGE.includes(of) || (FIGURES[of] !== undefined && stage.querySelector(FIGURES[of]) !== null))
        && (of !== "weight" || (substep === null && kept !== null && kept.kind !== "neuron"));
}
