import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { partsOf } from "../../../../web/static/js/sources/costs.js";

describe("the parts of a past whose costs are computed again", () => {
    it("are one if it is short", () => {
        assert.deepEqual(partsOf(0, 4000, 800), [{ from: 0, to: 4000, points: 800 }]);
    });

    it("follow each other without a gap, from the newest to the first step", () => {
        const parts = partsOf(7, 1_000_000, 800);
        assert.equal(parts[0].to, 1_000_000);
        assert.equal(parts.at(-1).from, 7);
        parts.slice(1).forEach((part, i) => assert.equal(part.to, parts[i].from));
    });

    it("have points at the beginning too, where a logarithmic axis is long", () => {
        const first = partsOf(0, 1_000_000, 800).at(-1);
        assert.ok(first.to <= 4000 && first.points >= 200, JSON.stringify(first));
    });
});
