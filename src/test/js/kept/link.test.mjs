import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { linkOf, MOST_CHARACTERS, packed, stateOf } from "../../../../web/static/js/kept/link.js";

/** The state that the server's own test reads too. */
const STATE = JSON.parse(fs.readFileSync(new URL("../../resources/link-state.json", import.meta.url), "utf8"));

/** A stage that shows that state. */
function stage() {
    const [first, second, third] = STATE.runs;
    const all = [
        { id: "a", tweaks: first.tweaks, newest: 7 },
        { id: "b", tweaks: [...first.tweaks, ...second.tweaks], newest: 4 },
        { id: "c", tweaks: [...first.tweaks, second.tweaks[0], ...third.tweaks], newest: 6 },
    ];
    return {
        setup: { origin: STATE.spec },
        progress: { all, branch: "b", newest: 8, shown: 6, off: [{ id: "c" }], state: "paused" },
        example: 2,
        held: STATE.selected,
        querySelectorAll: () => STATE.open.map((id) => ({ id })),
        querySelector: (place) => (place.includes("scale") ? {} : null),
    };
}

describe("the state of a stage", () => {
    it("holds the branches, each with what makes it differ from the one it left, and what is shown", () => {
        assert.deepEqual(stateOf(stage()), STATE);
    });

    it("is nothing before there is a run", () => {
        assert.equal(stateOf({ ...stage(), setup: { spec: STATE.spec } }), null);
        assert.equal(stateOf({ ...stage(), progress: { all: [], off: [] } }), null);
    });

    it("says no more than is needed", () => {
        const plain = { ...stage(), progress: { all: [{ id: "a", tweaks: [], newest: 3 }], branch: "a", newest: 3, shown: 3, off: [], state: "diverged" },
            example: null, held: null, querySelectorAll: () => [], querySelector: () => null };
        assert.deepEqual(stateOf(plain), { spec: STATE.spec, runs: [{ step: 3, diverged: true }], front: 0 });
    });
});

describe("the text of a state", () => {
    it("is the version and the deflated JSON, in letters that need no escape in an address", async () => {
        const json = JSON.stringify(STATE);
        const text = await packed(json);
        assert.match(text, /^1\.[\w-]+$/);
        assert.equal(new URLSearchParams({ text }).toString(), `text=${text}`);
        assert.equal(inflateSync(Buffer.from(text.slice(2), "base64url")).toString(), json);
    });
});

describe("a link", () => {
    const page = "http://host/playground?data=xor&run=R&branches=R.S&state=1.old";

    it("holds the state and the settings, and names no run", () => {
        assert.deepEqual(linkOf(page, "1.new"), { address: "http://host/playground?data=xor&state=1.new", isWhole: true });
    });

    it("names the run too in the address of the page that drives it", () => {
        assert.equal(linkOf(page, "1.new", { named: true }).address, "http://host/playground?data=xor&run=R&branches=R.S&state=1.new");
        assert.equal(linkOf(page, "", { named: true }).address, "http://host/playground?data=xor&run=R&branches=R.S");
    });

    it("names the run where the state is too long to be read", () => {
        assert.deepEqual(linkOf(page, `1.${"a".repeat(MOST_CHARACTERS)}`),
            { address: "http://host/playground?data=xor&run=R&branches=R.S", isWhole: false });
    });
});
