import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activationOf } from "../../../../../web/static/js/shared/plane/activations.js";

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

describe("an activation that the page describes", () => {
    const steps = activationOf({ range: [-1, 1], together: false, curve: [-10000, 5000, 5000, 5000, 4000] });
    const ramp = activationOf({ range: [0, null], together: false, curve: [0, 0, 80000] });

    it("has the values of its samples, and straight lines between them", () => {
        near(steps.of(-8), -1);
        near(steps.of(0), 0);
        near(steps.of(1), 0.125);
    });

    it("goes on in the direction of its end, within its range", () => {
        near(ramp.of(1e6), 1e6);
        near(ramp.of(-1e6), 0);
        near(steps.of(1e6), 1);
        near(steps.of(Infinity), 1);
        near(ramp.of(-Infinity), 0);
    });

    it("is coloured from end to end where it has both ends, and as far as its values go elsewhere", () => {
        assert.deepEqual([steps.middle, steps.reach], [0, 1]);
        assert.deepEqual([ramp.middle, ramp.reach], [0, 0]);
        const { middle, reach } = activationOf({ range: [0, 1], together: true, curve: [0, 10000] });
        assert.deepEqual([middle, reach], [0.5, 0.5]);
    });

    it("is straight where all samples are on one line", () => {
        assert.ok(activationOf({ range: [null, null], together: false, curve: [-80000, 1250, 1250, 1250] }).isStraight);
        assert.ok(!steps.isStraight && !ramp.isStraight);
    });
});
