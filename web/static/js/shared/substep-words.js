/** @typedef {import("./types.js").Substep} Substep */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Setup} Setup */

/** The name of a layer of neurons; layer 0 is the first after the input. */
export function layerName(/** @type {number} */ layer, /** @type {Setup} */ { spec }) {
    const hidden = spec.network.layers.length - 2;
    return layer === hidden ? "the output layer" : hidden === 1 ? "the hidden layer" : `hidden layer ${layer + 1}`;
}

/**
 * The sentence about a substep of a step, or two.
 *
 * @param {Substep} substep
 * @param {Frame} frame
 * @param {Setup} setup
 */
export function substepWords({ part, layer = 0, after }, frame, setup) {
    const name = layerName(layer, setup);
    const last = layer === setup.spec.network.layers.length - 2;
    const count = frame.batch?.length ?? 1;
    const optimizer = setup.spec.optimizer.name;
    /** @type {Record<string, string>} */
    const sentences = {
        "z": `Forward${layer === 0 && count > 1 ? `, with example ${frame.example + 1} of the ${count} in this batch` : ""}. Each neuron of ${name} adds up its inputs, each times its weight, and its bias.`,
        "a": `In ${name}, ${setup.spec.network.activations[layer]} makes an activation of each z.`,
        "cost": count === 1 ? "The outputs are compared with the targets: this is the cost."
            : `The outputs are compared with the targets. This is the cost over the ${count} examples of the batch.`,
        "delta": last ? "Backward begins. Each output’s delta is how much the cost of this example would change with its z."
            : `The deltas go back through the same weights: each neuron of ${name} collects them, times its own slope.`,
        "gradient": `Into ${name}: a weight’s gradient is the delta it leads to, times the activation it comes from. A bias’s gradient is the delta itself.`,
        "mean": count === 1 ? "The batch has one example, so its gradients are the step’s."
            : `All this was example ${frame.example + 1} alone. Each of the batch’s ${count} has gradients of its own; the step takes their ${setup.spec.batch?.reduce ?? "mean"}.`,
        "update": `The weights into ${name} move against their gradients${optimizer === "sgd" ? "" : `, as ${optimizer} says`}.`,
        "again": `Forward again, the same example, with the new weights: ${name}.`,
        "new cost": after?.all ? "The new cost of this batch, beside the one that the gradients predicted. Then the cost of all training examples, before and after."
            : "The new cost, beside the one that the gradients predicted: the old cost and, for every weight and bias, its gradient times its update.",
    };
    return sentences[part];
}

/** The sentence about a part of a step, with no word about deltas. @param {Substep} substep @param {Frame} frame */
export function plainWords({ part }, { batch }) {
    const many = (batch?.length ?? 1) > 1;
    return /** @type {Record<string, string>} */ ({
        "a": "The forward pass: the inputs go in on the left, and each neuron computes its output, layer by layer. The network keeps all of these outputs.",
        "cost": `The cost: the output is compared with the target.${many ? ` The cost is the mean over all ${batch.length} examples.` : ""}`,
        "mean": "The backward pass: one pass from the cost back to the inputs finds the sensitivity of every weight and bias. No weight has changed yet.",
        "update": "The update: gradient descent changes every weight, against its own sensitivity and in proportion to it.",
        "new cost": "A new forward pass, with the changed weights, gives the new cost.",
    })[part];
}

/**
 * The numbers found at a substep, by the names of their quantities.
 *
 * @param {Substep} substep
 * @param {Frame} frame
 * @returns {string[]}
 */
export function found({ part, layer: l = 0, neuron }, frame) {
    const neurons = (frame.biases[l] ?? []).map((_, j) => j).filter((j) => neuron === undefined || j === neuron);
    const each = (/** @type {string} */ kind) => neurons.map((j) => `${kind}.${l}.${j}`);
    const weights = (/** @type {string} */ kind) => neurons.flatMap((j) => frame.weights[l][j].map((_, k) => `${kind}.${l}.${j}.${k}`));
    return part === "gradient" ? [...weights("own"), ...each("own")]
        : part === "mean" ? frame.weights.flatMap((layer, m) => layer.flatMap((row, j) => row.map((_, k) => `gradient.${m}.${j}.${k}`)))
            : part === "update" ? [...weights("new"), ...each("new")]
                : part === "z" || part === "a" || part === "delta" ? each(part) : part === "cost" ? ["cost"] : [];
}
