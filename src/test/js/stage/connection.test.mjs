import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import { configOf } from "../../../../web/static/js/stage/config.js";
import { Connection, Unreachable } from "../../../../web/static/js/stage/connection.js";

const answering = (status, text) => mock.method(globalThis, "fetch", async () => new Response(text, { status }));

describe("a connection", () => {
    afterEach(() => mock.restoreAll());

    it("asks for JSON and sends JSON", async () => {
        const fetched = answering(200, "{\"step\": 0}");
        const connection = new Connection();
        assert.deepEqual(await connection.get("/a"), { step: 0 });
        await connection.post("/b", { count: 1 });
        const [, wish] = fetched.mock.calls[1].arguments;
        assert.deepEqual([wish.method, wish.body, wish.headers], ["POST", "{\"count\":1}", { "Accept": "application/json", "Content-Type": "application/json" }]);
    });

    it("sends a file as it is", async () => {
        const fetched = answering(201, "{}");
        await new Connection().send("/a", "x;y");
        const [, wish] = fetched.mock.calls[0].arguments;
        assert.deepEqual([wish.method, wish.body, wish.headers["Content-Type"]], ["POST", "x;y", "application/octet-stream"]);
    });

    it("has nothing where the server has nothing to say", async () => {
        answering(204, null);
        assert.equal(await new Connection().get("/a"), null);
    });

    it("refuses in the server's words, with what it says of each mistake", async () => {
        answering(422, JSON.stringify({ detail: "Too large.", errors: [{ pointer: "/rate", detail: "At most 10." }] }));
        await assert.rejects(new Connection().post("/a", {}), (error) => {
            assert.deepEqual([error.message, error.status, error.problem.errors[0].pointer], ["Too large.", 422, "/rate"]);
            return true;
        });
    });

    it("refuses in its own words where the answer is no JSON", async () => {
        answering(500, "<html>Oh</html>");
        await assert.rejects(new Connection().get("/a"), { message: "The server answered 500.", status: 500 });
    });

    it("says in plain words that the server cannot be reached, or that a proxy does not reach it", async () => {
        answering(502, "<html>Bad gateway</html>");
        await assert.rejects(new Connection().get("/a"), Unreachable);
        mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("Failed to fetch")));
        await assert.rejects(new Connection().get("/a"), { message: "The server cannot be reached. Check your connection, then try again." });
    });

    it("gives up what is awaited once it is closed", async () => {
        mock.method(globalThis, "fetch", (_address, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))));
        const connection = new Connection();
        const asked = connection.get("/a");
        connection.close();
        await assert.rejects(asked, { name: "AbortError" });
    });
});

describe("a stage's configuration", () => {
    it("is the value of its attribute, or empty", () => {
        assert.deepEqual(configOf({ dataset: { config: "{\"run\":{\"from\":-1}}" } }), { run: { from: -1 } });
        assert.deepEqual(configOf({ dataset: {} }), {});
    });
});
