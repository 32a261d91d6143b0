import { neuronName } from "./items.js";
import { applied, slopeBy, symbol } from "./mathml.js";
import { slopeAt } from "./slopes.js";
import { MEMORY, rateOf, updateParts } from "./update.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Setup} Setup */
/**
 * A number of a training step: its kind, and its place as in the frame.
 *
 * @typedef {{kind: string, at: number[]}} Quantity
 *
 * @typedef {object} Explained
 * @property {number} value
 * @property {string} symbol in MathML
 * @property {string} name
 * @property {string} look "weight", "gradient", "cost" or "", which colours it
 * @property {import("./types.js").Item | null} item what it belongs to in the figure
 * @property {(string | Quantity)[]} parts what it is made of: signs and words between further numbers; none for what is given
 * @property {string} [note] what the parts leave out
 * @property {number} [change] what the parts are changed by, which is to be seen in them
 */

const MOST_TERMS = 6;

/**
 * Where a number comes from: one step back towards what is given, the weights, the biases, the input and the targets.
 *
 * @param {Quantity} quantity
 * @param {Frame} frame
 * @param {Setup} setup
 * @returns {Explained}
 */
export function explain({ kind, at }, frame, setup) {
    return KINDS[kind](/** @type {[number, number, number]} */ (at), frame, setup);
}

/** @type {Record<string, (at: [number, number, number], frame: Frame, setup: Setup) => Explained>} */
const KINDS = {
    ...MEMORY,
    input: ([k], f, s) => ({ ...named(0, k, "", s), value: f.activations[0][k], symbol: symbol("x", null, k), parts: [] }),
    cost: (_at, f, s) => ({ value: f.cost, symbol: "<mi>C</mi>", name: "cost", look: "cost", item: null, ...costParts(f, s) }),
    weight: ([l, j, k], f, s) => ({
        value: f.weights[l][j][k], symbol: symbol("w", l, j, k), look: "weight", parts: [],
        name: weightName(l, j, k, s), item: { kind: "weight", at: [l, j, k] } }),
    bias: ([l, j], f, s) => ({
        value: f.biases[l][j], symbol: symbol("b", l, j), look: "weight", parts: [],
        name: `bias of ${neuronName(l + 1, j, s)}`, item: { kind: "bias", at: [l, j] } }),
    z: ([l, j], f, s) => ({
        ...named(l + 1, j, "z of ", s), value: f.preActivations[l][j], symbol: symbol("z", l, j),
        ...sum(f.activations[l].map((a, k) => ({ size: a * f.weights[l][j][k],
            pair: [{ kind: "weight", at: [l, j, k] }, activation(l, k)] })), { kind: "bias", at: [l, j] }) }),
    a: ([l, j], f, s) => ({
        ...named(l + 1, j, "activation of ", s), value: f.activations[l + 1][j], symbol: symbol("a", l, j),
        parts: [`${s.spec.network.activations[l]} (`, { kind: "z", at: [l, j] }, ")"] }),
    slope: ([l, j], f, s) => ({
        ...named(l + 1, j, "slope of ", s), value: slope(l, j, f, s), symbol: applied("σ′", symbol("z", l, j)),
        ...slopeParts(l, j, s) }),
    target: ([j], _f, s) => ({
        ...named(s.spec.network.layers.length - 1, j, "target of ", s), value: target(j, _f, s), symbol: symbol("y", null, j), parts: [] }),
    error: ([j], f, s) => costSlope(j, f, s),
    delta: ([l, j], f, s) => ({
        ...named(l + 1, j, "delta of ", s), value: f.deltas[l][j], symbol: symbol("δ", l, j), look: "gradient",
        ...deltaParts(l, j, f, s) }),
    back: ([l, j], f, s) => ({
        ...named(l + 1, j, "what reaches back to ", s), symbol: slopeBy(symbol("a", l, j), alone(f)),
        look: "gradient", value: f.deltas[l + 1].reduce((t, d, i) => t + d * f.weights[l + 1][i][j], 0),
        ...sum(f.deltas[l + 1].map((d, i) => ({ size: d * f.weights[l + 1][i][j],
            pair: [{ kind: "weight", at: [l + 1, i, j] }, { kind: "delta", at: [l + 1, i] }] })), null) }),
    own: ([l, j, k], f, s) => ({
        value: f.deltas[l][j] * f.activations[l][k], symbol: slopeBy(symbol("w", l, j, k), alone(f)), look: "gradient",
        name: `gradient of ${weightName(l, j, k, s)}, on this example`, item: { kind: "weight", at: [l, j, k] },
        parts: [{ kind: "delta", at: [l, j] }, "×", activation(l, k)] }),
    biasOwn: ([l, j], f, s) => ({
        value: f.deltas[l][j], symbol: slopeBy(symbol("b", l, j), alone(f)), look: "gradient",
        name: `gradient of the bias of ${neuronName(l + 1, j, s)}, on this example`, item: { kind: "bias", at: [l, j] },
        parts: [{ kind: "delta", at: [l, j] }] }),
    gradient: ([l, j, k], f, s) => ({
        value: f.weightGradients[l][j][k], symbol: slopeBy(symbol("w", l, j, k)), look: "gradient",
        name: `gradient of ${weightName(l, j, k, s)}`, item: { kind: "weight", at: [l, j, k] },
        ...overBatch({ kind: "own", at: [l, j, k] }, [{ kind: "delta", at: [l, j] }, "×", activation(l, k)], f, s) }),
    biasGradient: ([l, j], f, s) => ({
        value: f.biasGradients[l][j], symbol: slopeBy(symbol("b", l, j)), look: "gradient",
        name: `gradient of the bias of ${neuronName(l + 1, j, s)}`, item: { kind: "bias", at: [l, j] },
        ...overBatch({ kind: "delta", at: [l, j] }, [{ kind: "delta", at: [l, j] }], f, s) }),
    update: ([l, j, k], f, s) => ({
        value: f.weightUpdates[l][j][k], symbol: `<mi>Δ</mi>${symbol("w", l, j, k)}`, look: "weight",
        name: `update of ${weightName(l, j, k, s)}`, item: { kind: "weight", at: [l, j, k] },
        ...updateParts([l, j, k], f.weightGradients[l][j][k], f.weightUpdates[l][j][k], f, s) }),
    biasUpdate: ([l, j], f, s) => ({
        value: f.biasUpdates[l][j], symbol: `<mi>Δ</mi>${symbol("b", l, j)}`, look: "weight",
        name: `update of the bias of ${neuronName(l + 1, j, s)}`, item: { kind: "bias", at: [l, j] },
        ...updateParts([l, j], f.biasGradients[l][j], f.biasUpdates[l][j], f, s) }),
    newWeight: ([l, j, k], f, s) => ({
        value: f.weights[l][j][k] + f.weightUpdates[l][j][k], symbol: symbol("w′", l, j, k), look: "weight",
        name: `new ${weightName(l, j, k, s)}`, item: { kind: "weight", at: [l, j, k] }, change: f.weightUpdates[l][j][k],
        parts: [{ kind: "weight", at: [l, j, k] }, "+", { kind: "update", at: [l, j, k] }] }),
    newBias: ([l, j], f, s) => ({
        value: f.biases[l][j] + f.biasUpdates[l][j], symbol: symbol("b′", l, j), look: "weight",
        name: `new bias of ${neuronName(l + 1, j, s)}`, item: { kind: "bias", at: [l, j] }, change: f.biasUpdates[l][j],
        parts: [{ kind: "bias", at: [l, j] }, "+", { kind: "biasUpdate", at: [l, j] }] }),
};

