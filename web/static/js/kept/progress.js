import { launchOwner } from "../shared/launch.js";

const KEY = "progress";

/** The most learners from learning platforms whose progress one browser keeps. */
const MOST_OWNERS = 20;

/** The name under which this tab's progress is kept. Each learner from a learning platform has an own one, also at a computer that several share. */
function storedName() {
    const owner = launchOwner();
    return owner === "" ? KEY : `${KEY} of ${owner}`;
}

/** Makes room for one more learner, in a browser that has kept the progress of many. */
function makeRoom(/** @type {string} */ name) {
    const others = Object.keys(localStorage).filter((key) => key.startsWith(`${KEY} of `) && key !== name);
    if (localStorage.getItem(name) === null) {
        others.slice(MOST_OWNERS - 1).forEach((key) => localStorage.removeItem(key));
    }
}

/**
 * @typedef {object} Answered what the learner said to a question
 * @property {string} answer as it stood in the form, "" for "I don't know"
 * @property {string} verdict "noted", "right", "wrong", "shown" (the worked solution was) or "draft" (typed, but not judged)
 * @property {number} tries wrong ones so far
 *
 * @typedef {{seen: number[], answers: Record<string, Answered>}} Trace what was done in one lesson
 *
 * @typedef {object} Kept a run of the learner's own: where it is, and what makes it again
 * @property {string} frames empty if it comes from a file
 * @property {number} step
 * @property {any[]} tweaks
 * @property {string} [branches] the ids of its branches, with dots between them
 * @property {any} [spec] what it is made of, where that is not the lesson's: it has examples of the learner's own
 * @property {string} [domain] the part of the plane in which these lie
 *
 * @typedef {object} Progress
 * @property {1} version
 * @property {number} [learner] a random number by which the server chooses the numbers of this learner's checks
 * @property {Record<string, Trace>} lessons
 * @property {Record<string, Kept>} runs by lesson and scene
 * @property {Record<string, Formula>} [formulas] what was typed or set on a scene's graph, by lesson and scene
 * @property {Record<string, KeptLine>} [lines] the perceptron of a scene, by lesson and scene
 * @property {Record<string, KeptPaths>} [walks] what the walkers did on a scene's hill, by lesson and scene
 *
 * @typedef {object} KeptPaths walks on a hill, and the step that was shown
 * @property {number} step
 * @property {{name: string, start: number[], optimizer: any, trail?: import("../shared/types.js").HillPlace[]}[]} walkers with the places of a walk by hand
 *
 * @typedef {object} KeptLine a perceptron's figure
 * @property {string} targets of the four corners
 * @property {number} step visits that were shown
 * @property {[[number, number], [number, number]]} line the ends of a line that is placed by hand
 *
 * @typedef {{expression: string, values: Record<string, number>}} Formula
 */

/** One more than the largest seed. */
const SEEDS = 2 ** 31;

/** @returns {Progress} */
function nothing() {
    return { version: 1, lessons: {}, runs: {} };
}

/** Everything that this browser remembers of the learner's progress. @returns {Progress} */
export function progress() {
    try {
        return checked(JSON.parse(localStorage.getItem(storedName()) ?? "null")) ?? nothing();
    } catch {
        return nothing();
    }
}

/** Keeps a change; without storage it is lost with the page. */
export function keep(/** @type {(all: Progress) => void} */ change) {
    const all = progress();
    change(all);
    save(all);
}

/** Puts this in place of what was remembered. */
export function save(/** @type {Progress} */ all) {
    try {
        const name = storedName();
        if (name !== KEY) {
            makeRoom(name);
        }
        localStorage.setItem(name, JSON.stringify(all));
    } catch {
        // The progress lasts as long as the page.
    }
}

export function forgetAll() {
    save(nothing());
}

/** The seed of this learner, made at the first question for it; without storage everyone is the same learner. */
export function learner() {
    const { learner: known } = progress();
    if (known !== undefined) {
        return known;
    }
    keep((all) => (all.learner = Math.floor(Math.random() * SEEDS)));
    return progress().learner ?? 0;
}

/** The learner's traces in a lesson. @returns {Trace} */
export function trace(/** @type {Progress} */ all, /** @type {string} */ lesson) {
    all.lessons[lesson] ??= { seen: [], answers: {} };
    return all.lessons[lesson];
}

/** The same for a file, which others may read: it tells how to make each run again, but has no id that drives one. */
export function forFile(/** @type {Progress} */ all) {
    const runs = Object.entries(all.runs).map(([name, { frames: _, branches: __, ...run }]) => [name, run]);
    return { ...all, runs: Object.fromEntries(runs) };
}

