import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { counted, frameWith, isFound } from "../../../../../web/static/js/widgets/gallery/found.js";

describe("the index of widgets", () => {
    it("finds a card that has every word", () => {
        assert.equal(isFound("tug of war see how each example pulls", "Example war"), true);
        assert.equal(isFound("tug of war see how each example pulls", "example hill"), false);
        assert.equal(isFound("tug of war", "  "), true);
    });

    it("counts in a sentence", () => {
        assert.equal(counted(38, 38), "38 figures");
        assert.equal(counted(2, 38), "2 of 38 figures");
        assert.equal(counted(1, 38), "1 figure");
    });

    it("writes only chosen settings into a frame's address", () => {
        const frame = "<iframe src=\"http://x/widgets/graph?embed=1\" title=\"Graph\"></iframe>";
        assert.equal(frameWith(frame, [["data", ""], ["step", " "]]), frame);
        assert.equal(
            frameWith(frame, [["data", "circle"], ["hidden", ""], ["expression", "a = \"x\" & y"]]),
            "<iframe src=\"http://x/widgets/graph?embed=1&amp;data=circle&amp;expression=a+%3D+%22x%22+%26+y\" title=\"Graph\"></iframe>",
        );
    });
});