/** @param {number} layer @param {number} j @param {string} before @param {Setup} setup */
function named(layer, j, before, setup) {
    return { name: before + neuronName(layer, j, setup), look: "",
        item: /** @type {import("./types.js").Item} */ ({ kind: "neuron", at: [layer, j] }) };
}

/** @param {number} l @param {number} j @param {number} k @param {Setup} setup */
function weightName(l, j, k, setup) {
    return `weight from ${neuronName(l, k, setup)} to ${neuronName(l + 1, j, setup)}`;
}

/** The number of the shown example, whose own cost is not the batch's; null where it is. */
function alone(/** @type {Frame} */ { batch, example }) {
    return (batch?.length ?? 1) > 1 ? example + 1 : null;
}

function activation(/** @type {number} */ l, /** @type {number} */ k) {
    return l === 0 ? { kind: "input", at: [k] } : { kind: "a", at: [l - 1, k] };
}

/**
 * A sum of products, of many its largest only.
 *
 * @param {{size: number, pair: Quantity[]}[]} terms
 * @param {Quantity | null} rest
 * @returns {{parts: (string | Quantity)[], note?: string}}
 */
function sum(terms, rest) {
    const shown = terms.length <= MOST_TERMS ? terms
        : terms.toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size)).slice(0, MOST_TERMS);
    const parts = shown.flatMap(({ pair }, i) => [...(i > 0 ? ["+"] : []), pair[0], "×", pair[1]]);
    const left = terms.length - shown.length;
    return {
        parts: [...parts, ...(left > 0 ? ["+ …"] : []), ...(rest ? ["+", rest] : [])],
        note: left > 0 ? `and ${left} smaller products` : undefined,
    };
}

/** @param {number} l @param {number} j @param {Frame} f @param {Setup} s */
function slope(l, j, f, s) {
    return slopeAt[s.spec.network.activations[l]](f.preActivations[l][j], f.activations[l + 1][j]);
}

