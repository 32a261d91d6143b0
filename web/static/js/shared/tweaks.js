/** What a tweak changed, in a few words for a mark on a chart. */
export function tweakLabel(/** @type {any} */ tweak) {
    const { optimizer = {}, batch = {}, weights = [], biases = [] } = tweak;
    if (optimizer.learningRate !== undefined) {
        return `rate ${optimizer.learningRate}`;
    }
    if (optimizer.momentum !== undefined) {
        return `momentum ${optimizer.momentum}`;
    }
    if (batch.size !== undefined) {
        return batch.size === 0 ? "whole set" : `batch ${batch.size}`;
    }
    return weights.length + biases.length > 0 ? "weights set" : "changed";
}
