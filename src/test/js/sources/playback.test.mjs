import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextPicture } from "../../../../web/static/js/sources/playback.js";

function pictures(from, to) {
    const steps = [];
    for (let step = from; step < to; steps.push(step)) {
        step = nextPicture(step, from, to);
    }
    return steps;
}

describe("a playback at unlimited speed", () => {
    it("shows every step if it is short", () => {
        assert.deepEqual(pictures(3, 8), [4, 5, 6, 7, 8]);
    });

    it("begins with single steps and ends with the last one, in ninety pictures at most", () => {
        const steps = pictures(0, 1_000_000);
        assert.deepEqual(steps.slice(0, 5), [1, 2, 3, 4, 5]);
        assert.equal(steps.at(-1), 1_000_000);
        assert.ok(steps.length <= 90, `${steps.length}`);
    });

    it("goes a fifth of the steps further at most with each picture", () => {
        const steps = pictures(0, 1_000_000);
        steps.slice(10).forEach((step, i) => assert.ok(step <= 1.2 * (1 + steps[i + 9]), `${step}`));
    });
});
