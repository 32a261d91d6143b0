/**
 * The use of a table's columns, and the run that follows from it.
 *
 * @typedef {import("../../shared/types.js").Answer<"/api/data/preview", "post">} Preview
 * @typedef {{id: string, inputs: number, outputs: number[], targets: "classes" | "numbers"}} Uploaded
 * @typedef {"input" | "target" | "unused"} Role
 */

/** The most columns that are offered one by one; further ones keep their first role. */
export const MOST_SHOWN = 50;

/** Tables with fewer examples keep none out of training, unless the learner says otherwise. */
const FEW = 10;

/** The first choice: a single target, and as inputs all other columns that begin with a number. @param {Preview["columns"]} columns @returns {Role[]} */
export function firstRoles(columns) {
    const target = columns.findLastIndex((column) => column.target);
    return columns.map(({ numeric }, c) => c === target ? "target" : numeric ? "input" : "unused");
}

/**
 * The roles after one column got another one. There is one target: the column that was it before becomes an input, or unused if it holds names.
 *
 * @param {Role[]} roles @param {number} changed @param {Role} role @param {Preview["columns"]} columns @returns {Role[]}
 */
export function withRole(roles, changed, role, columns) {
    return roles.map((before, c) => {
        if (c === changed) {
            return role;
        }
        return role === "target" && before === "target" ? columns[c].numeric ? "input" : "unused" : before;
    });
}

/** The reason why nothing can be trained with these roles; empty where it can. @param {Role[]} roles */
export function lackOf(roles) {
    if (!roles.includes("target")) {
        return "No column is the target. Choose “target” above the column that the network is to predict.";
    }
    return roles.includes("input") ? "" : "No column is an input. Choose “input” above at least one column of numbers.";
}

/** The query of the upload. @param {Role[]} roles @param {boolean} scale */
export function query(roles, scale) {
    const numbers = (/** @type {Role} */ role) => roles.flatMap((r, c) => r === role ? [c + 1] : []).join(",");
    return `inputs=${numbers("input")}&targets=${numbers("target")}&scale=${scale}`;
}

/** The share that is kept out of training at first. @param {number} examples */
export function firstShare(examples) {
    return examples < FEW ? 0 : 0.2;
}

/**
 * The specification of a run that learns the table with the playground's hidden layers.
 *
 * @param {Uploaded} uploaded @param {number} testShare @param {string} hidden as in `4-2`, or `none` @param {string} activation one for all, or one each with dots
 * @param {string} fitting the output activations for numbers, for two classes and for more, with spaces
 */
export function specOf({ id, inputs, outputs: [outputs], targets }, testShare, hidden, activation, fitting) {
    const widths = hidden === "none" ? [] : hidden.split("-").map(Number);
    const chosen = activation.split(".");
    const [ofNumbers, ofTwo, ofMany] = fitting.split(" ");
    const last = targets === "numbers" ? ofNumbers : outputs === 1 ? ofTwo : ofMany;
    return {
        data: { name: "file", id, testShare },
        network: { layers: [inputs, ...widths, outputs], activations: [...widths.map((_, l) => chosen[l] ?? chosen.at(-1)), last] },
        cost: targets === "numbers" ? "half-squared-error" : "cross-entropy",
        batch: { size: 10, shuffle: true },
        optimizer: { name: "sgd", learningRate: targets === "numbers" ? 0.03 : 0.1 },
    };
}
