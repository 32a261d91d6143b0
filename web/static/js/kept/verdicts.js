const KEY = "verdicts";

/** The most verdicts kept, and the longest in characters: together less than a third of what a browser keeps for a site. */
const MOST = 150;
const LONGEST = 10_000;

/**
 * @typedef {object} Verdict what the server said to the last answer of a question
 * @property {string} html with its explanation
 * @property {string[]} numbers those in the question at that time, in order
 */

/** Keeps the last verdict on a question, for the next visit; the oldest one goes when there are too many. */
export function keepVerdict(/** @type {string} */ lesson, /** @type {string} */ id, /** @type {Verdict} */ verdict) {
    if (verdict.html.length > LONGEST) {
        return;
    }
    const all = verdicts();
    all.delete(`${lesson} ${id}`);
    all.set(`${lesson} ${id}`, verdict);
    try {
        localStorage.setItem(KEY, JSON.stringify([...all].slice(-MOST)));
    } catch {
        // The next visit shows the answer without its explanation.
    }
}

/** @returns {Verdict | undefined} */
export function verdictOf(/** @type {string} */ lesson, /** @type {string} */ id) {
    return verdicts().get(`${lesson} ${id}`);
}

export function forgetVerdicts() {
    try {
        localStorage.removeItem(KEY);
    } catch {
        // A browser without storage has kept nothing.
    }
}

/** @returns {Map<string, Verdict>} */
function verdicts() {
    try {
        const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
        return new Map(kept.filter((/** @type {any} */ entry) => typeof entry?.[0] === "string" && isVerdict(entry[1])));
    } catch {
        return new Map();
    }
}

function isVerdict(/** @type {any} */ value) {
    return typeof value?.html === "string" && Array.isArray(value.numbers)
        && value.numbers.every((/** @type {any} */ number) => typeof number === "string");
}
