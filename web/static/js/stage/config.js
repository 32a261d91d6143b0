/**
 * The configuration that a page gives to its stage, as the server's `StageConfig` writes it.
 *
 * @typedef {import("stage").components["schemas"]["StageConfig"]} StageConfig
 * @typedef {import("stage").components["schemas"]["Slice"]} Slice
 *
 * @typedef {import("stage").components["schemas"]["PageState"]} PageState
 *
 * @typedef {NonNullable<StageConfig["run"]> & {shown?: number, isMine?: boolean, isCopy?: boolean}} RunPlace where a stage's run is, and where it
 *     comes from: at first as its page says, later the learner's own, perhaps with the step at which it is to begin; or a copy of
 *     someone else's, which becomes their own when they do something with it
 */

/** The configuration of a stage, whether its element is alive yet or not. @returns {StageConfig} */
export function configOf(/** @type {HTMLElement} */ { dataset }) {
    return JSON.parse(dataset.config ?? "{}");
}
