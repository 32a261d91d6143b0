import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { checked, forFile, forgetAll, keep, learner, merge, progress, trace } from "../../../../web/static/js/kept/progress.js";

/** A storage as the browser's; with `full` nothing can be written. */
function storage({ full = false } = {}) {
    const kept = new Map();
    return {
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, text) => {
            if (full) {
                throw new Error("QuotaExceededError");
            }
            kept.set(name, text);
        },
    };
}

const empty = { version: 1, lessons: {}, runs: {} };

describe("a learner's progress", () => {
    beforeEach(() => (globalThis.localStorage = storage()));

    it("is kept from one page to the next", () => {
        keep((all) => trace(all, "the-hill").seen.push(2));
        assert.deepEqual(trace(progress(), "the-hill"), { seen: [2], answers: {} });
        forgetAll();
        assert.deepEqual(progress().lessons, {});
    });

    it("goes into a file without the ids that drive its runs, and comes back from there", () => {
        const run = { step: 3, tweaks: [{ step: 1, optimizer: { learningRate: 1 } }] };
        const file = forFile({ ...empty, runs: { "the-hill/1": { ...run, frames: "/api/runs/key/frames", branches: "key.other" } } });
        assert.doesNotMatch(JSON.stringify(file), /key/);
        assert.deepEqual(checked(file).runs["the-hill/1"], { ...run, frames: "", branches: "" });
    });

    it("is empty where nothing can be stored, or where the storage holds something else", () => {
        globalThis.localStorage = storage({ full: true });
        keep((all) => trace(all, "the-hill").seen.push(1));
        assert.deepEqual(progress().lessons, {});
        for (const text of ["", "null", "{", "[]", "7", JSON.stringify({ version: 2, lessons: {} })]) {
            globalThis.localStorage = storage();
            localStorage.setItem("progress", text);
            assert.deepEqual(progress().lessons, {}, text);
        }
    });

    it("has one learner, the same from then on", () => {
        const first = learner();
        assert.ok(Number.isInteger(first) && first >= 0);
        assert.equal(learner(), first);
    });
});

describe("a progress from a file", () => {
    it("is none without a version and lessons", () => {
        for (const value of [null, undefined, 3, "x", [], {}, { version: 1 }, { version: 1, lessons: [] }]) {
            assert.equal(checked(value), null);
        }
    });

    it("keeps what it should be, and drops the rest", () => {
        const { lessons, runs, learner: seed, formulas, walks } = checked({
            version: 1, learner: -3,
            lessons: { a: { seen: [1, "2", 2.5, 3], answers: { q: { answer: 0, verdict: "right", tries: "x" } } }, b: null },
            runs: { ok: { frames: "/api/runs/x/frames", step: "7" }, evil: { frames: "https://elsewhere/" }, none: null },
            formulas: { ok: { expression: "x", values: { x: 1 } }, bad: { expression: "x", values: { x: null } } },
            walks: { ok: { step: 0, walkers: [{ start: [0], optimizer: { learningRate: 1 } }] }, bad: { step: -1, walkers: [] } },
        });
        assert.deepEqual(lessons, { a: { seen: [1, 3], answers: { q: { answer: "0", verdict: "right", tries: 0 } } }, b: { seen: [], answers: {} } });
        assert.deepEqual(runs, { ok: { frames: "/api/runs/x/frames", step: 7, tweaks: [], branches: "" } });
        assert.equal(seed, undefined);
        assert.deepEqual([Object.keys(formulas), Object.keys(walks)], [["ok"], ["ok"]]);
    });

    it("adds to what is here, and takes no right answer away", () => {
        const mine = { ...structuredClone(empty), lessons: { a: { seen: [3], answers: { q: { answer: "1", verdict: "right", tries: 0 }, r: { answer: "2", verdict: "wrong", tries: 1 } } } },
            runs: { a: { frames: "/mine", step: 1, tweaks: [] } } };
        const theirs = { ...structuredClone(empty), learner: 5, lessons: { a: { seen: [1, 3], answers: { q: { answer: "9", verdict: "wrong", tries: 1 }, r: { answer: "4", verdict: "right", tries: 2 } } }, b: { seen: [1], answers: {} } },
            runs: { a: { frames: "/theirs", step: 2, tweaks: [] }, b: { frames: "/b", step: 0, tweaks: [] } } };
        merge(mine, theirs);
        assert.deepEqual(mine.lessons.a.seen, [1, 3]);
        assert.deepEqual([mine.lessons.a.answers.q.answer, mine.lessons.a.answers.r.answer], ["1", "4"]);
        assert.deepEqual([mine.lessons.b.seen, mine.learner, mine.runs.a.frames, mine.runs.b.frames], [[1], 5, "/mine", "/b"]);
    });
});
