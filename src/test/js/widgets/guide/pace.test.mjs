import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EVERY_MS, REST_MS, wait } from "../../../../../web/static/js/widgets/guide/pace.js";

describe("the pace of diagnoses", () => {
    it("asks once about a step at rest", () => {
        assert.equal(wait(7, false, null, 0), REST_MS);
        assert.equal(wait(7, false, { step: 7, time: 0 }, 5000), null);
        assert.equal(wait(6, false, { step: 7, time: 0 }, 5000), REST_MS);
    });

    it("asks at most once a second while the run plays", () => {
        assert.equal(wait(500, true, { step: 100, time: 4000 }, 4200), EVERY_MS - 200);
        assert.equal(wait(500, true, { step: 100, time: 4000 }, 9000), 0);
    });

    it("waits for steps enough to change the answer", () => {
        assert.equal(wait(9, true, null, 0), null);
        assert.equal(wait(10, true, null, 0), 0);
        assert.equal(wait(1040, true, { step: 1000, time: 0 }, 9000), null);
        assert.equal(wait(1050, true, { step: 1000, time: 0 }, 9000), 0);
    });

    it("asks again when the run begins again", () => {
        assert.equal(wait(3, true, { step: 1000, time: 0 }, 9000), 0);
    });
});