/** Adds what a file holds to what is here: nothing that either of them knows is lost. */
export function merge(/** @type {Progress} */ into, /** @type {Progress} */ from) {
    for (const [lesson, { seen, answers }] of Object.entries(from.lessons)) {
        const mine = trace(into, lesson);
        mine.seen = [...new Set([...mine.seen, ...seen])].sort((a, b) => a - b);
        for (const [id, answered] of Object.entries(answers)) {
            if (mine.answers[id]?.verdict !== "right") {
                mine.answers[id] = answered;
            }
        }
    }
    into.learner = from.learner ?? into.learner;
    into.runs = { ...from.runs, ...into.runs };
    into.formulas = { ...from.formulas, ...into.formulas };
    into.walks = { ...from.walks, ...into.walks };
    into.lines = { ...from.lines, ...into.lines };
}

/** A progress as it must be, made of whatever a file or the storage holds; null if it is none. @returns {Progress | null} */
export function checked(/** @type {any} */ value) {
    if (value?.version !== 1 || !isObject(value.lessons)) {
        return null;
    }
    const all = nothing();
    if (Number.isInteger(value.learner) && value.learner >= 0 && value.learner < SEEDS) {
        all.learner = value.learner;
    }
    for (const [lesson, made] of Object.entries(value.lessons)) {
        const { seen = [], answers = {} } = isObject(made) ? made : {};
        all.lessons[lesson] = { seen: Array.isArray(seen) ? seen.filter(Number.isInteger) : [], answers: {} };
        for (const [id, { answer, verdict, tries } = {}] of Object.entries(isObject(answers) ? answers : {})) {
            all.lessons[lesson].answers[id] = { answer: String(answer ?? ""), verdict: String(verdict), tries: Number(tries) || 0 };
        }
    }
    for (const [name, run] of Object.entries(isObject(value.runs) ? value.runs : {})) {
        const { frames = "" } = isObject(run) ? run : { frames: null };
        if (frames === "" || (typeof frames === "string" && frames.startsWith("/"))) {
            all.runs[name] = { frames, step: Number(run.step) || 0, tweaks: Array.isArray(run.tweaks) ? run.tweaks : [], branches: String(run.branches ?? ""),
                ...(isObject(run.spec) ? { spec: run.spec } : {}), ...(run.domain ? { domain: String(run.domain) } : {}) };
        }
    }
    all.formulas = formulas(value.formulas);
    all.walks = walks(value.walks);
    all.lines = lines(value.lines);
    return all;
}

/** @returns {Record<string, Formula>} */
function formulas(/** @type {any} */ value) {
    const entries = Object.entries(isObject(value) ? value : {});
    return Object.fromEntries(entries.filter(([, made]) => typeof made?.expression === "string" && isObject(made.values)
        && Object.values(made.values).every(Number.isFinite)));
}

/** @returns {Record<string, KeptPaths>} */
function walks(/** @type {any} */ value) {
    const entries = Object.entries(isObject(value) ? value : {});
    return Object.fromEntries(entries.filter(([, left]) => Number.isInteger(left?.step) && left.step >= 0
        && Array.isArray(left.walkers) && left.walkers.length > 0 && left.walkers.every(isWalker)));
}

/** @returns {Record<string, KeptLine>} */
function lines(/** @type {any} */ value) {
    const entries = Object.entries(isObject(value) ? value : {});
    return Object.fromEntries(entries.filter(([, left]) => /^[01]{4}$/.test(left?.targets) && Number.isInteger(left.step) && left.step >= 0
        && Array.isArray(left.line) && left.line.length === 2 && left.line.every((/** @type {any} */ end) => areNumbers(end) && end.length === 2)));
}

function isWalker(/** @type {any} */ walker) {
    const isPlace = (/** @type {any} */ place) => Number.isFinite(place?.height) && [place.position, place.slope].every(areNumbers);
    return isObject(walker) && areNumbers(walker.start) && isObject(walker.optimizer) && Number.isFinite(walker.optimizer.learningRate)
        && (walker.trail === undefined || (Array.isArray(walker.trail) && walker.trail.length > 0 && walker.trail.every(isPlace)));
}

function areNumbers(/** @type {any} */ list) {
    return Array.isArray(list) && list.length > 0 && list.every(Number.isFinite);
}

function isObject(/** @type {any} */ value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
