import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { words } from "../../../../../web/static/js/widgets/guide/words.js";

const frame = /** @type {any} */ ({ step: 400 });
const running = /** @type {any} */ ({ state: "running", shown: 400, newest: 400 });
const paused = { ...running, state: "paused" };

function found(/** @type {string} */ finding) {
    return /** @type {any} */ ({ finding, sentence: `It is ${finding}.`, units: [] });
}

describe("the guide's words", () => {
    it("name a trouble, show where it is and offer its cure", () => {
        assert.deepEqual(words(frame, null, running, found("dead-units"), true, "Begin."),
            { say: "It is dead-units.", parts: ["where", "cure"], where: "network" });
    });

    it("offer no cure where none is known", () => {
        assert.deepEqual(words(frame, null, paused, found("too-small"), false, "Begin.").parts, ["where"]);
    });

    it("point to the learning rate for an exploded cost and to the cost for overfitting", () => {
        assert.equal(words(frame, null, running, found("exploded"), true, "").where, "rate");
        assert.equal(words(frame, null, running, found("overfitting"), true, "").where, "cost");
    });

    it("prefer a trouble to the weight that stays selected", () => {
        const kept = /** @type {any} */ ({ kind: "weight", at: [0, 0, 0] });
        assert.equal(words(frame, kept, paused, found("plateau"), true, "").say, "It is plateau.");
        assert.match(words(frame, kept, paused, found("learning"), true, "").say, /^The gradient says/);
    });

    it("tell no trouble of the newest step while an earlier one is looked at", () => {
        assert.match(words(frame, null, { ...paused, newest: 500 }, found("plateau"), true, "").say, /^You are looking at an earlier step/);
    });

    it("offer the spiral for what is learned", () => {
        const word = words(frame, null, paused, found("learned"), false, "");
        assert.equal(word.say, "It is learned. Drag the step slider back to see how it learned this.");
        assert.deepEqual(word.parts, ["learned"]);
    });

    it("begin with the page's own words", () => {
        assert.equal(words({ ...frame, step: 0 }, null, { ...paused, shown: 0, newest: 0 }, null, false, "Begin.").say, "Begin.");
    });
});
