import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moved, scaled, spanOf } from "../../../../../web/static/js/widgets/cost-chart/span.js";

describe("the part of the steps that a chart shows", () => {
    it("lies between two steps, whichever comes first", () => {
        assert.deepEqual(spanOf(90, 20), [20, 90]);
        assert.deepEqual(spanOf(-5, 20), [0, 20]);
    });

    it("has four steps at least", () => {
        assert.equal(spanOf(20, 22), null);
        assert.deepEqual(scaled([10, 16], 0.5, 13, 100, false), [10, 16]);
    });

    it("is halved around the shown step", () => {
        assert.deepEqual(scaled(null, 0.5, 500, 1000, false), [250, 750]);
        assert.deepEqual(scaled(null, 0.5, 1000, 1000, false), [500, 1000]);
    });

    it("is all of them again when it is doubled as often", () => {
        assert.equal(scaled([250, 750], 2, 500, 1000, false), null);
    });

    it("is halved on the logarithmic axis, not in steps", () => {
        const [low, high] = scaled(null, 0.5, 0, 1_000_000, true);
        assert.equal(low, 0);
        assert.ok(high > 500 && high < 1500, `${high}`);
    });

    it("moves along as far as there are steps", () => {
        assert.deepEqual(moved([100, 200], 0.5, 1000, false), [150, 250]);
        assert.deepEqual(moved([100, 200], -2, 1000, false), [0, 100]);
        assert.deepEqual(moved([850, 950], 5, 1000, false), [900, 1000]);
        assert.equal(moved(null, 0.5, 1000, false), null);
    });
});
