import { encode, pointsOf } from "../../shared/plane/points.js";

/** The pause after the last change before the run is made anew, in milliseconds. */
const PAUSE = 500;
const MOST_UNDONE = 100;

/** @typedef {import("../../shared/plane/points.js").Point} Point */
/** @typedef {{points: Point[], data: string, text: string}} State the points, the chosen set, and what its own points are */

/**
 * The learner's editing of points. It may outlive the stage, which on some pages is replaced when the data change: a sheet holds the data's name and
 * the points as text, and is sent a substep after the last change.
 */
export class Session {
    isOpen = false;
    hadFocus = false;
    /** True while a pointer holds a point: until it lets go nothing is sent, since the map on which it is held would be replaced. */
    isHeld = false;
    selected = 0;
    /** @type {Point[]} */ points = [];
    /** @type {import("../../shared/plane/domain.js").Domain} */ #domain = { low: -1, high: 1 };
    /** @type {State[]} */ #past = [];
    /** The state that is to be sent. @type {State} */ #wanted = { points: [], data: "", text: "" };
    #known = "";
    #last = "";
    #due = 0;

    #sheet;

    constructor(/** @type {import("./sheets.js").Sheet} */ sheet) {
        this.#sheet = sheet;
    }

    /** @returns {State} */
    get #state() {
        return { points: this.points, ...this.#sheet.read(this.points, this.#domain) };
    }

    get domain() {
        return this.#domain;
    }

    get canUndo() {
        return this.#past.length > 0;
    }

    /**
     * Takes the data that a stage shows, unless a newer change is still to be answered. @param {any} data @param
     * {import("../../shared/plane/domain.js").Domain} domain
     */
    meet(data, domain) {
        this.#domain = domain;
        const points = pointsOf(data);
        const key = keyOf(this.#sheet.read(points, domain));
        if (this.#due) {
            this.#write(this.#wanted);
        } else if (key !== this.#known) {
            this.points = points;
            this.selected = Math.min(this.selected, this.points.length - 1);
            this.#known = key;
        }
    }

    /**
     * Puts other points in place of these. Changes of the same kind in a row are undone as one.
     *
     * @param {Point[]} points
     * @param {string} kind
     */
    change(points, kind) {
        if (kind === "" || kind !== this.#last) {
            this.#past.push(this.#due ? { ...this.#wanted, points: this.points } : this.#state);
            this.#past.splice(0, this.#past.length - MOST_UNDONE);
        }
        this.#last = kind;
        this.points = points;
        this.#send({ points, data: "own", text: encode(points, this.#domain) });
    }

    undo() {
        const before = this.#past.pop();
        if (before) {
            this.#last = "";
            this.points = before.points;
            this.selected = Math.min(this.selected, this.points.length - 1);
            this.#send(before);
        }
    }

    #send(/** @type {State} */ state) {
        this.#wanted = state;
        this.#write(state);
        clearTimeout(this.#due);
        this.#due = setTimeout(() => this.#submit(), PAUSE);
    }

    #write(/** @type {State} */ state) {
        this.#sheet.write(state);
        this.#known = keyOf(state);
    }

    /** Sends the points; waits while an answer is coming whose stage is not there yet. */
    #submit() {
        if (this.isHeld || this.#sheet.isBusy()) {
            this.#due = setTimeout(() => this.#submit(), PAUSE);
            return;
        }
        this.#due = 0;
        this.#sheet.submit(this.points, this.#domain);
    }
}

/** The key of a sheet's data. */
function keyOf(/** @type {import("./sheets.js").Choice} */ { data, text }) {
    return data === "own" ? `own ${text}` : data;
}
