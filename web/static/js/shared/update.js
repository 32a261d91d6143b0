import { symbol } from "./mathml.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Setup} Setup */
/** @typedef {import("./factors.js").Explained} Explained */
/** @typedef {import("./factors.js").Quantity} Quantity */
/** @typedef {{parts: (string | Quantity)[], note?: string}} Made */
/** A weight's place, three numbers, or a bias's, two. @typedef {number[]} Place */

/**
 * An update taken apart: the rule of the optimizer, what it remembers of the updates before, and weight decay. What is remembered
 * comes with the frame, as `frame.memory`, from whoever asked the server for it.
 */

/** The optimizer as it is at this step, if the server told, else as the run began. @param {Frame} f @param {Setup} s */
function optimizerOf(f, s) {
    return f.memory?.optimizer ?? s.spec.optimizer;
}

/** The learning rate, which may have been changed since the run began. @param {Frame} f @param {Setup} s @returns {number} */
export function rateOf(f, s) {
    const optimizer = optimizerOf(f, s);
    const rate = optimizer.learningRate;
    const found = -f.weightUpdates[0][0][0] / f.weightGradients[0][0][0];
    const isPlain = !f.memory && optimizer.name === "sgd" && !optimizer.momentum && found > 0 && Number.isFinite(found);
    return isPlain && Math.abs(found - rate) > 1e-5 * rate ? Number(found.toPrecision(5)) : rate;
}

/** What is remembered of a parameter. @param {Frame} f @param {Place} at @param {number} moment */
function remembered(f, [l, j, k], moment = 0) {
    const { weights, biases } = /** @type {import("./types.js").Memory} */ (f.memory).moments[moment];
    return k === undefined ? biases[l][j] : weights[l][j][k];
}

/** @param {Frame} f @param {Place} at */
function gradientOf(f, [l, j, k]) {
    return k === undefined ? f.biasGradients[l][j] : f.weightGradients[l][j][k];
}

const gradient = (/** @type {Place} */ at) => ({ kind: at.length === 3 ? "gradient" : "biasGradient", at });
const q = (/** @type {string} */ kind, /** @type {Place} */ at = []) => ({ kind, at });

/** A number of the optimizer's own. @param {string} letter @param {string} name @param {(f: Frame, s: Setup) => number} value @returns {(at: Place, f: Frame, s: Setup) => Explained} */
function setting(letter, name, value) {
    return (_at, f, s) => ({ value: value(f, s), symbol: `<mi>${letter}</mi>`, name, look: "", item: null, parts: [] });
}

/**
 * A number that belongs to one weight or bias.
 *
 * @param {string} letter
 * @param {string} name
 * @param {(at: Place, f: Frame, s: Setup) => number} value
 * @param {(at: Place, f: Frame, s: Setup) => (string | Quantity)[]} parts
 * @returns {(at: Place, f: Frame, s: Setup) => Explained}
 */
function own(letter, name, value, parts = () => []) {
    return (at, f, s) => ({
        value: value(at, f, s), symbol: symbol(letter, at[0], ...at.slice(1)), name, look: "weight", parts: parts(at, f, s),
        item: /** @type {import("./types.js").Item} */ ({ kind: at.length === 3 ? "weight" : "bias", at }) });
}

/** The velocity after this step's gradient. @param {Place} at @param {Frame} f @param {Setup} s */
function velocity(at, f, s) {
    return optimizerOf(f, s).momentum * remembered(f, at) - rateOf(f, s) * gradientOf(f, at);
}

/** The mean, or for AdaGrad the sum, of squares after this step's gradient. @param {Place} at @param {Frame} f @param {Setup} s */
function squares(at, f, s) {
    const { name, decay } = optimizerOf(f, s);
    const square = gradientOf(f, at) ** 2;
    return name === "adagrad" ? remembered(f, at) + square : decay * remembered(f, at) + (1 - decay) * square;
}

/** @param {Place} at @param {Frame} f @param {Setup} s @param {0 | 1} moment */
function moment(at, f, s, moment) {
    const optimizer = optimizerOf(f, s);
    const beta = moment === 0 ? optimizer.beta1 : optimizer.beta2;
    return beta * remembered(f, at, moment) + (1 - beta) * gradientOf(f, at) ** (moment + 1);
}

/** A moment without its pull towards 0, where it began. @param {Place} at @param {Frame} f @param {Setup} s @param {0 | 1} which */
function corrected(at, f, s, which) {
    const optimizer = optimizerOf(f, s);
    return moment(at, f, s, which) / (1 - (which === 0 ? optimizer.beta1 : optimizer.beta2) ** (f.step + 1));
}

/** The update before weight decay. @param {Place} at @param {Frame} f @param {Setup} s @returns {number} */
function ruled(at, f, s) {
    const { name, momentum, nesterov, epsilon } = optimizerOf(f, s);
    const rate = rateOf(f, s);
    if (name === "adam") {
        return -rate * corrected(at, f, s, 0) / (Math.sqrt(corrected(at, f, s, 1)) + epsilon);
    }
    if (name !== "sgd") {
        return -rate * gradientOf(f, at) / (Math.sqrt(squares(at, f, s)) + epsilon);
    }
    return nesterov ? momentum * velocity(at, f, s) - rate * gradientOf(f, at) : velocity(at, f, s);
}

