import { BASE } from "../shared/base.js";
import { note, viewOf } from "./keys.js";
import { packed } from "./link.js";

/** @typedef {import("../stage.js").Stage} Stage */

const RUNS = `${BASE}api/runs`;

/**
 * The runs of an earlier moment, bit for bit. A run that went on or was changed since is copied at its step then; a run that the server no longer has is
 * made again from the state, as a link's is. Answers the part of an address that names them.
 *
 * @param {Stage} stage
 * @param {import("./changes.js").Snapshot} moment
 */
export async function standing(stage, { state, runs }) {
    if (!state) {
        return "";
    }
    try {
        const ids = [];
        for (const [i, { id, tweaks }] of runs.entries()) {
            ids.push(await standingRun(stage, id, state.runs[i].step, tweaks));
        }
        return named(viewOf(ids[state.front]), ids.map((id, i) => (state.runs[i].off ? "." : "") + viewOf(id)));
    } catch (/** @type {any} */ error) {
        if (error.status !== 404) {
            throw error;
        }
        return madeAgain(stage, state);
    }
}

/** @param {Stage} stage @param {string} id @param {number} step @param {import("./changes.js").Tweak[]} tweaks */
async function standingRun(stage, id, step, tweaks) {
    const run = `${RUNS}/${id}`;
    const found = await stage.get(run);
    note(found);
    if (found.step === step && found.tweaks.length === tweaks.length && found.state !== "running") {
        return id;
    }
    const made = await stage.post(`${run}/branches`, { step });
    note(made);
    for (const { step: at, ...tweak } of tweaks) {
        // A branch drops the tweaks that act from its first step on.
        if (at === step) {
            await stage.post(`${RUNS}/${made.id}/tweaks`, tweak);
        }
    }
    return made.id;
}

/** @param {Stage} stage @param {import("./changes.js").State} state */
async function madeAgain(stage, state) {
    const { frames, branches, runs } = await stage.post(`${BASE}playground/copies`, { state: await packed(JSON.stringify(state)) });
    runs.forEach(note);
    return named(viewOf(frames.split("/").at(-2)), branches.split(".").map((/** @type {string} */ id) => viewOf(id)));
}

/** @param {string} front @param {string[]} all */
function named(front, all) {
    const branches = all.length > 1 ? `&branches=${all.join(".")}` : "";
    return `&run=${front}${branches}`;
}
