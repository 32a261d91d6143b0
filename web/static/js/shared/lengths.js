/** The length of the gradient of each layer's weights, in a frame or a summary of one. @param {any} frame @returns {number[]} */
export function gradientLengths(frame) {
    return frame.weightGradients
        ? frame.weightGradients.map((/** @type {number[][]} */ layer) => Math.hypot(...layer.flat()))
        : frame.layers.map((/** @type {any} */ layer) => layer.weightGradients.norm);
}
