import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownSteps } from "../../../../web/static/js/sources/known-steps.js";

function stage() {
    return { progress: { state: "first" }, setProgress(change) { this.progress = { ...this.progress, ...change }; } };
}

function series(time, told) {
    return { last: () => 3, pause: () => 10, show: (cause) => { time().tell(); told.push(`${cause} ${time().shown}`); }, ended: () => told.push("ended") };
}

test("a series plays from the shown step to its end and pauses there", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const told = [];
    const board = stage();
    const time = new KnownSteps(board, series(() => time, told));
    time.forward(1);
    time.play();
    assert.equal(board.progress.state, "running");
    t.mock.timers.tick(10);
    t.mock.timers.tick(10);
    t.mock.timers.tick(10);
    assert.deepEqual(told, ["frame 1", "frame 2", "frame 3", "ended"]);
    assert.equal(board.progress.state, "paused");
    time.play();
    assert.equal(time.shown, 0);
});

test("one looks back to a step that was seen, and no farther", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const told = [];
    const time = new KnownSteps(stage(), series(() => time, told));
    time.forward(2);
    time.seek(1);
    time.seek(99);
    time.seek(-1);
    assert.deepEqual(told, ["frame 2", "seek 1", "seek 2", "seek 0"]);
    assert.equal(time.newest, 2);
});
