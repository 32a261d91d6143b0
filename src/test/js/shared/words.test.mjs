import assert from "node:assert/strict";
import { describe, it } from "node:test";

const described = {
    bend: { range: [-1, 1], together: false, curve: [-10000, 5000, 4000] },
    line: { range: [null, null], together: false, curve: [-80000, 1250, 1250] },
};
globalThis.document = { getElementById: () => ({ textContent: JSON.stringify(described) }) };
const { isTaught, knows } = await import("../../../../web/static/js/shared/words.js");

const stage = (words) => ({ config: words === undefined ? {} : { scene: { words: words.split(" ") } } });

describe("a stage's labels", () => {
    it("may use the words that were taught so far", () => {
        assert.ok(knows(stage("input weight"), "weight"));
        assert.ok(!knows(stage("input weight"), "gradient"));
        assert.ok(!knows(stage(""), "weight"));
    });

    it("may use all words where there is no list", () => {
        assert.ok(knows(stage(undefined), "delta"));
        assert.ok(isTaught(stage(undefined), "The delta of the output is δ."));
    });

    it("leave out sentences with words that were not taught, whatever their form", () => {
        const known = stage("input weight output cost");
        assert.ok(isTaught(known, "The cost is 0.5 and the weight is 2."));
        for (const sentence of ["The slope is 2.", "Its biases are 0.", "The next change is −0.1.", "δ = 0", "Backpropagation finds it.", "z is 1"]) {
            assert.ok(!isTaught(known, sentence), sentence);
        }
    });

    it("take an activation with a bend for a curve, by the page's own list of activations", () => {
        const known = stage("input weight");
        assert.ok(!isTaught(known, "Its activation is bend."));
        assert.ok(isTaught(known, "Its activation is line."));
        assert.ok(isTaught(stage("curve"), "Its activation is bend."));
    });

    it("do not take a part of another word for one", () => {
        assert.ok(isTaught(stage("input"), "It is unbiased and downhill; the size is 3."));
    });
});
