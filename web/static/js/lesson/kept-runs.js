import { keep, progress } from "./progress.js";

/** So many steps are made again for a run that the server forgot. */
const MOST_STEPS = 10_000;
const EVERY = 1000;

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * The learner's own run of a name (`data-keep`), if there was one: found again, or made again from its steps and tweaks. What it
 * leads to stands in the stage's attributes, for its source.
 */
export async function recall(/** @type {Stage} */ stage) {
    const { keep: name, own } = stage.dataset;
    const lent = new URLSearchParams(location.search).get("run");
    if (lent && own && await lookAt(stage, lent, own)) {
        return;
    }
    const kept = name && own ? progress().runs[name] : undefined;
    if (!kept || !own) {
        return;
    }
    try {
        stage.dataset.branches = kept.branches ?? "";
        if (kept.domain) {
            stage.dataset.domain = kept.domain;
        }
        take(stage, await isThere(stage, kept.frames) ? kept.frames : await rebuild(stage, own, kept));
    } catch {
        forget(stage);
    }
}

/** Shows a run that someone else's link names; what is done with it is done with a branch of it. */
async function lookAt(/** @type {Stage} */ stage, /** @type {string} */ run, /** @type {string} */ own) {
    const frames = `${runOf(runOf(stage.dataset.frames ?? ""))}/${encodeURIComponent(run)}/frames`;
    const there = await isThere(stage, frames).catch(() => false);
    if (there) {
        stage.dataset.frames = frames;
        stage.dataset.own = `${own}?from=${encodeURIComponent(run)}`;
    }
    return there;
}

function runOf(/** @type {string} */ frames) {
    return frames.slice(0, frames.lastIndexOf("/"));
}

async function isThere(/** @type {Stage} */ stage, /** @type {string} */ frames) {
    try {
        await stage.get(runOf(frames));
        return true;
    } catch (/** @type {any} */ error) {
        if (error.status === 404) {
            return false;
        }
        throw error;
    }
}

async function rebuild(/** @type {Stage} */ stage, /** @type {string} */ own, /** @type {import("./progress.js").Kept} */ kept) {
    const frames = kept.spec ? await begin(stage, kept.spec) : (await stage.post(own, { step: 0 })).frames;
    let step = 0;
    const advance = async (/** @type {number} */ to) => {
        if (to > step) {
            await stage.post(`${runOf(frames)}/steps`, { count: to - step });
            step = to;
        }
    };
    for (const { step: at, ...tweak } of kept.tweaks) {
        await advance(Math.min(at, MOST_STEPS));
        await stage.post(`${runOf(frames)}/tweaks`, tweak);
    }
    await advance(Math.min(kept.step, MOST_STEPS));
    return frames;
}

/** Begins a run with examples of the learner's own. */
async function begin(/** @type {Stage} */ stage, /** @type {any} */ spec) {
    const runs = runOf(runOf(stage.dataset.frames ?? ""));
    return `${runs}/${(await stage.post(runs, spec)).id}/frames`;
}

function take(/** @type {Stage} */ stage, /** @type {string} */ frames) {
    stage.dataset.frames = frames;
    stage.dataset.mine = "yes";
    delete stage.dataset.own;
    remember(stage);
}

/** Writes down from now and then what the run has come to. */
function remember(/** @type {Stage} */ stage) {
    const { keep: name, frames } = stage.dataset;
    if (!name || !frames) {
        return;
    }
    let due = 0;
    const write = async () => {
        due = 0;
        const { step, tweaks, spec } = await stage.get(runOf(frames)).catch(() => ({}));
        if (step !== undefined && stage.dataset.frames === frames) {
            const { branches = "" } = stage.dataset;
            keep((all) => (all.runs[name] = { frames, step, tweaks, branches, ...(domain ? { spec, domain } : {}) }));
        }
    };
    const { domain } = stage.dataset;
    keep((all) => (all.runs[name] = { ...(all.runs[name] ?? { step: 0, tweaks: [] }), frames, ...(domain ? { domain } : {}) }));
    stage.addEventListener("state", () => {
        if (due === 0 && stage.isConnected) {
            due = setTimeout(write, EVERY);
        }
    });
}

/** Lets the learner's own run go: the lesson's is shown again. */
export function forget(/** @type {Stage} */ stage) {
    const { keep: name } = stage.dataset;
    delete stage.dataset.domain;
    if (name) {
        keep((all) => delete all.runs[name]);
    }
}

/** Keeps each run that becomes the learner's own. */
export function startKeeping() {
    document.addEventListener("own", (event) => {
        const stage = /** @type {Stage} */ (event.target);
        if (stage.dataset.keep) {
            stage.dataset.mine = "yes";
            remember(stage);
        }
    });
}
