import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ranked, wordsOf } from "../../../../web/static/js/search/ranking.js";

const ENTRIES = [
    { title: "Step forward", note: "Button of this page, key ." },
    { title: "The hill", note: "Lesson 2", path: "/lessons/the-hill" },
    { title: "Down the hill", note: "Lesson 3", path: "/lessons/down" },
    { title: "learning rate", note: "Glossary", also: ["step size"], path: "/glossary#learning-rate" },
    { title: "gradient", note: "Glossary", path: "/glossary#gradient" },
    { title: "Hillside map", note: "Widget", path: "/widgets/hillside" },
    { title: "Teacher’s guide", note: "For teachers", path: "/teachers" },
];

const titles = (/** @type {string} */ search) => ranked(ENTRIES, search).map(({ title }) => title);

describe("the search of every page", () => {
    it("finds all without words, in their order", () => {
        assert.deepEqual(titles(" "), ENTRIES.map(({ title }) => title));
    });

    it("puts a whole word before the start of one", () => {
        assert.deepEqual(titles("hill"), ["The hill", "Down the hill", "Hillside map"]);
        assert.deepEqual(titles("hills"), ["Hillside map"]);
    });

    it("wants every word, in any order", () => {
        assert.deepEqual(titles("hill down"), ["Down the hill"]);
        assert.deepEqual(titles("hill gradient"), []);
    });

    it("puts a title before other words for it and before the note", () => {
        assert.deepEqual(titles("step"), ["Step forward", "learning rate"]);
        assert.deepEqual(titles("lesson 3"), ["Down the hill"]);
    });

    it("finds a part inside a word, and a word by its letters in their order", () => {
        assert.deepEqual(titles("radi"), ["gradient"]);
        assert.deepEqual(titles("grdt"), ["gradient"]);
        assert.deepEqual(titles("xgrdt"), []);
    });

    it("reads small and capital letters, accents and apostrophes alike", () => {
        assert.deepEqual(titles("TEACHERS"), ["Teacher’s guide"]);
        assert.deepEqual(wordsOf("Café, teacher's guide"), ["cafe", "teachers", "guide"]);
    });
});
