/**
 * The steps of a computation graph's passes: first the given values, then every operation's value, then L's own derivative, then back, each node
 * passing on its gradient to its operands.
 *
 * @typedef {{kind: "given" | "forward" | "seed" | "backward", node: number, contributions?: Contribution[]}} Step
 * @typedef {import("../shared/types.js").Schemas["ComputationGraph"]} Graph
 * @typedef {import("../shared/types.js").Schemas["Contribution"]} Contribution
 * @typedef {{from: number, value: number}} Term what one path brings
 * @typedef {{terms: Term[], sum: number, complete: boolean}} Gradient
 * @typedef {object} State what is known at a step
 * @property {Set<number>} values the nodes whose value is known
 * @property {Map<number, Gradient>} gradients
 * @property {Map<string, {upstream: number, local: number, contribution: number}>} edges by `node:operand`, those that were passed
 * @property {Step} now
 * @property {Step | undefined} next
 */

/** @returns {Step[]} */
export function stepsOf(/** @type {Graph} */ { nodes, backward, output }) {
    const moves = (/** @type {Contribution} */ c) => nodes[c.operand].operation !== "constant";
    return [
        { kind: "given", node: output },
        ...nodes.filter((n) => n.operands.length > 0).map((n) => /** @type {Step} */ ({ kind: "forward", node: n.id })),
        { kind: "seed", node: output },
        ...backward.filter((b) => b.contributions.some(moves))
            .map((b) => /** @type {Step} */ ({ kind: "backward", node: b.node, contributions: b.contributions })),
    ];
}

/**
 * @param {Graph} graph
 * @param {Step[]} steps
 * @param {number} at
 * @returns {State}
 */
export function stateAt(graph, steps, at) {
    const { nodes } = graph;
    const passed = steps.slice(0, at + 1);
    const values = new Set(nodes.filter((n) => n.operands.length === 0).map((n) => n.id));
    /** @type {State["edges"]} */
    const edges = new Map();
    /** @type {Map<number, Gradient>} */
    const gradients = new Map();
    for (const step of passed) {
        if (step.kind === "forward") {
            values.add(step.node);
        } else if (step.kind === "seed") {
            gradients.set(step.node, { terms: [], sum: 1, complete: true });
        } else if (step.kind === "backward") {
            passOn(graph, step, edges, gradients);
        }
    }
    const awaited = awaitedOf(steps);
    for (const [node, gradient] of gradients) {
        gradient.complete = gradient.terms.length === (awaited.get(node) ?? 0);
    }
    if (passed.some(({ kind }) => kind === "seed")) {
        nodes.filter((n) => !awaited.has(n.id) && n.id !== graph.output && n.operation !== "constant")
            .forEach((n) => gradients.set(n.id, { terms: [], sum: 0, complete: true }));
    }
    return { values, gradients, edges, now: steps[at], next: steps[at + 1] };
}

/** The number of paths that bring a gradient to each node, over the whole sweep. */
function awaitedOf(/** @type {Step[]} */ steps) {
    /** @type {Map<number, number>} */
    const awaited = new Map();
    for (const { operand } of steps.flatMap((step) => step.contributions ?? [])) {
        awaited.set(operand, (awaited.get(operand) ?? 0) + 1);
    }
    return awaited;
}

function passOn(/** @type {Graph} */ { nodes }, /** @type {Step} */ step, /** @type {State["edges"]} */ edges,
    /** @type {Map<number, Gradient>} */ gradients) {
    const upstream = nodes[step.node].gradient;
    (step.contributions ?? []).forEach(({ operand, localDerivative, contribution, sum }, i) => {
        edges.set(`${step.node}:${i}`, { upstream, local: localDerivative, contribution });
        const before = gradients.get(operand) ?? { terms: [], sum: 0, complete: false };
        gradients.set(operand, { terms: [...before.terms, { from: step.node, value: contribution }], sum, complete: false });
    });
}
