import { Unreachable } from "../stage/connection.js";

/** The pauses between two tries, in milliseconds; the last one is repeated. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * Tries something again until the server answers: after growing pauses, and at once when the browser says that it is online or when the learner asks
 * for it. Many pages lose one server at the same moment, so each pause is up to a half longer, at random.
 */
export class Reconnection {
    #tries = 0;
    #timer = 0;
    #isAsking = false;
    /** True if the connection is lost again while it is asked. */ #isLostAgain = false;
    #leaving = new AbortController();
    #attempt;
    #fail;

    /**
     * @param {() => Promise<void>} attempt fails with Unreachable as long as the server does not answer
     * @param {(error: any) => void} fail takes any other failure, which ends it
     */
    constructor(attempt, fail) {
        this.#attempt = attempt;
        this.#fail = fail;
        addEventListener("online", () => this.now(), { signal: this.#leaving.signal });
    }

    get goesOn() {
        return this.#timer !== 0 || this.#isAsking;
    }

    /** Begins to try; it may be doing so already. */
    begin() {
        this.#isLostAgain = this.#isAsking;
        if (!this.goesOn) {
            this.#tries = 0;
            this.#wait();
        }
    }

    #wait() {
        const pause = PAUSES_MS[Math.min(this.#tries++, PAUSES_MS.length - 1)];
        this.#timer = setTimeout(() => this.now(), pause * (1 + Math.random() / 2));
    }

    /** Tries now, if it tries at all. */
    async now() {
        if (this.#timer === 0) {
            return;
        }
        this.#rest();
        this.#isAsking = true;
        this.#isLostAgain = false;
        try {
            await this.#attempt();
            if (this.#isLostAgain) {
                throw new Unreachable();
            }
        } catch (error) {
            if (error instanceof Unreachable && !this.#leaving.signal.aborted) {
                this.#wait();
            } else {
                this.#fail(error);
            }
        } finally {
            this.#isAsking = false;
        }
    }

    #rest() {
        clearTimeout(this.#timer);
        this.#timer = 0;
    }

    end() {
        this.#rest();
        this.#leaving.abort();
    }
}
