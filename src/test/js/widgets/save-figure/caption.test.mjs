import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf, fileName } from "../../../../../web/static/js/widgets/save-figure/caption.js";

const FIGURE = { name: "Cost chart", line: "The cost over the steps." };
const RUN = {
    spec: { seed: 3, data: { name: "exclusive-or-cloud" }, network: { layers: [2, 4, 1], activations: ["tanh", "tanh", "sigmoid"] },
        cost: "half-squared-error", batch: { size: 10 }, optimizer: { name: "adam", learningRate: 0.03 } },
    data: { inputs: [[0, 0], [1, 1]], testInputs: [[1, 0]] },
};
const FRAME = { step: 120, cost: 0.01234, testCost: 0.5, accuracy: 1, testAccuracy: 0.625 };

test("a caption says what is shown of which run, with its numbers", () => {
    assert.deepEqual(captionOf(FIGURE, RUN, FRAME), { title: "Cost chart", sentences: [
        "The cost over the steps.",
        "Step 120, cost 0.0123, test cost 0.500, 100% of the training examples right, 62.5% of the test examples right.",
        "Data: exclusive or cloud, 2 training examples and 1 for the test, batches of 10.",
        "Network: 2-4-1, tanh and sigmoid. Cost: half squared error. Learning rate 0.03 (adam), seed 3.",
    ] });
});

test("a number that the frame does not have is not in the caption", () => {
    const { sentences } = captionOf(FIGURE, RUN, { step: 0, cost: 1, testCost: null, accuracy: null, testAccuracy: null });
    assert.equal(sentences[1], "Step 0, cost 1.000.");
});

test("a hill's caption names each walker's place and learning rate", () => {
    const { sentences } = captionOf(FIGURE, { hill: { name: "bowl", title: "Bowl", formula: "x^2 + y^2" } },
        { step: 4, walkers: [{ name: "First", rate: 0.1, momentum: 0.8, place: { position: [1, -2], height: 5 } }] });
    assert.deepEqual(sentences.slice(1), ["Hill: Bowl, x^2 + y^2. Step 4.", "First: at 1.000, −2.000, height 5.000, learning rate 0.1, momentum 0.8."]);
});

test("a formula and a perceptron have captions too", () => {
    assert.deepEqual(captionOf(FIGURE, { graph: { typed: "L = w*x" } }, {}).sentences.slice(1), ["Formula: L = w*x."]);
    assert.equal(captionOf(FIGURE, { perceptron: {} }, { step: 2, right: 3, mistakes: 2, w1: 0, w2: 1, bias: -1 }).sentences[1],
        "Visit 2: 3 of 4 examples right, 2 mistakes so far.");
});

test("the file's name says what is in it", () => {
    assert.equal(fileName(FIGURE, RUN, FRAME), "downhill-cost-chart-exclusive-or-cloud-step-120");
    assert.equal(fileName({ name: "Computation graph", line: "" }, { graph: { typed: "w" } }, {}), "downhill-computation-graph");
});
