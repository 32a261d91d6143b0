import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readingOf } from "../../../../../web/static/js/widgets/cost-chart/reading.js";

describe("the numbers under the pointer", () => {
    it("are the step, its cost, and the batch's and the test cost if they are others", () => {
        assert.equal(readingOf(1368, 0.043, 0.0975, 0.218), "step 1\u202f368\ncost 0.0975\nthis batch 0.0430\ntest cost 0.218");
        assert.equal(readingOf(7, 0.25, 0.25, null), "step 7\ncost 0.250");
        assert.equal(readingOf(7, 0.25, null, null), "step 7\ncost 0.250");
    });
});
