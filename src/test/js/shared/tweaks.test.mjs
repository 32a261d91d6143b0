import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tuned, tweakLabel } from "../../../../web/static/js/shared/tweaks.js";

describe("a tweak's label", () => {
    it("names the one thing that changed", () => {
        assert.equal(tweakLabel({ optimizer: { learningRate: 0.03 } }), "rate 0.03");
        assert.equal(tweakLabel({ optimizer: { momentum: 0 } }), "momentum 0");
        assert.equal(tweakLabel({ batch: { size: 0 } }), "whole set");
        assert.equal(tweakLabel({ batch: { size: 4 } }), "batch 4");
        assert.equal(tweakLabel({ weights: [{ at: [0, 0, 1], value: -0.25 }] }), "weight −0.250");
        assert.equal(tweakLabel({ biases: [{ at: [0, 0], value: 0 }] }), "bias 0");
    });

    it("names a penalty, and its end", () => {
        assert.equal(tweakLabel({ regularization: { name: "l2", rate: 0.01 } }), "L2 0.01");
        assert.equal(tweakLabel({ regularization: { name: "l2", rate: 0 } }), "no penalty");
    });

    it("counts no further than one weight", () => {
        const at = { at: [0, 0, 0], value: 1 };
        assert.equal(tweakLabel({ weights: [at, at] }), "weights set");
        assert.equal(tweakLabel({ weights: [at], biases: [at] }), "weights set");
    });

    it("says that something changed where it has no word for it", () => {
        assert.equal(tweakLabel({}), "changed");
        assert.equal(tweakLabel({ optimizer: { beta1: 0.5 } }), "changed");
        assert.equal(tweakLabel({ frozen: [] }), "changed");
    });
});

describe("a tuned specification", () => {
    const spec = { cost: "mean-squared-error", optimizer: { name: "sgd", learningRate: 0.1, momentum: 0.9 }, batch: { size: 4, reduce: "mean" } };

    it("has the last value of each setting, and keeps the others", () => {
        const changed = tuned(spec, [{ step: 1, optimizer: { learningRate: 1 } }, { step: 2, batch: { size: 0 } }, { step: 3, optimizer: { learningRate: 0.5 } }]);
        assert.deepEqual(changed, { ...spec, optimizer: { name: "sgd", learningRate: 0.5, momentum: 0.9 }, batch: { size: 0, reduce: "mean" } });
    });

    it("has another penalty", () => {
        assert.deepEqual(tuned(spec, [{ step: 1, regularization: { name: "l1", rate: 0.1 } }]).regularization, { name: "l1", rate: 0.1 });
    });

    it("leaves the specification itself as it was", () => {
        tuned(spec, [{ step: 1, optimizer: { momentum: 0 } }]);
        assert.equal(spec.optimizer.momentum, 0.9);
        assert.equal(tuned(spec, []), spec);
    });
});
