import { parent } from "../shared/addresses.js";
import { claim } from "./lent.js";
import { keep, progress } from "./progress.js";

/** The largest number of steps that are made again for a run that the server forgot. */
const MOST_STEPS = 10_000;
const EVERY = 1000;

/** @typedef {import("../stage.js").Stage} Stage */

/** The state of the stage that was left last, for a scene that continues it. @type {{keep: string, frames: string, isMine: boolean, shown: number} | null} */
let left = null;
/** The run of each stage that is written down. @type {WeakMap<Stage, string>} */
const remembered = new WeakMap();
/** The next stage begins from its declared state, even if its scene continues another. */
let anew = false;

/** The name under which a stage's scene keeps the learner's own; empty where there is no scene. */
function keepOf(/** @type {Stage} */ { config: { scene } }) {
    return scene?.keep ?? "";
}

/** Hands the state of a stage on to the scene that continues it, or nothing. */
export function handOn(/** @type {Stage | null} */ stage) {
    const name = stage?.config?.scene?.keep;
    const { frames, isMine = false } = stage?.run ?? {};
    left = stage && name && frames ? { keep: name, frames, isMine, shown: stage.progress.shown } : null;
    anew = false;
}

/** Has the next stage begin from its declared state. */
export function beginAnew() {
    anew = true;
    left = null;
}

/**
 * The learner's own run of a scene, if there was one. A scene that continues another goes on with it:
 * found again, or made again from its steps and tweaks. Every other scene begins from its declared state, and offers the run.
 */
export async function recall(/** @type {Stage} */ stage) {
    const { run: { own }, continues } = stage;
    const name = keepOf(stage);
    const [before, fresh] = [left, anew];
    [left, anew] = [null, false];
    const lent = new URLSearchParams(location.search).get("run");
    if (!fresh && lent && own && await borrow(stage, lent)) {
        return;
    }
    const kept = progress().runs[name];
    if (fresh || !continues) {
        offer(stage, kept);
    } else if (before?.keep === name) {
        resume(stage, before);
    } else if (kept) {
        await bringBack(stage);
    }
}

/** Goes on with the very state of the scene before. */
function resume(/** @type {Stage} */ stage, /** @type {NonNullable<typeof left>} */ { frames, isMine, shown }) {
    stage.run.frames = frames;
    stage.run.shown = shown;
    if (isMine) {
        take(stage, frames);
    }
}

/** Notes that the learner changed something in this scene before, and how far that run came. */
function offer(/** @type {Stage} */ stage, /** @type {import("./progress.js").Kept | undefined} */ kept) {
    const changed = kept && (kept.tweaks.length > 0 || kept.spec || kept.branches || kept.step > (stage.config.scene?.at ?? 0));
    if (changed) {
        stage.left = { step: kept.step };
    }
}

/** Makes the stage lead to the learner's own run of this scene; answers whether there is one. */
export async function bringBack(/** @type {Stage} */ stage) {
    const { own } = stage.run;
    const name = keepOf(stage);
    const kept = progress().runs[name];
    if (!kept || !own) {
        return false;
    }
    try {
        stage.run.branches = kept.branches ?? "";
        stage.isOther = kept.spec !== undefined;
        if (kept.domain) {
            stage.domain = kept.domain.split(" ").map(Number);
        }
        const there = kept.frames !== "" && await isThere(stage, kept.frames);
        const frames = there ? kept.frames : await rebuild(stage, own.split("?")[0], kept);
        keep((all) => (all.runs[name] = { ...kept, frames }));
        take(stage, frames);
        return true;
    } catch {
        forget(stage);
        return false;
    }
}

/**
 * Shows the run that a link names, if the server holds it. The learner's own run of this scene is kept until something is done with
 * the copy.
 */
async function borrow(/** @type {Stage} */ stage, /** @type {string} */ view) {
    const frames = `${parent(parent(stage.run.frames ?? ""))}/${encodeURIComponent(view)}/frames`;
    if (!await isThere(stage, frames).catch(() => false)) {
        return false;
    }
    if (await claim(stage, frames)) {
        stage.run = { ...stage.run, isCopy: true };
        offer(stage, progress().runs[keepOf(stage)]);
    } else {
        take(stage, stage.run.frames ?? "");
    }
    return true;
}

