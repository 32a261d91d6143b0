import { followed } from "./progress.js";
import { authorization } from "./token.js";

/** @typedef {import("../shared/types.js").Schemas["Problem"]} Problem */

/** A request that the server refused: in its words, with its status and what it said of each mistake. */
export class Refusal extends Error {
    /** @param {number} status @param {Partial<Problem>} problem */
    constructor(status, problem) {
        super(problem.detail ?? `The server answered ${status}.`);
        this.status = status;
        this.problem = problem;
    }
}

/** The statuses by which a proxy says that it does not reach the server itself. */
const BEHIND_PROXY = [502, 504];

/** A request that did not come to the server, or its answer not back. */
export class Unreachable extends Error {
    constructor() {
        super("The server cannot be reached. Check your connection, then try again.");
    }
}

/** A stage's connection to the server, until it is closed: pending requests are then given up. */
export class Connection {
    #open = new AbortController();

    /** @param {string} address @param {number} [limit] the milliseconds after which the server counts as unreachable @param {import("./progress.js").Listener} [hear] */
    get(address, limit, hear) {
        return this.#fetch(address, {}, limit, hear);
    }

    /** @param {string} address @param {any} body @param {import("./progress.js").Listener} [hear] */
    post(address, body, hear) {
        return this.#fetch(address, {
            method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }, undefined, hear);
    }

    /** Posts a text or a file as it is. */
    send(/** @type {string} */ address, /** @type {string | Blob} */ body) {
        return this.#fetch(address, { method: "POST", body, headers: { "Content-Type": "application/octet-stream" } });
    }

    /** Aborts when the connection closes. */
    get signal() {
        return this.#open.signal;
    }

    close() {
        this.#open.abort();
    }

    /** @param {string} address @param {RequestInit} request @param {number} [limit] @param {import("./progress.js").Listener} [hear] */
    async #fetch(address, { headers, ...request }, limit, hear) {
        const signal = limit === undefined ? this.signal : AbortSignal.any([this.signal, AbortSignal.timeout(limit)]);
        try {
            const token = request.method === "POST" ? await authorization() : {};
            const answer = await followed((key) => fetch(address, { ...request, headers: { Accept: "application/json", ...headers, ...token, ...key }, signal }),
                hear, { headers: token, signal });
            if (BEHIND_PROXY.includes(answer.status)) {
                throw new Unreachable();
            }
            if (!answer.ok) {
                throw new Refusal(answer.status, await answer.json().catch(() => ({})));
            }
            return answer.status === 204 ? null : await answer.json();
        } catch (error) {
            throw error instanceof TypeError || /** @type {Error} */ (error).name === "TimeoutError" ? new Unreachable() : error;
        }
    }
}
