import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contour } from "../../../../../web/static/js/shared/plane/contour.js";

const grid = (size, of) => Float64Array.from({ length: size * size }, (_, i) => of(i % size, Math.floor(i / size)));

describe("a line of equal height", () => {
    it("crosses each cell of a ramp once, at the level", () => {
        assert.deepEqual(contour(grid(3, (x) => x), 3, 0.25), [[0.25, 0, 0.25, 1], [0.25, 1, 0.25, 2]]);
    });

    it("is closed around a peak", () => {
        const segments = contour(grid(9, (x, y) => -Math.hypot(x - 4, y - 4)), 9, -2.5);
        const ends = new Map();
        for (const [a, b, c, d] of segments) {
            for (const end of [`${a.toFixed(9)} ${b.toFixed(9)}`, `${c.toFixed(9)} ${d.toFixed(9)}`]) {
                ends.set(end, (ends.get(end) ?? 0) + 1);
            }
        }
        assert.ok(segments.length >= 8);
        assert.ok([...ends.values()].every((count) => count === 2));
    });

    it("lies where the values say, to the last digit of a straight interpolation", () => {
        for (const [x1, y1, x2, y2] of contour(grid(12, (x, y) => 3 * x - 2 * y), 12, 4.5)) {
            assert.ok(Math.abs(3 * x1 - 2 * y1 - 4.5) < 1e-12 && Math.abs(3 * x2 - 2 * y2 - 4.5) < 1e-12);
        }
    });

    it("is cut in two where two opposite corners of a cell are high", () => {
        assert.equal(contour(Float64Array.of(1, -1, -1, 1), 2, 0).length, 2);
    });

    it("is empty where all is flat, above or below", () => {
        assert.deepEqual(contour(grid(4, () => 0), 4, 0), []);
        assert.deepEqual(contour(grid(4, () => 1e9), 4, 0), []);
        assert.deepEqual(contour(grid(4, () => NaN), 4, 0), []);
    });
});
