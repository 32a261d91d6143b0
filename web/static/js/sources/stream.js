const DRAWN_PER_SECOND = 30;
const DIGITS = 7;

/**
 * A run's stream of frames, open only while the page is seen. After a pause a replay goes on where it was, and a live stream with
 * the newest frame: what happened meanwhile is not replayed, the cost curve is asked for instead.
 */
export class Stream {
    /** @type {EventSource | null} */ #source = null;
    #leaving = new AbortController();
    #address;
    #wish;
    #hear;
    /** @type {number | undefined} */ #seen;

    /**
     * @param {string} address of the frames
     * @param {{from?: number, rate?: number, example?: number}} wish step after which to begin, instead of with the newest; frames a second of a replay; the example to show, instead of the batch's first
     * @param {(name: string, data: any) => void} hear takes every event, and "open" and "lost"
     */
    constructor(address, wish, hear) {
        this.#address = address;
        this.#wish = wish;
        this.#hear = hear;
        const { signal } = this.#leaving;
        document.addEventListener("visibilitychange", () => (document.hidden ? this.#close() : this.#reopen()), { signal });
        addEventListener("pagehide", () => this.#close(), { signal });
        addEventListener("pageshow", (event) => event.persisted && this.#reopen(), { signal });
        this.#open(wish);
    }

    #reopen() {
        const { from, rate, example } = this.#wish;
        this.#open(rate === undefined ? { example } : { from: this.#seen ?? from, rate, example });
    }

    /** @param {{from?: number, rate?: number, example?: number}} wish */
    #open({ from, rate = DRAWN_PER_SECOND, example }) {
        this.#close();
        if (document.hidden) {
            return;
        }
        const query = new URLSearchParams({ maxRate: String(rate), digits: String(DIGITS) });
        if (from !== undefined) {
            query.set("from", String(from));
        }
        if (example !== undefined) {
            query.set("example", String(example));
        }
        const source = new EventSource(`${this.#address}?${query}`);
        source.onopen = () => this.#hear("open", null);
        source.onerror = () => source.readyState === EventSource.CLOSED && this.#hear("lost", null);
        for (const name of ["frame", "tweak", "state", "end"]) {
            source.addEventListener(name, (event) => {
                const data = JSON.parse(event.data);
                this.#seen = name === "frame" ? data.step : this.#seen;
                this.#hear(name, data);
            });
        }
        this.#source = source;
    }

    #close() {
        this.#source?.close();
        this.#source = null;
    }

    end() {
        this.#leaving.abort();
        this.#close();
    }
}
