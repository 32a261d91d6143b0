import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directionOf } from "../../../../../web/static/js/widgets/undo/keys.js";

const key = (name, more) => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

describe("the keys of undo and redo", () => {
    it("are those of every editor", () => {
        assert.equal(directionOf(key("z", { ctrlKey: true })), "undo");
        assert.equal(directionOf(key("z", { metaKey: true })), "undo");
        assert.equal(directionOf(key("Z", { ctrlKey: true, shiftKey: true })), "redo");
        assert.equal(directionOf(key("y", { ctrlKey: true })), "redo");
        assert.equal(directionOf(key("z")), null);
        assert.equal(directionOf(key("z", { ctrlKey: true, altKey: true })), null);
        assert.equal(directionOf(key("x", { ctrlKey: true })), null);
    });
});
