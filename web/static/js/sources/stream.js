import { viewQuery } from "./view.js";

const DRAWN_PER_SECOND = 30;
/** The time, in milliseconds, without any event after which the connection is doubtful. */
const QUIET_MS = 8000;

/**
 * A run's stream of frames, open only while the page is seen. It ends when it is cut, and does not come back by itself: the page says so at once. After a pause a replay goes on where it was, and a live stream with
 * the newest frame: the steps in between are not replayed, the cost curve is asked for instead.
 */
export class Stream {
    /** @type {EventSource | null} */ #source = null;
    #leaving = new AbortController();
    #address;
    #request;
    #view;
    #hear;
    /** @type {number | undefined} */ #seen;
    #quiet = 0;

    /**
     * @param {string} address of the frames
     * @param {{from?: number, rate?: number}} request step after which to begin, instead of with the newest; frames a second of a replay
     * @param {import("./view.js").View} view
     * @param {(name: string, data: any) => void} hear takes every event, and "open", "cut", and "quiet" if none came for long
     */
    constructor(address, request, view, hear) {
        this.#address = address;
        this.#request = request;
        this.#view = view;
        this.#hear = hear;
        const { signal } = this.#leaving;
        document.addEventListener("visibilitychange", () => (document.hidden ? this.#close() : this.#reopen()), { signal });
        addEventListener("pagehide", () => this.#close(), { signal });
        addEventListener("pageshow", (event) => event.persisted && this.#reopen(), { signal });
        this.#open(request);
    }

    #reopen() {
        const { from, rate } = this.#request;
        this.#open(rate === undefined ? {} : { from: this.#seen ?? from, rate });
    }

    /** @param {{from?: number, rate?: number}} request */
    #open({ from, rate = DRAWN_PER_SECOND }) {
        this.#close();
        if (document.hidden) {
            return;
        }
        const query = viewQuery(this.#view);
        query.set("maxRate", String(rate));
        if (from !== undefined) {
            query.set("from", String(from));
        }
        const source = new EventSource(`${this.#address}?${query}`);
        source.onopen = () => {
            this.#listen();
            this.#hear("open", null);
        };
        source.onerror = () => {
            this.#close();
            this.#hear("cut", null);
        };
        for (const name of ["frame", "tweak", "state", "end"]) {
            source.addEventListener(name, (event) => {
                const data = JSON.parse(event.data);
                this.#listen();
                this.#seen = name === "frame" ? data.step : this.#seen;
                this.#hear(name, data);
            });
        }
        this.#source = source;
    }

    #listen() {
        clearTimeout(this.#quiet);
        this.#quiet = setTimeout(() => this.#hear("quiet", null), QUIET_MS);
    }

    #close() {
        clearTimeout(this.#quiet);
        this.#source?.close();
        this.#source = null;
    }

    end() {
        this.#leaving.abort();
        this.#close();
    }
}
