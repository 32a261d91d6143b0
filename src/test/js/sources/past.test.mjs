import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { viewQuery } from "../../../../web/static/js/sources/view.js";
import { Past } from "../../../../web/static/js/sources/past.js";

const frameOf = (address) => ({ step: Number(/frames\/(\d+)/.exec(address)[1]) });

describe("the query of a view", () => {
    it("rounds for drawing unless every digit is wished", () => {
        assert.equal(String(viewQuery({})), "digits=7");
        assert.equal(String(viewQuery({}, { exact: true })), "");
    });

    it("names the example, also the first one, the neurons and the quantities", () => {
        assert.equal(String(viewQuery({ example: 0, neurons: [[0, 1], [], [7]], explain: ["cost", "delta.0.1"] }, { exact: true })),
            "example=0&neurons=0%2C1%7E%7E7&explain=cost%2Cdelta.0.1");
    });
});

describe("the past of a run", () => {
    it("asks for a step once and keeps it", async () => {
        const asked = [];
        const past = new Past("/r/frames", {}, async (address) => (asked.push(address), frameOf(address)));
        assert.equal((await past.at(3)).step, 3);
        assert.equal((await past.at(3)).step, 3);
        assert.deepEqual(asked, ["/r/frames/3?digits=7"]);
    });

    it("lets the last wish win while an answer is awaited", async () => {
        const asked = [];
        let answer = () => {};
        const past = new Past("/r/frames", {}, (address) => (asked.push(address), new Promise((resolve) => (answer = () => resolve(frameOf(address))))));
        const first = past.at(1);
        assert.equal(await past.at(2), null);
        assert.equal(await past.at(9), null);
        answer();
        await new Promise(setImmediate);
        answer();
        assert.equal((await first).step, 9);
        assert.equal(asked.length, 2);
    });

    it("asks again for a step that it forgot", async () => {
        let asked = 0;
        const past = new Past("/r/frames", {}, async (address) => (asked++, frameOf(address)));
        await past.at(3);
        past.forget(3);
        await past.at(3);
        assert.equal(asked, 2);
    });

    it("can ask again after a request failed", async () => {
        let fails = true;
        const past = new Past("/r/frames", {}, async (address) => {
            if (fails) {
                throw new Error("away");
            }
            return frameOf(address);
        });
        await assert.rejects(past.at(1), /away/);
        fails = false;
        assert.equal((await past.at(1)).step, 1);
    });

    it("keeps the newest 120 steps at hand", async () => {
        let asked = 0;
        const past = new Past("/r/frames", {}, async (address) => (asked++, frameOf(address)));
        for (let step = 0; step <= 120; step++) {
            past.keep({ step });
        }
        await past.at(1);
        assert.equal(asked, 0);
        await past.at(0);
        assert.equal(asked, 1);
    });
});
