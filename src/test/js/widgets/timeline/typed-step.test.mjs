import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStep } from "../../../../../web/static/js/widgets/timeline/typed-step.js";

describe("a step that is typed", () => {
    it("is read with or without a separator between its thousands", () => {
        for (const text of ["48210", " 48,210 ", "48\u202f210", "48 210"]) {
            assert.deepEqual(readStep(text, 50_000), { step: 48_210 });
        }
    });

    it("may be any from the first to the newest", () => {
        assert.deepEqual(readStep("0", 812), { step: 0 });
        assert.deepEqual(readStep("812", 812), { step: 812 });
    });

    it("is refused with those that there are", () => {
        for (const text of ["813", "-1", "abc", "", "1e3"]) {
            assert.deepEqual(readStep(text, 812), { refusal: "The newest step is 812. Type a step from 0 to 812." });
        }
        assert.match(readStep("5", 0).refusal, /Press Play/);
    });
});
