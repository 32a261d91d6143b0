import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linesOf, placesOf } from "../../../../../web/static/js/widgets/family-trees/tree.js";

const FAMILY = {
    name: "small",
    rows: [[0, 1, 2, 3], [4, 5]],
    couples: [[1, 0], [2, 3]],
    siblings: [{ parents: [0, 1], children: [4, 5] }],
    figure: [0, 1, 2, 3, 4, 5],
};

describe("a family tree", () => {
    it("spreads a large generation over its width and keeps a small one in the middle", () => {
        const places = placesOf(FAMILY.rows);
        assert.deepEqual([0, 1, 2, 3].map((person) => places.get(person)?.x), [0.125, 0.375, 0.625, 0.875]);
        assert.ok(Math.abs((places.get(4)?.x ?? 0) - (0.5 - 1 / 12)) < 1e-12);
        assert.equal(places.get(5)?.row, 1);
    });

    it("joins each couple, and hangs the children from the middle of their parents", () => {
        const lines = linesOf(FAMILY);
        assert.equal(lines.match(/M/g)?.length, 2 + 1 + 2);
        assert.ok(lines.startsWith("M37.5 10H12.5M62.5 10H87.5M25 10V46.5"));
        assert.ok(lines.includes("M25 46.5H58.3"));
    });
});
