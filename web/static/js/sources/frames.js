import { viewQuery } from "./view.js";
import { Past } from "./past.js";
import { Stream } from "./stream.js";

/** @typedef {import("../shared/types.js").Frame} Frame */
/** @typedef {import("./view.js").View} View */

/** The time, in milliseconds, to wait for a stream's first frame. */
const FIRST_FRAME_MS = 2000;

/** A run's frames as a page shows them: its stream, and the steps before, both with the same query. */
export class Frames {
    /** The address of the frames. */
    address = "";
    /** @type {Stream | null} */ #stream = null;
    /** @type {Past | null} */ #past = null;
    /** @type {View} */ #view = {};
    /** True once the stream was opened for other explanations. */ #isBehind = false;
    #renewed = Promise.resolve();
    /** True while the stream is closed because nothing happens. */ #rests = false;
    #get;
    #hear;

    /**
     * @param {(address: string) => Promise<any>} get
     * @param {(name: string, data: any) => void} hear takes every event of the stream, "open", "cut" and "quiet", and "reopen" if the stream was open before
     */
    constructor(get, hear) {
        this.#get = get;
        this.#hear = hear;
    }

    /** Looks differently from now on; answers whether that is new. */
    change(/** @type {View} */ change) {
        const view = { ...this.#view, ...change };
        const isNew = String(viewQuery(view)) !== String(viewQuery(this.#view));
        this.#view = view;
        this.#past = this.pastOf(this.address);
        return isNew;
    }

    /** Asks for the numbers of these neurons, at once. */
    watch(/** @type {number[][] | undefined} */ neurons) {
        if (this.change({ neurons }) && (this.isOpen || this.#rests)) {
            this.open({});
        }
    }

    /**
     * Has other quantities explained with each frame. The stream brings them once it is opened again; at rest that has time.
     *
     * @param {string[]} explain
     * @param {boolean} now
     */
    explain(explain, now) {
        this.#view = { ...this.#view, explain };
        this.#past?.ask(this.#view);
        this.#isBehind = true;
        if (now) {
            this.renew();
        }
    }

    /** Opens the stream again if its query is old or if it rests; fulfilled when the first frame arrives. */
    renew() {
        if (this.#rests || (this.#isBehind && this.isOpen)) {
            this.#renewed = this.open({});
        }
        return this.#renewed;
    }

    /** Closes the stream until something is about to happen. */
    rest() {
        if (this.isOpen) {
            this.end();
            this.#rests = true;
        }
    }

    /** Shows a step that has no stream: of a run at rest. */
    async still(/** @type {number} */ step) {
        this.#rests = true;
        const frame = await this.at(step);
        if (frame) {
            this.#hear("frame", frame);
        }
    }

    /** Turns to another run; its stream is not open yet. */
    turn(/** @type {string} */ frames, past = this.pastOf(frames)) {
        this.end();
        this.address = frames;
        this.#past = past;
    }

    /** The steps of a run to which one may turn. */
    pastOf(/** @type {string} */ frames) {
        return new Past(frames, this.#view, this.#get);
    }

    /**
     * Opens the stream. Events before its first frame never arrive, so a caller who is about to change the run waits for its first frame, which comes at once.
     *
     * @param {{from?: number, rate?: number}} request
     * @returns {Promise<void>}
     */
    open(request) {
        let opened = 0;
        this.#isBehind = false;
        const { promise, resolve } = /** @type {PromiseWithResolvers<void>} */ (Promise.withResolvers());
        setTimeout(resolve, FIRST_FRAME_MS);
        this.end();
        this.#stream = new Stream(this.address, request, this.#view, (name, data) => {
            if (name === "open" && opened++ > 0 && request.rate === undefined) {
                this.#hear("reopen", null);
            }
            this.#hear(name, data);
            if (name === "frame") {
                resolve();
            }
        });
        return promise;
    }

    get isOpen() {
        return this.#stream !== null;
    }

    /** The frame of a step, or null if another was requested before it came, or there is no run. */
    async at(/** @type {number} */ step) {
        return this.#past ? this.#past.at(step) : null;
    }

    /** A step with all digits. @returns {Promise<Frame>} */
    exact(/** @type {Frame} */ { step, example }) {
        return this.#get(`${this.address}/${step}?${viewQuery({ ...this.#view, example }, { exact: true })}`);
    }

    keep(/** @type {Frame} */ frame) {
        this.#past?.keep(frame);
    }

    forget(/** @type {number} */ step) {
        this.#past?.forget(step);
    }

    end() {
        this.#rests = false;
        this.#stream?.end();
        this.#stream = null;
    }
}