async function isThere(/** @type {Stage} */ stage, /** @type {string} */ frames) {
    try {
        await stage.get(parent(frames));
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
            await stage.post(`${parent(frames)}/steps`, { count: to - step });
            step = to;
        }
    };
    for (const { step: at, ...tweak } of kept.tweaks) {
        await advance(Math.min(at, MOST_STEPS));
        await stage.post(`${parent(frames)}/tweaks`, tweak);
    }
    await advance(Math.min(kept.step, MOST_STEPS));
    return frames;
}

/** Makes a run again that the server no longer holds: the same settings lead to the same numbers. Answers the address of its frames. */
export function madeAgain(/** @type {Stage} */ stage, /** @type {{spec: any, tweaks: any[], step: number}} */ made) {
    return rebuild(stage, "", { ...made, frames: "" });
}

/** Begins a run with examples of the learner's own. */
async function begin(/** @type {Stage} */ stage, /** @type {any} */ spec) {
    const runs = parent(parent(stage.run.frames ?? ""));
    return `${runs}/${(await stage.post(runs, spec)).id}/frames`;
}

function take(/** @type {Stage} */ stage, /** @type {string} */ frames) {
    stage.run = { ...stage.run, frames, isMine: true, own: undefined };
    stage.left = null;
    remember(stage);
}

/** Writes down from now and then what the run has come to. */
function remember(/** @type {Stage} */ stage) {
    const name = keepOf(stage);
    const { frames } = stage.run;
    if (!name || !frames || remembered.get(stage) === frames) {
        return;
    }
    const isNew = !remembered.has(stage) && progress().runs[name]?.frames !== frames;
    remembered.set(stage, frames);
    let due = 0;
    const write = async () => {
        due = 0;
        const { step, tweaks, spec } = await stage.get(parent(frames)).catch(() => ({}));
        if (step !== undefined && stage.run.frames === frames) {
            const { branches = "" } = stage.run;
            keep((all) => (all.runs[name] = { frames, step, tweaks, branches, ...(stage.isOther ? { spec } : {}), ...(domain ? { domain } : {}) }));
        }
    };
    const domain = stage.domain?.join(" ");
    const nothing = { step: 0, tweaks: [] };
    keep((all) => (all.runs[name] = { ...(isNew ? nothing : all.runs[name] ?? nothing), frames, ...(domain ? { domain } : {}) }));
    stage.addEventListener("state", () => {
        if (due === 0 && stage.isConnected) {
            due = setTimeout(write, EVERY);
        }
    });
    const last = () => {
        if (stage.run.frames === frames && stage.picture) {
            keep((all) => all.runs[name] && (all.runs[name].step = stage.progress.newest));
        }
    };
    stage.addEventListener("left", last);
}

/** Lets the learner's own run go. */
function forget(/** @type {Stage} */ stage) {
    const name = keepOf(stage);
    stage.domain = null;
    if (name) {
        keep((all) => delete all.runs[name]);
    }
}

/** Keeps each run that becomes the learner's own. */
export function startKeeping() {
    const leave = () => document.getElementById("stage")?.dispatchEvent(new CustomEvent("left"));
    addEventListener("pagehide", leave);
    document.addEventListener("htmx:beforeSwap", leave);
    document.addEventListener("own", (event) => {
        const stage = /** @type {Stage} */ (event.target);
        if (keepOf(stage)) {
            stage.run.isMine = true;
            stage.left = null;
            remember(stage);
        }
    });
}

/**
 * Begins a scene paused, at the step at which the scene that it continues was left.
 *
 * @param {Stage} stage
 * @param {string} run its address
 * @param {Promise<void>} heard fulfilled when the run's stream is heard
 */
export async function settle(stage, run, heard) {
    const { isMine, shown } = stage.run;
    if (keepOf(stage) && isMine && stage.progress.state === "running") {
        await stage.post(`${run}/pause`, {});
    }
    if (shown !== undefined) {
        await heard;
        await stage.seek(shown);
    }
}