/** @param {Place} at @param {Frame} f @param {Setup} s @returns {(string | Quantity)[]} */
function ruledParts(at, f, s) {
    const { name, momentum, nesterov } = optimizerOf(f, s);
    if (name === "adam") {
        return ["−", q("rate"), "×", q("correctedFirst", at), "/ ( √", q("correctedSecond", at), "+", q("epsilon"), ")"];
    }
    if (name !== "sgd") {
        return ["−", q("rate"), "×", gradient(at), "/ ( √", q("newSquares", at), "+", q("epsilon"), ")"];
    }
    return nesterov ? [q("momentum"), "×", q("newVelocity", at), "−", q("rate"), "×", gradient(at)]
        : momentum ? [q("momentum"), "×", q("velocity", at), "−", q("rate"), "×", gradient(at)]
            : ["−", q("rate"), "×", gradient(at)];
}

/** @param {"beta1" | "beta2"} beta @param {"first" | "second"} name @param {string} power @returns {(at: Place) => (string | Quantity)[]} */
function momentParts(beta, name, power) {
    return (at) => [q(beta), "×", q(name, at), "+ ( 1 −", q(beta), ") ×", gradient(at), ...(power ? [power] : [])];
}

const power = (/** @type {Frame} */ { step }) => String(step + 1).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);

/** @type {Record<string, (at: any, f: Frame, s: Setup) => Explained>} */
export const MEMORY = {
    rate: setting("η", "learning rate", rateOf),
    momentum: setting("μ", "momentum", (f, s) => optimizerOf(f, s).momentum),
    decay: setting("ρ", "decay of the mean of squares", (f, s) => optimizerOf(f, s).decay),
    epsilon: setting("ε", "epsilon", (f, s) => optimizerOf(f, s).epsilon),
    beta1: setting("β₁", "decay of the first moment", (f, s) => optimizerOf(f, s).beta1),
    beta2: setting("β₂", "decay of the second moment", (f, s) => optimizerOf(f, s).beta2),
    weightDecay: setting("λ", "weight decay", (f, s) => optimizerOf(f, s).weightDecay),
    velocity: own("v", "velocity before this step", (at, f) => remembered(f, at)),
    newVelocity: own("v′", "velocity with this step’s gradient", velocity,
        (at) => [q("momentum"), "×", q("velocity", at), "−", q("rate"), "×", gradient(at)]),
    squares: own("s", "squares of the gradients before", (at, f) => remembered(f, at)),
    newSquares: own("s′", "squares with this step’s gradient", squares, (at, f, s) =>
        (optimizerOf(f, s).name === "adagrad" ? [q("squares", at), "+", gradient(at), "²"]
            : [q("decay"), "×", q("squares", at), "+ ( 1 −", q("decay"), ") ×", gradient(at), "²"])),
    first: own("m", "mean of the gradients before", (at, f) => remembered(f, at)),
    newFirst: own("m′", "mean with this step’s gradient", (at, f, s) => moment(at, f, s, 0), momentParts("beta1", "first", "")),
    correctedFirst: own("m̂", "that mean without its pull towards 0", (at, f, s) => corrected(at, f, s, 0),
        (at, f) => [q("newFirst", at), "/ ( 1 −", q("beta1"), power(f), ")"]),
    second: own("s", "mean of the squared gradients before", (at, f) => remembered(f, at, 1)),
    newSecond: own("s′", "mean of squares with this step’s gradient", (at, f, s) => moment(at, f, s, 1), momentParts("beta2", "second", "²")),
    correctedSecond: own("ŝ", "that mean of squares without its pull towards 0", (at, f, s) => corrected(at, f, s, 1),
        (at, f) => [q("newSecond", at), "/ ( 1 −", q("beta2"), power(f), ")"]),
    ruled: own("u", "the rule’s direction, from the gradient", ruled, ruledParts),
};

/** Whether an update can only be opened with what the optimizer remembers, or with its numbers as they are now. @param {Setup} s */
export function needsMemory({ spec: { optimizer } }) {
    return optimizer.name !== "sgd" || optimizer.momentum > 0 || optimizer.weightDecay > 0;
}

/**
 * What an update is made of: the rule, and of a weight that decays the share that it loses.
 *
 * @param {Place} at
 * @param {number} g the gradient
 * @param {number} u the update
 * @param {Frame} f
 * @param {Setup} s
 * @returns {Made}
 */
export function updateParts(at, g, u, f, s) {
    if (u === 0 && g !== 0) {
        return { parts: [], note: "frozen: training does not change it" };
    }
    if (f.memory) {
        return at.length === 3 && optimizerOf(f, s).weightDecay > 0
            ? { parts: [q("ruled", at), "−", q("weightDecay"), "× (", q("weight", at), "+", q("ruled", at), ")"] }
            : { parts: ruledParts(at, f, s) };
    }
    if (s.spec.optimizer.name !== "sgd") {
        return { parts: [gradient(at)], note: `${s.spec.optimizer.name} makes the update from this and from what it remembers` };
    }
    const rest = Math.abs(u + rateOf(f, s) * g) > 1e-5 * Math.abs(u);
    return { parts: ["−", q("rate"), "×", gradient(at), ...(rest ? ["+ …"] : [])],
        note: rest ? "and what momentum or decay add" : undefined };
}
