import { BASE } from "../shared/base.js";

/** The header by which a request says under which key its progress may be asked for. */
const HEADER = "X-Progress";
/** The time, in milliseconds, for which a learner waits without being shown how far the work is. */
const FIRST_MS = 500;
/** The pause, in milliseconds, between two questions about the progress. */
const PAUSE_MS = 400;
const KEY_BYTES = 16;

/** Takes the share of the work that is done, from 0 to 1, or null while it is not known. @typedef {(share: number | null) => void} Listener */

/**
 * Sends a request and, while its answer is long in coming, asks how much of the work is done. A page without an origin would have to ask for leave to
 * send the header, so nothing is asked there.
 *
 * @template T
 * @param {(headers: Record<string, string>) => Promise<T>} send sends the request with these headers too
 * @param {Listener | undefined} hear
 * @param {{headers: Record<string, string>, signal: AbortSignal}} request the headers by which the page says who it is, and its end
 * @returns {Promise<T>}
 */
export async function followed(send, hear, { headers, signal }) {
    if (!hear || globalThis.origin === "null") {
        return send({});
    }
    const key = Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const over = new AbortController();
    const both = AbortSignal.any([over.signal, signal]);
    ask(key, hear, headers, both).catch(() => null);
    try {
        return await send({ [HEADER]: key });
    } finally {
        over.abort();
    }
}

/** Asks until the signal; a question that finds no answer ends it, since the progress is no more than a help. @param {string} key @param {Listener} hear @param {Record<string, string>} headers @param {AbortSignal} signal */
async function ask(key, hear, headers, signal) {
    await pause(FIRST_MS);
    while (!signal.aborted) {
        const answer = await fetch(`${BASE}api/progress/${key}`, { headers: { Accept: "application/json", ...headers }, signal });
        const { share } = await answer.json();
        if (!answer.ok || signal.aborted) {
            return;
        }
        hear(share);
        await pause(PAUSE_MS);
    }
}

function pause(/** @type {number} */ ms) {
    return new Promise((done) => setTimeout(done, ms));
}
