import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isActive, isFound, substepNamed, substepsOf, neuronSubsteps, partsOfStep, rank } from "../../../../web/static/js/shared/substeps.js";
import { found } from "../../../../web/static/js/shared/substep-words.js";

describe("the substeps of a step", () => {
    it("go forward, back, update and forward again", () => {
        assert.deepEqual(substepsOf(2).map(({ part, layer }) => (layer === undefined ? part : `${part} ${layer}`)), [
            "z 0", "a 0", "z 1", "a 1", "cost", "delta 1", "gradient 1", "delta 0", "gradient 0", "mean", "update 0", "update 1", "again 0", "again 1", "new cost",
        ]);
    });

    it("take the neurons of each layer one after the other", () => {
        const substeps = neuronSubsteps([2, 3, 1]);
        assert.deepEqual(substeps.slice(0, 4).map(({ part, layer, neuron }) => [part, layer, neuron]), [["z", 0, 0], ["z", 0, 1], ["z", 0, 2], ["a", 0, 0]]);
        assert.equal(substeps.length, 3 + 6 * (3 + 1));
    });

    it("have names in lessons, which count from 1", () => {
        assert.deepEqual(substepNamed("delta 2", 2), { part: "delta", layer: 1 });
        assert.deepEqual(substepNamed("z 1 3", 2), { part: "z", layer: 0, neuron: 2 });
        assert.deepEqual(substepNamed("new cost", 2), { part: "new cost" });
        for (const none of [undefined, "", "delta 3", "delta 0", "nothing", "z x"]) {
            assert.equal(substepNamed(none, 2), null, none);
        }
    });

    it("find what comes before them, and a layer's neurons up to their own", () => {
        const substep = { part: "delta", layer: 0, neuron: 1 };
        assert.ok(isFound(substep, 2, "cost"));
        assert.ok(isFound(substep, 2, "delta", 0, 0) && isFound(substep, 2, "delta", 0, 1));
        assert.ok(!isFound(substep, 2, "delta", 0, 2) && !isFound(substep, 2, "gradient", 0, 0));
        assert.ok(isFound({ part: "delta", layer: 0 }, 2, "delta", 0, 2));
    });

    it("are about their own neuron, or about all of a layer", () => {
        assert.ok(isActive({ part: "z", layer: 1 }, "z", 1, 7));
        assert.ok(!isActive({ part: "z", layer: 1, neuron: 2 }, "z", 1, 1));
    });

    it("fit five parts for who has not met deltas", () => {
        assert.deepEqual(partsOfStep(3).map((substep) => rank(substep, 3)).every((at, i, all) => i === 0 || at > all[i - 1]), true);
    });
});

describe("the numbers found at a substep", () => {
    const frame = { biases: [[0, 0], [0]], weights: [[[0, 0], [0, 0]], [[0, 0]]] };

    it("has the names of its quantities", () => {
        assert.deepEqual(found({ part: "z", layer: 0 }, frame), ["z.0.0", "z.0.1"]);
        assert.deepEqual(found({ part: "delta", layer: 0, neuron: 1 }, frame), ["delta.0.1"]);
        assert.deepEqual(found({ part: "gradient", layer: 1 }, frame), ["own.1.0.0", "own.1.0.1", "own.1.0"]);
        assert.deepEqual(found({ part: "mean" }, frame),
            ["gradient.0.0.0", "gradient.0.0.1", "gradient.0.1.0", "gradient.0.1.1", "gradient.1.0.0", "gradient.1.0.1"]);
        assert.deepEqual(found({ part: "cost" }, frame), ["cost"]);
        assert.deepEqual(found({ part: "new cost" }, frame), []);
        assert.deepEqual(found({ part: "z", layer: 9 }, frame), []);
    });
});
