import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { Unreachable } from "../../../../web/static/js/stage/connection.js";
import { Reconnection } from "../../../../web/static/js/sources/reconnection.js";

/** Lets everything that waits for nothing but its turn go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a lost connection", () => {
    /** @type {EventTarget} */ let page;

    beforeEach(() => {
        mock.timers.reset();
        mock.timers.enable({ apis: ["setTimeout"] });
        mock.method(Math, "random", () => 0);
        page = new EventTarget();
        globalThis.addEventListener = page.addEventListener.bind(page);
    });

    async function after(/** @type {number} */ ms) {
        mock.timers.tick(ms);
        await settled();
    }

    it("is tried again with growing pauses until the server answers", async () => {
        const attempt = mock.fn(async () => {
            if (attempt.mock.callCount() < 3) {
                throw new Unreachable();
            }
        });
        const reconnection = new Reconnection(attempt, assert.fail);
        reconnection.begin();
        for (const [pause, tries] of [[500, 1], [999, 1], [1, 2], [1999, 2], [1, 3], [3999, 3], [1, 4], [100_000, 4]]) {
            await after(pause);
            assert.equal(attempt.mock.callCount(), tries);
        }
        assert.equal(reconnection.goesOn, false);
    });

    it("is tried at once when the browser is online again", async () => {
        const attempt = mock.fn(async () => {});
        const reconnection = new Reconnection(attempt, assert.fail);
        page.dispatchEvent(new Event("online"));
        reconnection.begin();
        page.dispatchEvent(new Event("online"));
        await settled();
        assert.equal(attempt.mock.callCount(), 1);
    });

    it("ends with any other answer", async () => {
        const gone = new Error("gone");
        const fail = mock.fn();
        const reconnection = new Reconnection(() => Promise.reject(gone), fail);
        reconnection.begin();
        await after(500);
        assert.deepEqual(fail.mock.calls[0].arguments, [gone]);
        assert.equal(reconnection.goesOn, false);
    });

    it("goes on to be tried if it is lost again meanwhile", async () => {
        const attempt = mock.fn(async () => {
            if (attempt.mock.callCount() === 0) {
                reconnection.begin();
            }
        });
        const reconnection = new Reconnection(attempt, assert.fail);
        reconnection.begin();
        await after(500);
        assert.equal(reconnection.goesOn, true);
        await after(1000);
        assert.equal(attempt.mock.callCount(), 2);
        assert.equal(reconnection.goesOn, false);
    });
});
