/** The time, in milliseconds, after which the stream of a run that is not playing closes: a learner who makes steps one by one keeps it. */
const REST_MS = 4000;

/**
 * Closes the stream of a run when nothing happens any more, once everything that was asked for has arrived: a browser has six connections to a server,
 * and a page of many figures, or another tab, needs them too.
 */
export class Rest {
    #timer = 0;
    #acts = 0;
    /** The step that the server has answered last. */ #due = 0;
    #stage;
    #close;

    /** @param {import("../stage.js").Stage} stage @param {() => void} close */
    constructor(stage, close) {
        this.#stage = stage;
        this.#close = close;
    }

    /** True while a change is carried out: a stream that opens anew now would miss its end. */
    get isActing() {
        return this.#acts > 0;
    }

    /** Begins to wait anew: something was heard. */
    wait() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#check(), REST_MS);
    }

    #check() {
        const { state, newest } = this.#stage.progress;
        if (this.#stage.watches || this.#acts > 0 || newest < this.#due) {
            this.wait();
        } else if (state !== "running") {
            this.#close();
        }
    }

    /** Carries out a change of the run; the stream stays open until it is seen. @template T @param {() => Promise<T>} change @returns {Promise<T>} */
    async during(change) {
        this.#acts++;
        try {
            return await change();
        } finally {
            this.#acts--;
            this.wait();
        }
    }

    /** Takes in an answer, whose step the stream is still to bring. @template T @param {T} answer @returns {T} */
    answered(answer) {
        this.#due = /** @type {any} */ (answer)?.step ?? 0;
        return answer;
    }

    /** Forgets the run. */
    end() {
        clearTimeout(this.#timer);
        this.#due = 0;
    }
}
