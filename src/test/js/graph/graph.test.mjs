import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stateAt, stepsOf } from "../../../../web/static/js/graph/passes.js";
import { brief, nameOf, signOf, stepWords, sumWords, valueWords } from "../../../../web/static/js/graph/words.js";

/** L = (w × 3)², at w = 2, as the interface answers it. */
const nodes = [
    { id: 0, name: "w", operation: "variable", operands: [], value: 2, gradient: 36 },
    { id: 1, name: null, operation: "constant", operands: [], value: 3, gradient: 24 },
    { id: 2, name: null, operation: "*", operands: [0, 1], value: 6, gradient: 12 },
    { id: 3, name: null, operation: "constant", operands: [], value: 2, gradient: 0 },
    { id: 4, name: "L", operation: "^", operands: [2, 3], value: 36, gradient: 1 },
];
const contribution = (operand, localDerivative, upstream, sum) => ({ operand, localDerivative, contribution: localDerivative * upstream, sum });
const graph = { nodes, output: 4, backward: [
    { node: 4, gradient: 1, contributions: [contribution(2, 12, 1, 12), contribution(3, 0, 1, 0)] },
    { node: 2, gradient: 12, contributions: [contribution(0, 3, 12, 36), contribution(1, 2, 12, 24)] },
] };

describe("a walk through a graph", () => {
    const steps = stepsOf(graph);

    it("goes forward through every operation, then back from the result", () => {
        assert.deepEqual(steps.map(({ kind, node }) => [kind, node]), [["given", 4], ["forward", 2], ["forward", 4], ["seed", 4], ["backward", 4], ["backward", 2]]);
    });

    it("knows at first what is given, and at its end every gradient", () => {
        assert.deepEqual([...stateAt(graph, steps, 0).values], [0, 1, 3]);
        assert.equal(stateAt(graph, steps, 0).gradients.size, 0);
        const { gradients, next } = stateAt(graph, steps, steps.length - 1);
        assert.deepEqual([gradients.get(0).sum, gradients.get(0).complete, gradients.get(4).sum], [36, true, 1]);
        assert.equal(next, undefined);
    });

    it("says of a gradient to which another path still leads that it is not complete", () => {
        const twice = { ...graph, backward: [graph.backward[0], { ...graph.backward[1], contributions: [contribution(0, 3, 12, 36), contribution(0, 1, 12, 48)] }] };
        const all = stepsOf(twice);
        assert.equal(stateAt(twice, all, all.length - 1).gradients.get(0).terms.length, 2);
        assert.equal(stateAt(twice, all, all.length - 2).gradients.get(0), undefined);
    });
});

describe("a node's words", () => {
    it("write it as one would, with brackets where they are needed", () => {
        assert.equal(nameOf(nodes[2], nodes), "w × 3");
        assert.equal(valueWords(nodes[2], nodes), "w × 3 = 2 × 3 = 6");
        assert.equal(valueWords(nodes[4], nodes), "L = (w × 3)² = 6² = 36");
        assert.equal(signOf(nodes[4], nodes), "( )²");
    });

    it("put a negative number in brackets behind a sign", () => {
        const negative = nodes.map((node) => (node.id === 0 ? { ...node, value: -2 } : node));
        assert.match(valueWords(negative[2], negative), /= \(−2\) × 3 =/);
    });

    it("shorten numbers, but not whole ones", () => {
        assert.deepEqual([0, 1, 120, 0.5, 1.23456, -0.25, 1e9, 1e-37].map(brief), ["0", "1", "120", "0.5", "1.235", "−0.25", "1.00 × 10⁹", "1.00 × 10⁻³⁷"]);
    });

    it("tell a step in a sentence", () => {
        const steps = stepsOf(graph);
        assert.equal(stepWords(graph, steps[1]), "Forward: w × 3 = 2 × 3 = 6.");
        assert.equal(stepWords(graph, steps[5]), "Backward through w × 3, where the derivative with respect to w × 3 = 12. It passes 12 × 3 = 36 to w.");
    });

    it("add up what a node's paths bring", () => {
        const sum = (values, complete) => sumWords({ terms: values.map((value) => ({ from: 0, value })), sum: values.reduce((a, b) => a + b, 0), complete });
        assert.deepEqual(sum([12], true), ["12", ""]);
        assert.deepEqual(sum([12, -2], true), ["12 − 2", "= 10"]);
        assert.deepEqual(sum([12], false), ["12 + …", ""]);
        assert.deepEqual(sum([1, 2, 3, 4], false), ["4 paths", "so far 10"]);
    });
});
