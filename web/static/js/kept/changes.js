/**
 * @typedef {import("../shared/types.js").Schemas["LoggedTweak"]} Tweak
 * @typedef {NonNullable<ReturnType<typeof import("./link.js").stateOf>>} State
 *
 * @typedef {object} Snapshot the playground at one moment
 * @property {Record<string, string>} controls the value of each control, by its name
 * @property {State | null} state as a link would hold it; null where there was no run yet
 * @property {{id: string, tweaks: Tweak[]}[]} runs the ids of the state's runs, each with its whole log
 *
 * @typedef {object} Change the difference between two moments
 * @property {Tweak[]} tweaks those that are new
 * @property {string[]} names the controls whose values differ
 * @property {boolean} isAnew whether a run was put aside for step 0
 */

/** The controls that say where the data of a run come from, not what they are. */
const ASIDE = ["of"];

/** The shown run of a moment; undefined where there was none. */
function front(/** @type {Snapshot} */ { state, runs }) {
    return state ? runs[state.front] : undefined;
}

/**
 * The change that led from one moment to a later one; null if the run only went on, or another branch of it is shown.
 *
 * @param {Snapshot} before
 * @param {Snapshot} now
 * @param {Set<string>} shown the ids of the runs that were shown so far
 * @returns {Change | null}
 */
export function changeOf(before, now, shown) {
    const [was, is] = [front(before), front(now)];
    const names = differing(before.controls, now.controls);
    if (was && is && text(before.state?.spec) === text(now.state?.spec)) {
        const known = new Set(was.tweaks.map(text));
        const tweaks = was.id !== is.id && !isNew(now, shown) ? [] : is.tweaks.filter((tweak) => !known.has(text(tweak)));
        return tweaks.length > 0 ? { tweaks, names: [], isAnew: false } : null;
    }
    const isAnew = was !== undefined && is === undefined;
    return isAnew || names.length > 0 || (was && is) ? { tweaks: [], names, isAnew } : null;
}

/** Tests whether the shown run is a branch that has just been made: it was never shown, and is where its newest tweak begins to act. */
function isNew(/** @type {Snapshot} */ now, /** @type {Set<string>} */ shown) {
    const is = front(now);
    return is !== undefined && !shown.has(is.id) && now.state?.runs[now.state.front].step === is.tweaks.at(-1)?.step;
}

/** The names of the controls whose values differ; 0.5 and 0.50 do not. @param {Record<string, string>} a @param {Record<string, string>} b */
function differing(a, b) {
    return Object.keys(b).filter((name) => !ASIDE.includes(name) && a[name] !== undefined && a[name] !== b[name]
        && !(a[name] !== "" && b[name] !== "" && Number(a[name]) === Number(b[name])));
}

/**
 * The moment right before a change. A change of the run acts from a step on, to which the run may have come after it was last seen; a branch that the change
 * made is not there yet.
 *
 * @param {Snapshot} before
 * @param {Change} change
 * @param {Snapshot} now
 * @returns {Snapshot}
 */
export function rightBefore(before, { tweaks }, now) {
    const [was, is] = [front(before), front(now)];
    if (tweaks.length === 0 || !before.state || !was || !is) {
        return before;
    }
    if (was.id === is.id) {
        const runs = before.state.runs.map((run, i) => (i === before.state?.front ? { ...run, step: tweaks[0].step } : run));
        return { ...before, state: { ...before.state, shown: undefined, runs } };
    }
    const stays = before.runs.map(({ id }) => id !== is.id);
    return {
        ...before,
        state: { ...before.state, runs: before.state.runs.filter((_, i) => stays[i]) },
        runs: before.runs.filter((_, i) => stays[i]),
    };
}

function text(/** @type {unknown} */ value) {
    return JSON.stringify(value);
}
