import { parent } from "../shared/addresses.js";
import { idOf, note, renamed } from "./keys.js";

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * Gives the stage a run to drive, where the page's address names one by its view: the very run if this tab drives it, else a copy of it at its newest
 * step. Answers whether it is a copy.
 *
 * @param {Stage} stage
 * @param {string} frames of the view
 */
export async function claim(stage, frames) {
    const { run } = stage;
    const runs = parent(parent(frames));
    const view = frames.slice(runs.length + 1).split("/")[0];
    const known = idOf(view);
    const id = known ?? await copy(stage, runs, view);
    const branches = renamed(run.branches ?? "", (name) => (name === view ? id : idOf(name)));
    stage.run = { ...run, frames: `${runs}/${id}/frames`, branches, lent: undefined };
    return known === null;
}

/**
 * Copies a run at a step, bit for bit, so that two people never drive the same run; answers the id of the copy. A branch drops the
 * tweaks that act from its first step on; the copy gets them again.
 *
 * @param {Stage} stage
 * @param {string} runs the address of all runs
 * @param {string} view
 * @param {number} most the last step to copy
 */
export async function copy(stage, runs, view, most = Infinity) {
    const { step: newest, tweaks } = await stage.get(`${runs}/${view}`);
    const step = Math.min(newest, most);
    const made = await stage.post(`${runs}/${view}/branches`, { step });
    note(made);
    for (const { step: at, ...tweak } of tweaks) {
        if (at === step) {
            await stage.post(`${runs}/${made.id}/tweaks`, tweak);
        }
    }
    return made.id;
}
