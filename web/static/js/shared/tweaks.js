import { short } from "./numbers.js";

/** The change of a tweak, in a few words for a mark on a chart. */
export function tweakLabel(/** @type {import("./types.js").Schemas["Tweak"]} */ tweak) {
    const { optimizer = {}, batch = {}, weights = [], biases = [], regularization } = tweak;
    if (optimizer.learningRate !== undefined) {
        return `rate ${optimizer.learningRate}`;
    }
    if (optimizer.momentum !== undefined) {
        return `momentum ${optimizer.momentum}`;
    }
    if (batch.size !== undefined) {
        return batch.size === 0 ? "whole set" : `batch ${batch.size}`;
    }
    if (regularization) {
        return regularization.rate === 0 ? "no penalty" : `${regularization.name.toUpperCase()} ${regularization.rate}`;
    }
    const values = [...weights, ...biases];
    if (values.length === 1) {
        return `${weights.length === 1 ? "weight" : "bias"} ${short(values[0].value)}`;
    }
    return values.length > 1 ? "weights set" : "changed";
}

/**
 * A specification as the tweaks left it.
 *
 * @param {import("./types.js").Spec} spec
 * @param {import("./types.js").Schemas["LoggedTweak"][]} tweaks
 */
export function tuned(spec, tweaks) {
    return tweaks.reduce((now, { optimizer, batch, regularization }) => ({
        ...now,
        optimizer: { ...now.optimizer, ...optimizer },
        batch: { ...now.batch, ...batch },
        ...(regularization ? { regularization } : {}),
    }), spec);
}
