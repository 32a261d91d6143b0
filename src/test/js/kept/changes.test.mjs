import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changeOf as changeBetween, rightBefore } from "../../../../web/static/js/kept/changes.js";

const SPEC = { seed: 1 };
const RATE = { step: 10, optimizer: { learningRate: 0.5 } };
const RATE5 = { ...RATE, step: 5 };

const changeOf = (before, now, shown = []) => changeBetween(before, now, new Set(shown));

/** A moment of one run, or of none. */
function moment({ controls = { data: "xor", learningRate: "3" }, id = "a", tweaks = [], step = 12, spec = SPEC, shown = undefined } = {}) {
    return id === null ? { controls, state: null, runs: [] }
        : { controls, state: { spec, runs: [{ step }], front: 0, ...(shown === undefined ? {} : { shown }) }, runs: [{ id, tweaks }] };
}

/** The same with a branch of its run, which is shown. */
function branched(before, id, tweaks) {
    return { ...before, state: { ...before.state, runs: [...before.state.runs, { step: 5, parent: 0, from: 5 }], front: 1 }, runs: [...before.runs, { id, tweaks }] };
}

describe("a change", () => {
    it("is none where the run only went on", () => {
        assert.equal(changeOf(moment(), moment({ step: 50 })), null);
    });

    it("is none where a run begins with the settings of the page", () => {
        assert.equal(changeOf(moment({ id: null }), moment({ controls: { data: "xor", learningRate: "3.0", of: "v" } })), null);
    });

    it("is a new tweak of the run", () => {
        assert.deepEqual(changeOf(moment(), moment({ tweaks: [RATE] })), { tweaks: [RATE], names: [], isAnew: false });
    });

    it("is a branch, but not the way to another one that was there", () => {
        const was = moment();
        const now = branched(was, "b", [RATE5]);
        assert.deepEqual(changeOf(was, now, ["a"])?.tweaks, [RATE5]);
        const listed = { ...now, state: { ...now.state, front: 0 } };
        assert.deepEqual(changeOf(listed, now, ["a"])?.tweaks, [RATE5]);
        assert.equal(changeOf(now, listed, ["a", "b"]), null);
        assert.equal(changeOf(listed, now, ["a", "b"]), null);
    });

    it("is none where a run of the same settings and tweaks takes its place", () => {
        assert.equal(changeOf(moment({ tweaks: [RATE] }), moment({ id: "copy", tweaks: [RATE] })), null);
    });

    it("is another value of a control, and the run that was put aside", () => {
        const circle = { data: "circle", learningRate: "3" };
        assert.deepEqual(changeOf(moment(), moment({ id: null, controls: circle })), { tweaks: [], names: ["data"], isAnew: true });
        assert.deepEqual(changeOf(moment({ id: null }), moment({ id: null, controls: circle })), { tweaks: [], names: ["data"], isAnew: false });
        assert.deepEqual(changeOf(moment(), moment({ id: null })), { tweaks: [], names: [], isAnew: true });
        assert.deepEqual(changeOf(moment(), moment({ id: "b", spec: { seed: 2 } })), { tweaks: [], names: [], isAnew: false });
    });
});

describe("the moment right before a change", () => {
    it("is at the step from which a tweak acts", () => {
        const [was, now] = [moment({ step: 8 }), moment({ step: 12, tweaks: [RATE] })];
        const { state, runs } = rightBefore(was, changeOf(was, now), now);
        assert.equal(state.runs[0].step, 10);
        assert.deepEqual(runs, was.runs);
    });

    it("does not have the branch that the change made", () => {
        const was = moment({ shown: 5 });
        const now = branched(was, "b", [RATE5]);
        const seen = { ...now, state: { ...now.state, front: 0, shown: 5 } };
        const { state, runs } = rightBefore(seen, changeOf(was, now), now);
        assert.deepEqual(runs, was.runs);
        assert.equal(state.runs.length, 1);
        assert.equal(state.shown, 5);
    });
});
