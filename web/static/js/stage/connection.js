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

/** A stage's connection to the server, until it is closed: pending requests are then given up. */
export class Connection {
    #open = new AbortController();

    get(/** @type {string} */ address) {
        return this.#fetch(address, {});
    }

    post(/** @type {string} */ address, /** @type {any} */ body) {
        return this.#fetch(address, {
            method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
    }

    /** Aborts when the connection closes. */
    get signal() {
        return this.#open.signal;
    }

    close() {
        this.#open.abort();
    }

    async #fetch(/** @type {string} */ address, /** @type {RequestInit} */ { headers, ...request }) {
        const answer = await fetch(address, { ...request, headers: { Accept: "application/json", ...headers }, signal: this.#open.signal });
        if (!answer.ok) {
            throw new Refusal(answer.status, await answer.json().catch(() => ({})));
        }
        return answer.status === 204 ? null : answer.json();
    }
}
