import { count, percent } from "./numbers.js";

/** @typedef {import("./types.js").Progress["stopped"]} Stopped */

/** The motion of a run, from an account of it: its speed, and the reason why it does not go on. @param {any} account a description or a state's event */
export function motionOf({ state, stepsPerSecond, pace, divergence = null, stopped = null }) {
    return { state, rate: stepsPerSecond || Infinity, isEven: pace === "even", divergence, stopped };
}

/** A sentence that says why a run stopped by itself. @param {NonNullable<Stopped>} stopped */
export function endingText({ reason, step, steps = 0, limit = 0 }) {
    const at = `Stopped at step ${count(step)}`;
    if (reason === "cost" || reason === "accuracy") {
        const what = reason === "cost" ? `the cost is below ${limit}` : `more than ${percent(limit)} of the training examples are right`;
        return `${at}: ${what}. Press Play to go on.`;
    }
    if (reason === "step") {
        return `${at}, as you asked. Press Play to go on.`;
    }
    if (reason === "still") {
        return `${at}: the cost has not changed by more than a millionth of its first value in the last ${count(steps)} steps. Press Play to go on.`;
    }
    return reason === "memory"
        ? `${at}: the run’s past needs more memory than this server gives to one visitor. Press Begin again for a new run.`
        : `${at}: no run can make more steps. Change something at an earlier step, and a branch goes on from there.`;
}
