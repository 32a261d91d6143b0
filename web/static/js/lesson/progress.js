const KEY = "progress";

/**
 * @typedef {object} Answered what the learner said to a question
 * @property {string} answer as it stood in the form, "" for "I don't know"
 * @property {string} verdict "noted", "right", "wrong" or "shown" (the worked solution was)
 * @property {number} tries wrong ones so far
 *
 * @typedef {{seen: number[], answers: Record<string, Answered>}} Trace what was done in one lesson
 *
 * @typedef {object} Kept a run of the learner's own: where it is, and what makes it again
 * @property {string} frames
 * @property {number} step
 * @property {any[]} tweaks
 * @property {string} [branches] the ids of its branches, with dots between them
 * @property {any} [spec] what it is made of, where that is not the lesson's: it has examples of the learner's own
 * @property {string} [domain] the part of the plane in which these lie
 *
 * @typedef {{version: 1, lessons: Record<string, Trace>, runs: Record<string, Kept>}} Progress
 */

/** @returns {Progress} */
function nothing() {
    return { version: 1, lessons: {}, runs: {} };
}

/** Everything this browser remembers of the learner's way. @returns {Progress} */
export function progress() {
    try {
        return checked(JSON.parse(localStorage.getItem(KEY) ?? "null")) ?? nothing();
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
        localStorage.setItem(KEY, JSON.stringify(all));
    } catch {
        // The progress lasts as long as the page.
    }
}

export function forgetAll() {
    save(nothing());
}

/** What was done in a lesson. @returns {Trace} */
export function trace(/** @type {Progress} */ all, /** @type {string} */ lesson) {
    all.lessons[lesson] ??= { seen: [], answers: {} };
    return all.lessons[lesson];
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
    into.runs = { ...from.runs, ...into.runs };
}

/** A progress as it must be, made of whatever a file or the storage holds; null if it is none. @returns {Progress | null} */
export function checked(/** @type {any} */ value) {
    if (value?.version !== 1 || !isObject(value.lessons)) {
        return null;
    }
    const all = nothing();
    for (const [lesson, made] of Object.entries(value.lessons)) {
        const { seen = [], answers = {} } = isObject(made) ? made : {};
        all.lessons[lesson] = { seen: Array.isArray(seen) ? seen.filter(Number.isInteger) : [], answers: {} };
        for (const [id, { answer, verdict, tries } = {}] of Object.entries(isObject(answers) ? answers : {})) {
            all.lessons[lesson].answers[id] = { answer: String(answer ?? ""), verdict: String(verdict), tries: Number(tries) || 0 };
        }
    }
    for (const [name, run] of Object.entries(isObject(value.runs) ? value.runs : {})) {
        if (typeof run?.frames === "string" && run.frames.startsWith("/")) {
            all.runs[name] = { frames: run.frames, step: Number(run.step) || 0, tweaks: Array.isArray(run.tweaks) ? run.tweaks : [], branches: String(run.branches ?? ""),
                ...(isObject(run.spec) ? { spec: run.spec } : {}), ...(run.domain ? { domain: String(run.domain) } : {}) };
        }
    }
    return all;
}

function isObject(/** @type {any} */ value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