/** @param {number} l @param {number} j @param {Setup} s @returns {{parts: (string | Quantity)[], note?: string}} */
function slopeParts(l, j, s) {
    const a = { kind: "a", at: [l, j] };
    const name = s.spec.network.activations[l];
    return name === "sigmoid" ? { parts: [a, "× ( 1 −", a, ")"] }
        : name === "tanh" ? { parts: ["1 −", a, "×", a] }
            : { parts: [{ kind: "z", at: [l, j] }], note: `the slope of ${name} at this z` };
}

/** A target; of a set so large that its examples are not all here, from the delta. @param {number} j @param {Frame} f @param {Setup} s */
function target(j, f, s) {
    const known = s.data.targets[f.example]?.[j];
    if (known !== undefined) {
        return known;
    }
    const last = f.deltas.length - 1;
    const error = s.spec.cost === "cross-entropy" ? f.deltas[last][j]
        : f.deltas[last][j] / slope(last, j, f, s) / (s.spec.cost === "mean-squared-error" ? 2 / f.deltas[last].length : 1);
    return Number((f.activations[last + 1][j] - error).toPrecision(5));
}

/** ∂C/∂a of an output. @param {number} j @param {Frame} f @param {Setup} s @returns {Explained} */
function costSlope(j, f, s) {
    const last = s.spec.network.layers.length - 2;
    const a = f.activations[last + 1][j];
    const outputs = s.spec.network.layers[last + 1];
    const mean = s.spec.cost === "mean-squared-error";
    const difference = [{ kind: "a", at: [last, j] }, "−", { kind: "target", at: [j] }];
    return {
        ...named(last + 1, j, "slope of the cost by ", s), symbol: slopeBy(symbol("a", last, j), alone(f)), look: "cost",
        value: (a - target(j, f, s)) * (mean ? 2 / outputs : 1), parts: mean ? [`2 / ${outputs} × (`, ...difference, ")"] : difference };
}

/** @param {Frame} f @param {Setup} s @returns {{parts: (string | Quantity)[], note?: string}} */
function costParts(f, s) {
    const last = f.deltas.length - 1;
    const outputs = f.deltas[last].length;
    if ((f.batch?.length ?? 1) > 1) {
        return { parts: [], note: `the ${s.spec.batch?.reduce ?? "mean"} over the ${f.batch.length} examples of the batch` };
    }
    if (s.spec.cost === "cross-entropy" || outputs > MOST_TERMS) {
        return { parts: f.activations[last + 1].slice(0, MOST_TERMS).map((_, j) => ({ kind: "a", at: [last, j] })), note: s.spec.cost.replace("-", " ") };
    }
    const factor = s.spec.cost === "mean-squared-error" ? `1 / ${outputs}` : "½";
    return { parts: f.deltas[last].flatMap((_, j) => [`${j > 0 ? "+ " : ""}${factor} (`, { kind: "a", at: [last, j] }, "−",
        { kind: "target", at: [j] }, ")²"]) };
}

/** @param {number} l @param {number} j @param {Frame} f @param {Setup} s @returns {{parts: (string | Quantity)[], note?: string}} */
function deltaParts(l, j, f, s) {
    const last = s.spec.network.layers.length - 2;
    if (l < last) {
        return { parts: [{ kind: "back", at: [l, j] }, "×", { kind: "slope", at: [l, j] }] };
    }
    if (s.spec.cost === "cross-entropy") {
        return { parts: [{ kind: "a", at: [l, j] }, "−", { kind: "target", at: [j] }],
            note: "with this cost and this activation function the slope cancels" };
    }
    if (s.spec.network.activations[l] === "softmax") {
        return { parts: [{ kind: "error", at: [j] }], note: "with softmax every output depends on every z" };
    }
    return { parts: [{ kind: "error", at: [j] }, "×", { kind: "slope", at: [l, j] }] };
}

/**
 * A gradient of the batch, from the shown example's own.
 *
 * @param {Quantity} own
 * @param {(string | Quantity)[]} factors of the shown example's own
 * @param {Frame} f
 * @param {Setup} s
 * @returns {{parts: (string | Quantity)[], note?: string}}
 */
function overBatch(own, factors, f, s) {
    const count = f.batch?.length ?? 1;
    const penalty = s.spec.regularization ? "and the regularization's share" : undefined;
    if (count === 1) {
        return { parts: factors, note: penalty };
    }
    return { parts: [`${s.spec.batch?.reduce ?? "mean"} of`, own, `and of ${count - 1} more`],
        note: penalty ?? (own.kind === "own" ? "the tug of war shows the pull of each, against its gradient" : undefined) };
}
