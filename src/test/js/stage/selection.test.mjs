import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Selection } from "../../../../web/static/js/stage/selection.js";

const weight = { kind: "weight", at: [0, 1, 0] };
const bias = { kind: "bias", at: [0, 1] };

function watched() {
    const causes = [];
    return { causes, selection: new Selection((cause) => causes.push(cause)) };
}

describe("a selection", () => {
    it("shows what is pointed at before what is held", () => {
        const { selection } = watched();
        selection.select(bias, "hold");
        selection.select(weight, "point");
        assert.deepEqual(selection.shown, { item: weight, held: false, kept: bias });
        selection.select(null, "point");
        assert.deepEqual(selection.shown, { item: bias, held: true, kept: bias });
    });

    it("lets go what is held again, and holds another instead", () => {
        const { selection } = watched();
        selection.select(weight, "toggle");
        selection.select(bias, "toggle");
        assert.equal(selection.held, bias);
        selection.select({ ...bias }, "toggle");
        assert.equal(selection.held, null);
    });

    it("says nothing while one points at the same part", () => {
        const { causes, selection } = watched();
        selection.select(null, "point");
        selection.select(weight, "point");
        selection.select({ ...weight }, "point");
        assert.deepEqual(causes, ["select"]);
    });

    it("tells of a substep and of a value that is tried", () => {
        const { causes, selection } = watched();
        const trial = { item: weight, value: 0, cost: 1 };
        selection.substep = { part: "cost" };
        selection.trial = trial;
        selection.trial = trial;
        selection.trial = null;
        assert.deepEqual(causes, ["substep", "select", "select"]);
        assert.deepEqual(selection.substep, { part: "cost" });
    });
});
