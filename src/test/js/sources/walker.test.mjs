import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Walker } from "../../../../web/static/js/sources/walker.js";

const hill = { start: [2], learningRate: 0.1 };
const place = (x, slope = [2 * x]) => ({ number: 0, position: [x], height: x * x, slope, velocity: [0], step: [0] });

describe("a walker", () => {
    it("has the hill's start and rate unless the scene says others", () => {
        const walker = new Walker({}, 1, hill);
        assert.deepEqual([walker.name, walker.start, walker.optimizer.learningRate, walker.byHand], ["Walker 2", [2], 0.1, false]);
    });

    it("waits at the end of its path, and is lost there only if its numbers ended", () => {
        const walker = new Walker({}, 0, hill);
        walker.trail = [place(2), place(1)];
        assert.deepEqual([walker.at(9).place.position, walker.at(9).lost], [[1], false]);
        walker.complete = false;
        assert.ok(walker.at(2).lost && !walker.at(1).lost);
    });

    it("forgets the rest of its path when it steps from an earlier place", () => {
        const walker = new Walker({ by: "hand" }, 0, hill);
        walker.trail = [place(2), place(1), place(0)];
        walker.step(0, [-0.5], place(1.5));
        assert.deepEqual(walker.trail.map(({ position: [x] }) => x), [2, 1.5]);
        assert.deepEqual([walker.trail[1].number, walker.trail[1].velocity], [1, [-0.5]]);
    });

    it("stands on level ground where rounding left almost no slope", () => {
        const walker = new Walker({ by: "hand" }, 0, hill);
        walker.trail = [place(2)];
        walker.step(0, [-2], place(0, [1e-17]));
        assert.deepEqual(walker.trail[1].slope, [0]);
    });
});
