import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lieOf, nearest } from "../../../../web/static/js/hills/level.js";
import { reach } from "../../../../web/static/js/hills/reach.js";
import { linear, tickText, ticks } from "../../../../web/static/js/hills/scale.js";
import { bandOf, cell, heightAt, lines, steepest, terrain } from "../../../../web/static/js/hills/terrain.js";

const axis = (low, high, count) => Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
const plane = (of, xs = axis(-1, 1, 5), ys = axis(0, 2, 5)) => terrain({ axes: [xs, ys], heights: ys.map((y) => xs.map((x) => of(x, y))) });

describe("a terrain", () => {
    it("is as high between the places of its grid as a straight interpolation says, and beyond its edge", () => {
        const tilted = plane((x, y) => 3 * x - y);
        for (const [x, y] of [[0, 1], [-0.3, 0.1], [1, 2], [0.99, 1.99], [1.5, 3]]) {
            assert.ok(Math.abs(heightAt(tilted, x, y) - (3 * x - y)) < 1e-12);
        }
    });

    it("puts its highest place where there is no height", () => {
        const holed = plane((x, y) => (x === 0 && y === 1 ? null : x));
        assert.deepEqual([holed.low, holed.high], [-1, 1]);
        assert.equal(heightAt(holed, 0, 1), 1);
    });

    it("has bands between its lines, from the lowest to the highest", () => {
        const tilted = plane((x) => x);
        assert.equal(bandOf(tilted, -1), 0);
        assert.equal(bandOf(tilted, 1), 19);
        assert.equal(bandOf(tilted, 1e9), 19);
        assert.equal(bandOf(tilted, -0.9), 1);
    });

    it("has its lines in its own coordinates", () => {
        const tilted = plane((x) => x);
        lines(tilted).forEach((pieces, i) => pieces.forEach(([x1, , x2]) => {
            assert.ok(Math.abs(x1 - tilted.levels[i]) < 1e-12 && Math.abs(x2 - tilted.levels[i]) < 1e-12);
        }));
    });

    it("has no lines where it is flat", () => {
        assert.ok(lines(plane(() => 0.5)).every((pieces) => pieces.length === 0));
    });

    it("is as steep as its steepest cell", () => {
        assert.ok(Math.abs(steepest(plane((x, y) => 3 * x + 4 * y)) - 5) < 1e-9);
        assert.equal(steepest(plane(() => 1)), 0);
    });

    it("counts a coordinate's last cell to its end", () => {
        assert.deepEqual(cell([0, 1, 2], 2), [1, 1]);
        assert.deepEqual(cell([0, 1, 2], -1), [0, -1]);
    });
});

describe("the ground", () => {
    const line = (of) => ({ axes: [axis(-2, 2, 201)], heights: [axis(-2, 2, 201).map(of)] });

    it("is a floor where it is level and bends up, a ridge where it bends down", () => {
        assert.equal(lieOf(0, 0, line((x) => x * x)), "floor");
        assert.equal(lieOf(0, 0, line((x) => -x * x)), "ridge");
    });

    it("is a slope where it falls, and level where it does not bend", () => {
        assert.equal(lieOf(1, 2, line((x) => x * x)), "slope");
        assert.equal(lieOf(0, 0, line(() => 3)), "level");
        assert.equal(lieOf(0, 0.001, line((x) => x ** 3)), "level");
    });

    it("is the lowest of a plane only near a minimum", () => {
        const bowl = terrain({ axes: [axis(-1, 1, 3), axis(-1, 1, 3)], heights: [[1, 1, 1], [1, 0, 1], [1, 1, 1]] }, { minima: [{ position: [0, 0], height: 0 }] });
        assert.ok(nearest([0.01, 0.01], bowl));
        assert.ok(!nearest([0.1, 0], bowl));
    });
});

describe("a straight scale", () => {
    it("goes there and back, also upside down", () => {
        const scale = linear(-2, 2, 100, 0);
        assert.equal(scale.of(-2), 100);
        assert.equal(scale.of(0), 50);
        assert.equal(scale.back(scale.of(1.25)), 1.25);
        assert.ok(scale.holds(2) && !scale.holds(2.01) && !scale.holds(NaN));
    });

    it("has about as many ticks as were wished, at round numbers", () => {
        assert.deepEqual(ticks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
        assert.deepEqual(ticks(-3, 3, 3), [-2, 0, 2]);
        assert.deepEqual(ticks(0.1, 0.35, 5), [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
        assert.deepEqual(ticks(-1e9, 1e9, 2), [-1e9, 0, 1e9]);
        assert.deepEqual(ticks(0, 3e-7, 3), [0, 1e-7, 2e-7, 3e-7]);
    });

    it("writes ticks with a true minus sign and large ones as powers of ten", () => {
        assert.deepEqual([-0.5, 0, 1e9].map(tickText), ["−0.5", "0", "1.00 × 10⁹"]);
    });
});

describe("a scale of heights", () => {
    const walker = (...heights) => ({ trail: heights.map((height) => ({ height })) });

    it("has room above the highest start, and reaches down to 0", () => {
        assert.deepEqual(reach([walker(4, 2), walker(1)]), [0, 5]);
        assert.deepEqual(reach([walker(1, -1)]), [-1, 1.5]);
    });

    it("grows fourfold for who climbs, up to a limit", () => {
        assert.deepEqual(reach([walker(4, 6)]), [0, 20]);
        assert.deepEqual(reach([walker(4, 1e300)]), [0, 5 * 4 ** 8]);
    });

    it("has some room where all is 0", () => {
        const [low, high] = reach([walker(0)]);
        assert.ok(low === 0 && high > 0);
    });
});
