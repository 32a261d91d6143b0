import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { get, put } from "../../../../web/static/js/platform/storage.js";

const ORIGIN = "https://platform.example";
const PLATFORM = { target: "_parent", origin: ORIGIN };

/** A platform's window that answers with what `answer` makes of a message. */
function platformThat(answer) {
    return {
        frames: {},
        postMessage(message, origin) {
            assert.equal(origin, ORIGIN);
            for (const event of answer(message)) {
                globalThis.dispatchEvent(Object.assign(new Event("message"), { origin: ORIGIN, ...event }));
            }
        },
    };
}

describe("the storage of a platform", () => {
    const page = new EventTarget();
    beforeEach(() => {
        globalThis.addEventListener = page.addEventListener.bind(page);
        globalThis.dispatchEvent = page.dispatchEvent.bind(page);
    });
    afterEach(() => mock.timers.reset());

    it("keeps a value and gives it back", async () => {
        const kept = {};
        globalThis.parent = platformThat(({ subject, key, value, message_id }) => {
            if (subject === "lti.put_data") {
                kept[key] = value;
            }
            return [{ data: { subject: `${subject}.response`, message_id, key, value: kept[key] } }];
        });
        await put(PLATFORM, "state", "secret");
        assert.deepEqual(kept, { state: "secret" });
        assert.equal(await get(PLATFORM, "state"), "secret");
        assert.equal(await get(PLATFORM, "another"), "");
    });

    it("may be in a frame of the platform", async () => {
        const keeper = platformThat(({ message_id }) => [{ data: { subject: "lti.get_data.response", message_id, value: "kept" } }]);
        globalThis.parent = { frames: { keeper } };
        assert.equal(await get({ target: "keeper", origin: ORIGIN }, "state"), "kept");
    });

    it("counts only with answers of the platform's origin, to this question", async () => {
        globalThis.parent = platformThat(({ message_id }) => [
            { origin: "https://evil.example", data: { subject: "lti.get_data.response", message_id, value: "evil" } },
            { data: { subject: "lti.get_data.response", message_id: "another", value: "evil" } },
            { data: { subject: "lti.put_data.response", message_id, value: "evil" } },
            { data: "text" },
            { data: null },
            { data: { subject: "lti.get_data.response", message_id, value: "good" } },
        ]);
        assert.equal(await get(PLATFORM, "state"), "good");
    });

    it("refuses what the platform refuses", async () => {
        globalThis.parent = platformThat(({ message_id }) => [
            { data: { subject: "lti.put_data.response", message_id, error: { code: "storage_exhaustion", message: "Full." } } }]);
        await assert.rejects(put(PLATFORM, "state", "secret"), /Full/);
    });

    it("gives a platform up that does not answer, or has no such frame", async () => {
        mock.timers.enable({ apis: ["setTimeout"] });
        globalThis.parent = platformThat(() => []);
        const silent = put(PLATFORM, "state", "secret");
        const absent = put({ target: "nowhere", origin: ORIGIN }, "state", "secret");
        mock.timers.tick(3000);
        await assert.rejects(silent, /does not answer/);
        await assert.rejects(absent, /does not answer/);
    });
});
