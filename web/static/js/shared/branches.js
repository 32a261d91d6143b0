import { tweakLabel } from "./tweaks.js";

/**
 * @typedef {object} Branch a run that shares its first steps with others
 * @property {string} id
 * @property {import("./types.js").Schemas["LoggedTweak"][]} tweaks its log
 * @property {number} newest its newest step
 * @property {import("./curve.js").Curve} curve
 *
 * @typedef {Branch & {parent: number, from: number, label: string, place: number}} Forked a branch with the earlier one, by its place in the
 *     list, that it left last, the step at which it did, and what was changed there; the first one's parent is -1
 */

/**
 * The step at which two branches part: a run is a function of its specification and its tweaks, so it is the first one at which
 * they were changed differently.
 *
 * @param {Branch} a
 * @param {Branch} b
 */
export function parting(a, b) {
    let i = 0;
    while (i < Math.min(a.tweaks.length, b.tweaks.length) && JSON.stringify(a.tweaks[i]) === JSON.stringify(b.tweaks[i])) {
        i++;
    }
    return Math.min(a.tweaks[i]?.step ?? Infinity, b.tweaks[i]?.step ?? Infinity, a.newest, b.newest);
}

/**
 * The branches that are in view as a tree, and those that are taken off; each keeps the name and the place that it has among all.
 *
 * @param {Branch[]} branches in the order in which they were made
 * @param {Set<string>} off the ids of those that are taken off
 */
export function viewed(branches, off) {
    const all = forked(branches);
    const inView = forked(branches.filter(({ id }) => !off.has(id)));
    return {
        inView: inView.map((branch) => {
            const { label, place } = all.find(({ id }) => id === branch.id) ?? branch;
            return { ...branch, label, place };
        }),
        off: all.filter(({ id }) => off.has(id)),
    };
}

/**
 * The branches as a tree.
 *
 * @param {Branch[]} branches in the order in which they were made
 * @returns {Forked[]}
 */
export function forked(branches) {
    return branches.map((branch, i) => {
        let parent = -1;
        let from = 0;
        for (let j = 0; j < i; j++) {
            const at = parting(branches[j], branch);
            if (parent < 0 || at > from) {
                parent = j;
                from = at;
            }
        }
        const change = branch.tweaks.find((tweak) => tweak.step >= from);
        return { ...branch, parent, from, place: i, label: i === 0 ? "first run" : change ? tweakLabel(change) : "unchanged" };
    });
}
