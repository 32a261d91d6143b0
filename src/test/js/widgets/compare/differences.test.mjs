import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../../../../../web/static/js/widgets/compare/differences.js";

const SPEC = {
    seed: 1, data: { name: "circle", seed: 1, noise: 0.2, features: ["x", "y"] }, network: { layers: [2, 3, 1], activations: ["tanh", "sigmoid"] },
    cost: "cross-entropy", batch: { size: 0 }, optimizer: { name: "sgd", learningRate: 0.1, weightDecay: 0 }, frozen: [],
};

test("runs with the same settings do not differ", () => {
    assert.deepEqual(differences([SPEC, structuredClone(SPEC)]), []);
});

test("each setting that differs has its value in every run", () => {
    const other = { ...SPEC, network: { layers: [2, 8, 8, 1], activations: ["relu", "relu", "sigmoid"] }, batch: { size: 10 }, optimizer: { name: "adam", learningRate: 0.03, beta1: 0.9 } };
    assert.deepEqual(differences([SPEC, other]), [
        { name: "layers", values: ["2-3-1", "2-8-8-1"] },
        { name: "activations", values: ["tanh, sigmoid", "relu, relu, sigmoid"] },
        { name: "batch", values: ["whole set", "10"] },
        { name: "optimizer", values: ["sgd", "adam"] },
        { name: "learning rate", values: ["0.1", "0.03"] },
        { name: "weight decay", values: ["0", "–"] },
        { name: "beta1", values: ["–", "0.9"] },
    ]);
});

test("given weights and examples are named, not listed", () => {
    const given = { ...SPEC, network: { ...SPEC.network, weights: [[[1, 2]], [[3]]] } };
    assert.deepEqual(differences([SPEC, given]), [{ name: "weights", values: ["–", "its own"] }]);
});
