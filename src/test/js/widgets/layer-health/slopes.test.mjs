import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shareOfFlat } from "../../../../../web/static/js/widgets/layer-health/slopes.js";

describe("the share of flat units", () => {
    it("counts those that are flat on nine of ten examples", () => {
        const often = Array.from({ length: 10 }, (_, i) => [i === 0 ? 0 : 0.999, i < 2 ? 0 : 0.999]);
        assert.equal(shareOfFlat(often, "tanh"), 0.5);
        assert.equal(shareOfFlat([[0], [0]], "relu"), 1);
    });

    it("is unknown where nothing is flat by nature, and without examples", () => {
        assert.equal(shareOfFlat([[0]], "identity"), null);
        assert.equal(shareOfFlat([[0]], "no such activation"), null);
        assert.equal(shareOfFlat([], "tanh"), null);
    });
});
