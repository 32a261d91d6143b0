import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { forked, parting, viewed } from "../../../../web/static/js/shared/branches.js";

const rate = (step, learningRate) => ({ step, optimizer: { learningRate } });
const branch = (id, newest, ...tweaks) => ({ id, newest, tweaks, curve: null });

describe("two branches", () => {
    it("part at the first step that was changed differently", () => {
        assert.equal(parting(branch("a", 50, rate(5, 1)), branch("b", 50, rate(5, 1), rate(20, 2))), 20);
        assert.equal(parting(branch("a", 50, rate(30, 1)), branch("b", 50, rate(20, 1))), 20);
        assert.equal(parting(branch("a", 50, rate(5, 1)), branch("b", 50, rate(5, 2))), 5);
    });

    it("part no later than the shorter one ends", () => {
        assert.equal(parting(branch("a", 7), branch("b", 50)), 7);
        assert.equal(parting(branch("a", 0), branch("b", 0)), 0);
    });
});

describe("branches as a tree", () => {
    const all = [branch("a", 100), branch("b", 100, rate(40, 1)), branch("c", 100, rate(40, 1), rate(60, 2)), branch("d", 30, rate(10, 3))];

    it("hang on the earlier branch with which they share the most steps", () => {
        assert.deepEqual(forked(all).map(({ parent, from }) => [parent, from]), [[-1, 0], [0, 40], [1, 60], [0, 10]]);
    });

    it("are named by what was changed where they begin", () => {
        assert.deepEqual(forked(all).map(({ label }) => label), ["first run", "rate 1", "rate 2", "rate 3"]);
        assert.equal(forked([branch("a", 9), branch("b", 9)])[1].label, "unchanged");
    });

    it("keep their names and places when one of them is off the view", () => {
        const { inView, off } = viewed(all, new Set(["b"]));
        assert.deepEqual(inView.map(({ id, place, label }) => [id, place, label]), [["a", 0, "first run"], ["c", 2, "rate 2"], ["d", 3, "rate 3"]]);
        assert.deepEqual(inView.map(({ parent, from }) => [parent, from]), [[-1, 0], [0, 40], [0, 10]]);
        assert.deepEqual(off.map(({ id, place }) => [id, place]), [["b", 1]]);
    });

    it("may be none at all", () => {
        assert.deepEqual(viewed([], new Set()), { inView: [], off: [] });
    });
});
