import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changeWords } from "../../../../web/static/js/kept/change-words.js";
import { MOST, UndoList } from "../../../../web/static/js/kept/undo-list.js";

function storage() {
    const kept = new Map();
    return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const entry = (label, time = 0, kind = label) => ({ label, kind, time, before: { controls: { label }, state: null, runs: [] } });
const now = { controls: { now: "yes" }, state: null, runs: [] };

describe("the list of changes", () => {
    it("goes back and forth, each time to the moment that was left", () => {
        const list = new UndoList(null);
        list.add(entry("a"));
        list.undone(now);
        assert.equal(list.undoes, undefined);
        assert.equal(list.redoes?.after, now);
        const later = { ...now, controls: { now: "later" } };
        list.redone(later);
        assert.equal(list.undoes?.before, later);
        assert.equal(list.redoes, undefined);
    });

    it("forgets what was undone when something else is changed", () => {
        const list = new UndoList(null);
        list.add(entry("a"));
        list.undone(now);
        list.add(entry("b"));
        assert.equal(list.redoes, undefined);
        assert.equal(list.undoes?.label, "b");
    });

    it("counts quick changes of one kind as one", () => {
        const list = new UndoList(null);
        list.add(entry("a", 0, "rate"));
        list.add({ ...entry("b", 500, "rate"), before: list.joined("rate", 500)?.before });
        assert.equal(list.undoes?.before.controls.label, "a");
        list.add(entry("c", 5000, "rate"));
        list.undone(now);
        assert.equal(list.undoes?.label, "b");
    });

    it("is bounded, and survives a reload without the oldest changes", () => {
        const kept = storage();
        const list = new UndoList(kept);
        for (let i = 0; i < MOST + 5; i++) {
            list.add({ ...entry(`${i}`), before: { controls: { points: "x".repeat(60_000) }, state: null, runs: [] } });
        }
        list.keep(now);
        assert.ok(kept.kept.get("undo").length <= 1_000_000);
        const again = new UndoList(kept);
        assert.deepEqual(again.last, now);
        let left = 0;
        for (; again.undoes; left++) {
            again.undone(now);
        }
        assert.equal(left, 16);
    });

    it("begins empty where the tab keeps nothing that can be read", () => {
        assert.equal(new UndoList({ getItem: () => "{", setItem: () => {} }).undoes, undefined);
    });
});

describe("the words of a change", () => {
    const page = { setup: null, value: (_name, value) => value };
    const before = { controls: { data: "xor", noise: "0", points: "a" }, state: { spec: { optimizer: { learningRate: 3 }, batch: {} }, front: 0 }, runs: [{ id: "a", tweaks: [] }] };
    const change = (part) => ({ tweaks: [], names: [], isAnew: false, ...part });

    it("name what changed, from and to", () => {
        assert.equal(changeWords(change({ tweaks: [{ step: 4, optimizer: { learningRate: 0.5 } }] }), before, before, page), "learning rate from 3 to 0.5, at step 4");
        assert.equal(changeWords(change({ tweaks: [{ step: 4, weights: [{}, {}] }] }), before, before, page), "2 weights and biases set, at step 4");
        assert.equal(changeWords(change({ names: ["data", "noise", "points"] }), before, { controls: { data: "and", noise: "1", points: "b" } }, page),
            "data from xor to and, noise from 0 to 1 and 1 more setting");
        assert.equal(changeWords(change({ names: ["points"] }), before, before, page), "your points");
        assert.equal(changeWords(change({ isAnew: true }), before, before, page), "begin again");
    });
});
