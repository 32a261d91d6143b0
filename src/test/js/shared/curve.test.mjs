import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Curve } from "../../../../web/static/js/shared/curve.js";

const frame = (step, cost, trainCost = null, testCost = null) => ({ step, cost, trainCost, testCost });

describe("a cost curve", () => {
    it("takes a new step at its end, and the newest one again after it was changed", () => {
        const curve = new Curve();
        curve.add(frame(0, 0.5));
        curve.add(frame(1, 0.4));
        curve.add(frame(1, 0.3));
        assert.deepEqual([curve.steps, curve.costs], [[0, 1], [0.5, 0.3]]);
    });

    it("leaves out steps before its newest, and a newest one that is the same", () => {
        const curve = new Curve();
        curve.add(frame(5, 0.5));
        const { version } = curve;
        curve.add(frame(4, 0.1));
        curve.add(frame(5, 0.5));
        assert.deepEqual([curve.steps, curve.costs, curve.version], [[5], [0.5], version]);
    });

    it("is thinned without losing its ends and extremes", () => {
        const curve = new Curve();
        for (let step = 0; step < 20_000; step++) {
            curve.add(frame(step, step === 777 ? 1e9 : step === 778 ? -1 : Math.sin(step), step === 9001 ? 1e-37 : 1, null));
        }
        assert.ok(curve.steps.length <= 1600);
        assert.deepEqual([curve.steps[0], curve.steps.at(-1)], [0, 19_999]);
        assert.equal(curve.costs[curve.steps.indexOf(777)], 1e9);
        assert.equal(curve.costs[curve.steps.indexOf(778)], -1);
        assert.equal(curve.trainCosts[curve.steps.indexOf(9001)], 1e-37);
        assert.deepEqual(curve.steps, curve.steps.toSorted((a, b) => a - b));
        for (const values of [curve.costs, curve.trainCosts, curve.testCosts]) {
            assert.equal(values.length, curve.steps.length);
        }
    });

    it("keeps its beginning when it gets long: each tenfold of the steps has some of its points, and so has each tenth", () => {
        const curve = new Curve();
        for (let step = 0; step < 1_000_000; step += step < 1000 ? 1 : 33) {
            curve.add(frame(step, Math.sin(step), Math.cos(step), null));
        }
        const within = (from, to) => curve.steps.filter((step) => step >= from && step < to).length;
        for (const from of [10, 100, 1000, 10_000, 100_000]) {
            assert.ok(within(from, 10 * from) >= 40, `${within(from, 10 * from)} from ${from}`);
        }
        for (let tenth = 0; tenth < 10; tenth++) {
            assert.ok(within(tenth * 1e5, (tenth + 1) * 1e5) >= 30, `${within(tenth * 1e5, (tenth + 1) * 1e5)} in tenth ${tenth}`);
        }
    });

    it("takes the costs over the whole sets into the part that they are known of", () => {
        const curve = new Curve();
        [0, 1, 2, 3, 4].forEach((step) => curve.add(frame(step, 10 + step)));
        curve.evaluate([[1, 11, 0.1, 0.2], [3, 13, 0.3, null]]);
        assert.deepEqual(curve.steps, [0, 1, 3, 4]);
        assert.deepEqual(curve.trainCosts, [null, 0.1, 0.3, null]);
        assert.deepEqual(curve.testCosts, [null, 0.2, null, null]);
        curve.evaluate([]);
        assert.deepEqual(curve.steps, [0, 1, 3, 4]);
    });

    it("is recalled from a step on; what is known of earlier ones stays", () => {
        const curve = new Curve();
        [0, 1, 2].forEach((step) => curve.add(frame(step, step, step)));
        curve.recall({ points: [[1, 9, null], [5, 8, 0.5]], tweaks: [{ step: 2, optimizer: { learningRate: 3 } }] }, 1);
        assert.deepEqual([curve.steps, curve.costs, curve.trainCosts, curve.testCosts],
            [[0, 1, 5], [0, 9, 8], [0, null, null], [null, null, 0.5]]);
        assert.deepEqual(curve.marks, [{ step: 2, label: "rate 3" }]);
    });

    it("is a branch's beginning up to a step, with the changes before it", () => {
        const curve = new Curve();
        [0, 2, 4].forEach((step) => curve.add(frame(step, step)));
        curve.mark(2, "rate 1");
        curve.mark(3, "rate 2");
        const before = curve.upTo(3);
        assert.deepEqual([before.steps, before.marks], [[0, 2], [{ step: 2, label: "rate 1" }]]);
        assert.deepEqual(curve.upTo(-1).steps, []);
        before.add(frame(3, 1));
        assert.deepEqual(curve.steps, [0, 2, 4]);
    });

    it("marks a change once", () => {
        const curve = new Curve();
        curve.mark(1, "rate 1");
        curve.mark(1, "rate 1");
        curve.mark(1, "momentum 0");
        assert.equal(curve.marks.length, 2);
    });
});
