import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ShownStep } from "../../../../web/static/js/sources/shown-step.js";

/** A stage and a view that only note their calls. */
function figure() {
    const stage = { picture: null, run: {}, curve: { add() {} }, progress: { state: "paused", rate: 0, shown: 0, newest: 0 }, causes: [],
        setProgress(change) { this.progress = { ...this.progress, ...change }; },
        show(frame, cause) { this.picture = frame; this.causes.push(cause); },
        dispatchEvent() {} };
    const view = { kept: [], keep(frame) { this.kept.push(frame.step); }, at: async (step) => ({ step, example: 7 }), exact: async (frame) => ({ ...frame, cost: 1 }),
        change() {}, open() {} };
    const shown = new ShownStep(stage, view);
    return { stage, view, shown };
}

describe("the shown step", () => {
    it("is the newest as long as nobody looks at another", async () => {
        const { stage, shown } = figure();
        shown.arrive({ step: 0 });
        shown.arrive({ step: 1 });
        assert.equal(stage.progress.shown, 1);
        await shown.seek(0);
        shown.arrive({ step: 2 });
        assert.deepEqual([stage.progress.shown, stage.progress.newest], [0, 2]);
    });

    it("goes with the newest again once it was sought", async () => {
        const { stage, shown } = figure();
        shown.arrive({ step: 5 });
        await shown.seek(-3);
        assert.equal(stage.progress.shown, 0);
        await shown.seek(1e9);
        shown.arrive({ step: 6 });
        assert.deepEqual([stage.progress.shown, stage.causes], [6, ["frame", "seek", "seek", "frame"]]);
    });

    it("has every digit once it is looked at closely, and is asked for once", async () => {
        const { stage, shown } = figure();
        shown.arrive({ step: 5 });
        await shown.sharpen();
        assert.deepEqual(stage.picture, { step: 5, cost: 1, exact: true });
        await shown.sharpen();
        assert.equal(stage.causes.length, 2);
        shown.arrive({ step: 6 });
        assert.equal(stage.progress.shown, 6);
    });

    it("is not put back by an exact one that comes too late", async () => {
        const { stage, shown } = figure();
        shown.arrive({ step: 5 });
        const late = shown.sharpen();
        shown.arrive({ step: 6 });
        await late;
        assert.equal(stage.picture.step, 6);
    });

    it("shows another example at the same step", async () => {
        const { stage, shown } = figure();
        shown.arrive({ step: 5, example: 0 });
        await shown.look(7);
        assert.deepEqual(stage.picture, { step: 5, example: 7 });
        shown.arrive({ step: 6, example: 7 });
        assert.equal(stage.progress.shown, 6);
    });

    it("shows nothing of a run that has no frame yet", async () => {
        const { stage, shown } = figure();
        await shown.seek(3);
        await shown.sharpen();
        assert.equal(stage.picture, null);
    });
});
