import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { untilOf } from "../../../../../web/static/js/widgets/timeline/stops.js";

describe("the stop conditions", () => {
    it("are none where all fields are empty", () => {
        assert.deepEqual(untilOf({ stopCost: " " }), { wrong: "" });
    });

    it("are what the fields say", () => {
        assert.deepEqual(untilOf({ stopCost: "0.05", stopAccuracy: "95", stopStep: "500", stopStill: true }),
            { until: { costBelow: 0.05, accuracyAbove: 0.95, step: 500, still: true }, wrong: "" });
    });

    it("say what is wrong with a field", () => {
        assert.match(untilOf({ stopCost: "little" }).wrong, /from 0/);
        assert.match(untilOf({ stopAccuracy: "120" }).wrong, /0 to 100/);
        assert.match(untilOf({ stopStep: "1.5" }).wrong, /whole number/);
        assert.match(untilOf({ stopStep: "0" }).wrong, /whole number/);
    });
});
