import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endingText, motionOf } from "../../../../web/static/js/shared/motion.js";

describe("a run that stopped by itself", () => {
    it("says where, and for how long nothing changed", () => {
        assert.equal(endingText({ reason: "still", step: 48_210, steps: 5000, change: 1e-7 }),
            "Stopped at step 48\u202f210: the cost has not changed by more than a millionth of its first value in the last 5\u202f000 steps. "
            + "Press Play to go on.");
    });

    it("says what helps if it may not go on", () => {
        assert.match(endingText({ reason: "memory", step: 7 }), /^Stopped at step 7: .*Begin again/);
        assert.match(endingText({ reason: "last-step", step: 900 }), /^Stopped at step 900: .*a branch goes on/);
    });
});

describe("the motion of a run", () => {
    it("is as fast as it goes without a rate, and has no reason to stop unless it is told one", () => {
        assert.deepEqual(motionOf({ state: "running", stepsPerSecond: 0, pace: "even" }),
            { state: "running", rate: Infinity, isEven: true, divergence: null, stopped: null });
        assert.deepEqual(motionOf({ state: "running", stepsPerSecond: 30, pace: "steady" }),
            { state: "running", rate: 30, isEven: false, divergence: null, stopped: null });
        assert.equal(motionOf({ state: "paused" }).isEven, false);
    });
});
