import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Span, roundUp } from "../../../../../web/static/js/widgets/sensitivity/span.js";

describe("the next round number", () => {
    it("is 1, 1.5, 2, 3, 5 or 7 times a power of ten", () => {
        assert.deepEqual([1, 1.2, 1.6, 2.5, 4, 6, 8, 42, 0.03, 1e9].map(roundUp), [1, 1.5, 2, 3, 5, 7, 10, 50, 0.03, 1e9]);
    });

    it("is the number itself where rounding made it a little more", () => {
        assert.equal(roundUp(0.1 + 0.2), 0.3);
        assert.equal(roundUp(3.0000000001), 3);
    });

    it("works for the smallest and for very small numbers", () => {
        assert.equal(roundUp(1e-37), 1e-37);
        assert.equal(roundUp(Number.MIN_VALUE), Number.MIN_VALUE);
    });
});

describe("a scale around 0", () => {
    it("stays while values come and go, and grows where one would leave it", () => {
        const span = new Span();
        span.hold(0.9);
        span.hold(0.2);
        assert.equal(span.reach, 1);
        span.hold(1.1);
        assert.equal(span.reach, 1.5);
    });

    it("is too wide once all values are four times smaller", () => {
        const span = new Span();
        span.hold(1);
        assert.ok(!span.isFar(0.25));
        assert.ok(span.isFar(0.2));
        span.fit();
        span.hold(0.2);
        assert.equal(span.reach, 0.2);
        assert.ok(!span.isFar(0.2));
    });
});
