import assert from "node:assert/strict";
import { describe, it } from "node:test";

globalThis.document ??= { querySelector: () => null };
const { partsOf } = await import("../../../../web/static/js/lesson/report.js");

describe("the report to a course", () => {
    it("names the scenes that were seen and the questions that are done", () => {
        const answers = {
            guess: { answer: "1", verdict: "noted", tries: 0 },
            check: { answer: "2", verdict: "right", tries: 1 },
            helped: { answer: "", verdict: "shown", tries: 2 },
            open: { answer: "3", verdict: "wrong", tries: 1 },
            typed: { answer: "4", verdict: "draft", tries: 0 },
        };
        assert.equal(partsOf({ seen: [2, 1], answers }), "question-check question-guess question-helped scene-1 scene-2");
    });

    it("is empty at the start", () => {
        assert.equal(partsOf({ seen: [], answers: {} }), "");
    });
});
