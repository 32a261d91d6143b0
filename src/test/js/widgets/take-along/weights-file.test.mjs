import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf, weightsIn } from "../../../../../web/static/js/widgets/take-along/weights-file.js";

const NUMPY = `"""The weights and biases of the network at step 0.

W[l][j, k] is the weight from neuron k of layer l to neuron j of layer l + 1; layer 0 is the input.
"""
import numpy as np

W = [
    np.array([
        [0.11965609218720163, -8.6e-05],
        [0.5, 1.0],
    ]),
    np.array([
        [-0.25, 3.0],
    ]),
]
b = [
    np.array([0.0, 0.0]),
    np.array([1e-7]),
]
`;
const KNOWN = { weights: [[[0.11965609218720163, -8.6e-05], [0.5, 1]], [[-0.25, 3]]], biases: [[0, 0], [1e-7]] };

function refusal(/** @type {string} */ text) {
    try {
        weightsIn(text);
    } catch (error) {
        return /** @type {Error} */ (error).message;
    }
    return "";
}

test("the NumPy text and the JSON of the same weights are read alike, to the last digit", () => {
    assert.deepEqual(weightsIn(NUMPY), KNOWN);
    assert.deepEqual(weightsIn(JSON.stringify({ step: 3, ...KNOWN })), KNOWN);
});

test("numbers as NumPy prints them are read too", () => {
    assert.deepEqual(weightsIn("W = [numpy.array([[0., -1.5, .25]], dtype=np.float64)]\nb = [np.array([2.])]  # one neuron"),
        { weights: [[[0, -1.5, 0.25]]], biases: [[2]] });
});

test("an error names the field", () => {
    assert.match(refusal("hello"), /holds no weights/);
    assert.match(refusal("{"), /not JSON/);
    assert.equal(refusal(JSON.stringify({ weights: KNOWN.weights })), "This file has no “biases”.");
    assert.equal(refusal(JSON.stringify({ weights: [[[1, "a"]]], biases: [[1]] })), "weights[0][0][1] in this file must be a number.");
    assert.equal(refusal(NUMPY.replace("b = [", "c = [")), "This file has no “b”.");
    assert.equal(refusal(NUMPY.replace("[-0.25, 3.0]", "[-0.25, x]")), "“W” in this file must be a list of np.array([…]) with numbers only.");
    assert.equal(refusal(NUMPY.replace("np.array([1e-7])", "1")), "b[1] in this file must be a list of numbers.");
    assert.match(refusal("W = [np.array([[1]])\nb = [1"), /“W” in this file does not end/);
});

test("a fault that the server finds is named as the file names it", () => {
    assert.equal(placeOf("/network/weights/1/0"), "weights[1][0]");
    assert.equal(placeOf("/network/biases"), "biases");
    assert.equal(placeOf(""), "");
});
