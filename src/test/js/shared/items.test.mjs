import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { neuronName, same } from "../../../../web/static/js/shared/items.js";
import { addressOf, lookedAt, parameterName, parameterOf, parameters } from "../../../../web/static/js/shared/parameters.js";
import { itemName, reading } from "../../../../web/static/js/shared/reading.js";

const setup = (layers, inputNames = ["x₁", "x₂"], name = "xor") =>
    ({ spec: { data: { name }, network: { layers, activations: layers.slice(1).map(() => "tanh") } }, data: { inputNames } });
const weight = { kind: "weight", at: [1, 0, 2] };
const bias = { kind: "bias", at: [0, 1] };

describe("two items", () => {
    it("are the same part of the network by kind and place", () => {
        assert.ok(same(weight, { kind: "weight", at: [1, 0, 2] }));
        assert.ok(same(null, null));
        assert.ok(!same(weight, null) && !same(null, weight));
        assert.ok(!same(bias, { kind: "neuron", at: [0, 1] }));
        assert.ok(!same({ kind: "weight", at: [1, 0, 2] }, { kind: "weight", at: [10, 2] }));
    });
});

describe("a neuron's name", () => {
    it("is the input's own, once with the word input", () => {
        assert.equal(neuronName(0, 1, setup([2, 3, 1])), "input x₂");
        assert.equal(neuronName(0, 0, setup([1, 1], ["input a"])), "input a");
        assert.equal(neuronName(0, 700, setup([784, 1], [])), "input 701");
    });

    it("numbers hidden neurons, with their layer where there are several", () => {
        assert.equal(neuronName(1, 2, setup([2, 3, 1])), "hidden neuron 3");
        assert.equal(neuronName(2, 0, setup([2, 3, 2, 1])), "neuron 1 of hidden layer 2");
    });

    it("tells outputs apart where there are several", () => {
        assert.equal(neuronName(2, 0, setup([2, 3, 1])), "the output");
        assert.equal(neuronName(2, 1, setup([2, 3, 2])), "output 2");
        assert.equal(neuronName(1, 0, setup([784, 10], [], "digits")), "the output for 0");
    });
});

describe("a weight's or a bias's name", () => {
    it("is short where there is little room", () => {
        assert.equal(parameterName(weight, setup([2, 3, 1])), "h3 → output");
        assert.equal(parameterName(weight, setup([2, 3, 2, 1])), "h1.3 → h2.1");
        assert.equal(parameterName(bias, setup([2, 3, 1])), "bias of h2");
        assert.equal(parameterName({ kind: "neuron", at: [0, 0] }, setup([2, 3, 1])), "input x₁");
    });

    it("is a sentence's beginning where there is room", () => {
        assert.equal(itemName(weight, setup([2, 3, 1])), "Weight from hidden neuron 3 to the output");
        assert.equal(itemName(bias, setup([2, 3, 1])), "Bias of hidden neuron 2");
        assert.equal(itemName({ kind: "neuron", at: [2, 0] }, setup([2, 3, 1])), "The output");
    });

    it("counts from 0 in an address", () => {
        assert.deepEqual(addressOf(weight), { weight: "1.0.2" });
        assert.deepEqual(addressOf(bias), { bias: "0.1" });
    });
});

describe("what is looked at closely", () => {
    it("is what stays selected, if that is a weight or a bias", () => {
        assert.equal(lookedAt(bias, setup([2, 3, 1])), bias);
    });

    it("is else the first weight of the last layer", () => {
        for (const kept of [null, { kind: "neuron", at: [1, 1] }]) {
            assert.deepEqual(lookedAt(kept, setup([2, 3, 1])), { kind: "weight", at: [1, 0, 0] });
        }
        assert.deepEqual(lookedAt(null, setup([2, 1])), { kind: "weight", at: [0, 0, 0] });
    });
});

const frame = {
    example: 2, activations: [[0, 1], [0.5]], preActivations: [[-1e-37]], deltas: [[NaN]],
    weights: [[[1e9, -2]]], biases: [[0]], weightGradients: [[[0.25, 0]]], biasGradients: [[-3]], weightUpdates: [[[-0.25, 0]]], biasUpdates: [[3]],
};

describe("a frame's weights and biases", () => {
    it("are listed layer by layer, the weights first", () => {
        assert.deepEqual(parameters(frame).map(({ item: { kind, at }, gradient, update }) => [kind, String(at), gradient, update]),
            [["weight", "0,0,0", 0.25, -0.25], ["weight", "0,0,1", 0, 0], ["bias", "0,0", -3, 3]]);
    });

    it("are found by their places", () => {
        assert.deepEqual(parameterOf({ kind: "weight", at: [0, 0, 1] }, frame), { value: -2, gradient: 0, update: 0 });
        assert.deepEqual(parameterOf({ kind: "bias", at: [0, 0] }, frame), { value: 0, gradient: -3, update: 3 });
    });
});

describe("a reading", () => {
    const all = () => true;
    const none = () => false;

    it("says only what the words taught so far can name", () => {
        const item = { kind: "weight", at: [0, 0, 0] };
        assert.equal(reading(item, frame, setup([2, 1]), all).plain, "Weight from input x₁ to the output: value 1.00 × 10⁹, gradient 0.250, next change −0.250");
        assert.equal(reading(item, frame, setup([2, 1]), none).plain, "Weight from input x₁ to the output: value 1.00 × 10⁹");
    });

    it("shows a neuron's weighted sum, bias and delta, however odd they are", () => {
        const item = { kind: "neuron", at: [1, 0] };
        assert.equal(reading(item, frame, setup([2, 1]), all).plain,
            "The output: on example 3 tanh(−1.00 × 10⁻³⁷) = 0.500, bias 0, delta not a number");
        assert.equal(reading(item, frame, setup([2, 1]), none).plain, "The output: on example 3 0.500");
    });

    it("shows an input's value alone", () => {
        assert.equal(reading({ kind: "neuron", at: [0, 1] }, frame, setup([2, 1]), all).plain, "Input x₂: on example 3 1.000");
    });
});
