import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { idOf, note, renamed, viewOf } from "../../../../web/static/js/kept/keys.js";

describe("the names of runs", () => {
    beforeEach(() => {
        const kept = new Map();
        globalThis.sessionStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text) };
    });

    it("lead from a view to the id in the tab that drives the run, and nowhere else", () => {
        note({ id: "key", view: "shown" });
        assert.equal(idOf("shown"), "key");
        assert.equal(idOf("another"), null);
    });

    it("never show an id in place of a view", () => {
        note({ id: "key", view: "shown" });
        assert.equal(viewOf("key"), "shown");
        assert.equal(viewOf("unknown key"), "");
    });

    it("do not make a view that was read into a key", () => {
        note({ id: "read", view: "read" });
        assert.equal(idOf("read"), null);
        assert.equal(viewOf("read"), "read");
    });

    it("are known to the page without storage too, as in a frame with an origin of its own", () => {
        globalThis.sessionStorage = { getItem: () => { throw new Error("SecurityError"); }, setItem: () => { throw new Error("SecurityError"); } };
        note({ id: "quiet key", view: "quiet view" });
        assert.equal(viewOf("quiet key"), "quiet view");
        assert.equal(idOf("quiet view"), null);
    });

    it("change in a list of branches one by one, those off the view too", () => {
        assert.equal(renamed("a..b.c", (name) => ({ a: "x", b: "y" })[name] ?? null), "x..y.c");
        assert.equal(renamed("", () => "x"), "");
    });
});
