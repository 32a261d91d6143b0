import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lengthScale } from "../../../../../web/static/js/widgets/health-row/scale.js";

describe("the scale of gradient lengths", () => {
    const y = lengthScale([1000, 1, 0, null], 23);

    it("gives each power of ten the same height", () => {
        assert.ok(Math.abs(y(1) - y(10) - (y(10) - y(100))) < 1e-12);
        assert.equal(y(1000), 1.5);
    });

    it("has its bottom for 0 and for what is far too short", () => {
        assert.equal(y(0), 21.5);
        assert.equal(y(1e-9), 21.5);
    });

    it("has its top for what is beyond all numbers", () => {
        assert.equal(y(null), 1.5);
        assert.equal(lengthScale([0, null], 23)(0), 21.5);
    });
});
