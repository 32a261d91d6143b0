import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { forgetVerdicts, keepVerdict, verdictOf } from "../../../../web/static/js/kept/verdicts.js";

const right = { html: "<p>That is right.</p>", numbers: ["0.25"] };

describe("the verdict on an answer", () => {
    beforeEach(() => {
        const kept = new Map();
        globalThis.localStorage = {
            getItem: (name) => kept.get(name) ?? null,
            setItem: (name, text) => kept.set(name, text),
            removeItem: (name) => kept.delete(name),
        };
    });

    it("is there at the next visit, for its own question only", () => {
        keepVerdict("the-hill", "slope", right);
        assert.deepEqual(verdictOf("the-hill", "slope"), right);
        assert.equal(verdictOf("step-size", "slope"), undefined);
        forgetVerdicts();
        assert.equal(verdictOf("the-hill", "slope"), undefined);
    });

    it("goes when 150 newer ones are kept, and is not kept when it is too long", () => {
        keepVerdict("the-hill", "first", right);
        for (let i = 0; i < 150; i++) {
            keepVerdict("the-hill", `later-${i}`, right);
        }
        assert.equal(verdictOf("the-hill", "first"), undefined);
        assert.deepEqual(verdictOf("the-hill", "later-0"), right);
        keepVerdict("the-hill", "long", { html: "x".repeat(10_001), numbers: [] });
        assert.equal(verdictOf("the-hill", "long"), undefined);
    });

    it("is none where the storage holds something else", () => {
        for (const text of ["nonsense", "{}", '[["the-hill slope", {"html": 3}]]', "[null]"]) {
            localStorage.setItem("verdicts", text);
            assert.equal(verdictOf("the-hill", "slope"), undefined);
        }
    });
});
