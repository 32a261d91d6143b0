import { same } from "../../shared/items.js";
import { short } from "../../shared/numbers.js";
import { parameterName, parameterOf } from "../../shared/parameters.js";
import { write } from "../../shared/dom/write.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Trial} Trial */

/** The frame with a tried value in place of the run's own. @param {Frame} frame @param {Trial | null} trial @returns {Frame} */
export function tried(frame, trial) {
    if (!trial || !frame.weights) {
        return frame;
    }
    const { item: { kind, at }, value } = trial;
    return {
        ...frame,
        weights: kind !== "weight" ? frame.weights : frame.weights.map((layer, l) => layer.map((row, j) => row.map((w, k) =>
            (l === at[0] && j === at[1] && k === at[2] ? value : w)))),
        biases: kind !== "bias" ? frame.biases : frame.biases.map((layer, l) => layer.map((b, j) =>
            (l === at[0] && j === at[1] ? value : b))),
    };
}

/** Says over the network that it is drawn with a tried value, and which. */
export class TrialNote {
    element = Object.assign(document.createElement("p"), { className: "network-trial", hidden: true });

    /** @param {Trial | null} trial @param {Frame} frame @param {import("../../shared/types.js").Setup} setup */
    show(trial, frame, setup) {
        this.element.hidden = trial === null;
        if (trial) {
            const { value } = parameterOf(trial.item, frame);
            write(this.element, `Trial, not kept: ${parameterName(trial.item, setup)} is ${short(trial.value)} instead of ${short(value)}`);
        }
    }
}

/** Returns whether a trial leaves an item's number as it is: outputs of neurons were not computed with it. @param {import("../../shared/types.js").Item | null} item @param {Trial | null} trial */
export function isUntouched(item, trial) {
    return trial === null || item === null || item.kind !== "neuron" || same(item, trial.item);
}
