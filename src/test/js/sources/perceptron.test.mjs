import assert from "node:assert/strict";
import { test } from "node:test";
import { PerceptronSource } from "../../../../web/static/js/sources/perceptron.js";

/** A stage whose server answers when the test says so. */
function stage() {
    const asked = [];
    return {
        config: { perceptron: { targets: "0110", at: 0, address: "/api/perceptrons/" } },
        progress: { state: "paused" },
        picture: null,
        asked,
        get: (address) => new Promise((resolve) => asked.push({ address, answer: () => resolve({ states: [{ w1: 0, w2: 0, bias: 0 }], visits: [], name: address }) })),
        begin({ perceptron }) { this.setup = perceptron; },
        setProgress(change) { this.progress = { ...this.progress, ...change }; },
        show(picture) { this.picture = picture; },
        dispatchEvent() {},
    };
}

async function begun() {
    const board = stage();
    const source = new PerceptronSource(board);
    const start = source.start();
    board.asked.shift().answer();
    await start;
    return { board, source };
}

test("two examples pressed one after the other both change, though the first answer is not there yet", async () => {
    const { board, source } = await begun();
    const first = source.act("flip", { corner: 0 });
    const second = source.act("flip", { corner: 3 });
    board.asked.forEach(({ answer }) => answer());
    await Promise.all([first, second]);
    assert.deepEqual(board.picture.targets, [1, 1, 1, 1]);
});

test("an answer that comes late does not replace a newer one", async () => {
    const { board, source } = await begun();
    const first = source.act("flip", { corner: 0 });
    const second = source.act("flip", { corner: 3 });
    board.asked[1].answer();
    await second;
    board.asked[0].answer();
    await first;
    assert.equal(board.setup.name, "/api/perceptrons/1111");
    assert.deepEqual(board.picture.targets, [1, 1, 1, 1]);
});
