import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stopsOf, untilOf, withStops } from "../../../../../web/static/js/widgets/timeline/stops.js";

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

describe("an address", () => {
    const address = new URL("https://learn.example/playground?data=xor&stopStep=30&stopStill=on");

    it("has the stop conditions", () => {
        assert.deepEqual(stopsOf(address), { stopStep: "30", stopStill: true });
        assert.deepEqual(stopsOf(new URL("https://learn.example/playground")), {});
    });

    it("gets others in their place, and keeps the rest", () => {
        assert.equal(withStops(address, { stopCost: " 0.05 ", stopStep: "", stopStill: false }), "https://learn.example/playground?data=xor&stopCost=0.05");
        assert.equal(withStops(address, stopsOf(address)), address.href);
    });
});
