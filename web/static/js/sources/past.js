import { viewQuery } from "./view.js";

const KEPT = 120;

/** @typedef {import("../shared/types.js").Frame} Frame */

/** The steps before the newest: some kept since they arrived, the others asked for, one request at a time, the last request wins. */
export class Past {
    /** @type {Map<number, Frame>} */ #kept = new Map();
    /** @type {number | null} */ #wanted = null;
    #asking = false;
    #address;
    #query;
    #get;

    /**
     * @param {string} address of the frames
     * @param {import("./view.js").View} view
     * @param {(address: string) => Promise<any>} get
     */
    constructor(address, view, get) {
        this.#address = address;
        this.#query = `?${viewQuery(view)}`;
        this.#get = get;
    }

    /** Sets another query for steps from now on; those at hand stay. */
    ask(/** @type {import("./view.js").View} */ view) {
        this.#query = `?${viewQuery(view)}`;
    }

    /** Keeps a frame at hand, and lets the oldest go. */
    keep(/** @type {Frame} */ frame) {
        this.#kept.delete(frame.step);
        this.#kept.set(frame.step, frame);
        if (this.#kept.size > KEPT) {
            this.#kept.delete(/** @type {number} */ (this.#kept.keys().next().value));
        }
    }

    /** Forgets a step, whose updates changed. */
    forget(/** @type {number} */ step) {
        this.#kept.delete(step);
    }

    /**
     * The frame of a step, or null if another was requested before it came.
     *
     * @param {number} step
     * @returns {Promise<Frame | null>}
     */
    async at(step) {
        this.#wanted = step;
        const known = this.#kept.get(step);
        if (known) {
            return known;
        }
        if (this.#asking) {
            return null;
        }
        this.#asking = true;
        try {
            let frame;
            do {
                step = this.#wanted;
                frame = this.#kept.get(step) ?? await this.#get(`${this.#address}/${step}${this.#query}`);
            } while (step !== this.#wanted);
            this.keep(frame);
            return frame;
        } finally {
            this.#asking = false;
        }
    }
}
