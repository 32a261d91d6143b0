import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logMarks, shareOf, stepAt, stepOf } from "../../../../web/static/js/shared/step-axis.js";

describe("an axis of steps", () => {
    it("has every step at a place of its own, and finds it there again", () => {
        for (const isLog of [false, true]) {
            for (const step of [0, 1, 2, 9, 812, 48_210, 3_000_000]) {
                assert.equal(stepOf(shareOf(step, 3_000_000, isLog), 3_000_000, isLog), step);
            }
        }
    });

    it("begins with step 0 and ends with the farthest one", () => {
        assert.equal(shareOf(0, 500, true), 0);
        assert.equal(shareOf(500, 500, true), 1);
        assert.equal(shareOf(0, 0, true), 0);
        assert.equal(stepAt(-3, true), 0);
    });

    it("gives each tenfold the same length if it is logarithmic", () => {
        const [a, b, c] = [100, 1000, 10_000].map((step) => shareOf(step, 1_000_000, true));
        assert.ok(Math.abs((b - a) - (c - b)) < 1e-4);
    });

    it("has fewer than two of a million steps in a pixel at its beginning, not thousands", () => {
        assert.ok(stepOf(10 / 300, 1_000_000, true) - stepOf(9 / 300, 1_000_000, true) < 2);
        assert.ok(stepOf(10 / 300, 1_000_000, false) - stepOf(9 / 300, 1_000_000, false) > 3000);
    });
});

describe("the marks of a logarithmic axis", () => {
    it("are 0 and powers of ten", () => {
        assert.deepEqual(logMarks(0, 1500, 6), [0, 1, 10, 100, 1000]);
    });

    it("are no more than there is room for, the largest among them", () => {
        assert.deepEqual(logMarks(0, 1_000_000, 4), [1, 100, 10_000, 1_000_000]);
    });

    it("are round steps where the axis is drawn out", () => {
        assert.deepEqual(logMarks(1200, 1900, 5), [1200, 1400, 1600, 1800]);
        assert.deepEqual(logMarks(3, 7, 5), [3, 4, 5, 6, 7]);
    });
});
