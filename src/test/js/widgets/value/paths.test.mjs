import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { valueAt } from "../../../../../web/static/js/widgets/value/paths.js";

describe("the number at a path", () => {
    const picture = { step: 3, example: 1, cost: 0.5, trainCost: 0.4, deltas: [[0.1], [0, -0.2]] };
    const setup = { data: { targets: [[0], [1, 7]] }, spec: { optimizer: { learningRate: 0.3 } } };

    it("is the frame's", () => {
        assert.equal(valueAt("step", picture, setup), 3);
        assert.equal(valueAt("deltas.1.1", picture, setup), -0.2);
        assert.equal(valueAt("deltas.1.0", picture, setup), 0);
    });

    it("is the cost over the training set, or the batch's where that is not known", () => {
        assert.equal(valueAt("cost", picture, setup), 0.4);
        assert.equal(valueAt("cost", { ...picture, trainCost: 0 }, setup), 0);
        assert.equal(valueAt("cost", { ...picture, trainCost: null }, setup), 0.5);
    });

    it("is the shown example's target", () => {
        assert.equal(valueAt("target.1", picture, setup), 7);
        assert.equal(valueAt("targets.0", { ...picture, example: 0 }, setup), 0);
    });

    it("is the length of a layer's gradient", () => {
        assert.equal(valueAt("gradientLengths.0", { weightGradients: [[[3, 0], [0, 4]], [[1, 1]]] }, setup), 5);
        assert.equal(valueAt("gradientLengths.1", { layers: [{}, { weightGradients: { norm: 7 } }].map((l) => ({ weightGradients: { norm: 0 }, ...l })) }, setup), 7);
        assert.equal(valueAt("gradientLengths.2", { weightGradients: [[[3, 4]]] }, setup), undefined);
    });

    it("is the optimizer's where the frame has none of that name", () => {
        assert.equal(valueAt("learningRate", picture, setup), 0.3);
    });

    it("is a node's, by its name", () => {
        const graph = { nodes: [{ name: null, value: 9 }, { name: "w", value: 0, gradient: -6 }] };
        assert.equal(valueAt("value.w", { graph }, {}), 0);
        assert.equal(valueAt("gradient.w", { graph }, {}), -6);
        assert.equal(valueAt("value.x", { graph }, {}), undefined);
    });

    it("is missing without an error where the path leads nowhere", () => {
        for (const path of ["deltas.7.0", "deltas.0.0.0.0", "nothing", "nothing.at.all", "target.5", ""]) {
            assert.equal(valueAt(path, picture, setup), undefined, path);
        }
        assert.equal(valueAt("target.0", picture, null), undefined);
    });
});
