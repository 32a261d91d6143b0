/** @typedef {import("./changes.js").Snapshot} Snapshot */

/**
 * @typedef {object} Entry
 * @property {string} label the change in words
 * @property {string} kind changes of one kind that follow each other at once are undone as one
 * @property {number} time in milliseconds
 * @property {Snapshot} before
 * @property {Snapshot | null} after the moment at which the change was undone
 */

/** The most changes that can be undone. */
export const MOST = 50;
/** The time within which changes of one kind count as one, in milliseconds: a slider moved by a held key makes many. */
const ONE_MS = 1000;
/** The most characters that the tab keeps for the time after a reload. */
const MOST_CHARACTERS = 1_000_000;
const KEY = "undo";

/** The changes that can be undone and redone, the newest last. A reload within the tab keeps them. */
export class UndoList {
    /** @type {Entry[]} */ #done = [];
    /** @type {Entry[]} */ #undone = [];
    /** The newest moment that was kept. @type {Snapshot | null} */ last = null;
    #storage;

    /** @param {Pick<Storage, "getItem" | "setItem"> | null} storage */
    constructor(storage) {
        this.#storage = storage;
        try {
            const { done, undone, last } = JSON.parse(storage?.getItem(KEY) ?? "{}");
            this.#done = done ?? [];
            this.#undone = undone ?? [];
            this.last = last ?? null;
        } catch {
            // Nothing is kept: the list begins empty.
        }
    }

    /** The change that would be undone. */
    get undoes() {
        return this.#done.at(-1);
    }

    /** The change that would be made again. */
    get redoes() {
        return this.#undone.at(-1);
    }

    /** The newest change, if another one of this kind at this time counts as the same. */
    joined(/** @type {string} */ kind, /** @type {number} */ time) {
        const newest = this.undoes;
        return newest?.kind === kind && time - newest.time < ONE_MS ? newest : undefined;
    }

    /** Takes in a new change; what was undone before it cannot be made again. */
    add(/** @type {Omit<Entry, "after">} */ entry) {
        if (this.joined(entry.kind, entry.time)) {
            this.#done.pop();
        }
        this.#done = [...this.#done, { ...entry, after: null }].slice(-MOST);
        this.#undone = [];
    }

    /** Notes that the newest change was undone at this moment. */
    undone(/** @type {Snapshot} */ after) {
        const entry = this.#done.pop();
        if (entry) {
            this.#undone.push({ ...entry, after });
        }
    }

    /** Notes that the change that was undone last was made again at this moment. */
    redone(/** @type {Snapshot} */ before) {
        const entry = this.#undone.pop();
        if (entry) {
            this.#done.push({ ...entry, before, after: null, time: 0 });
        }
    }

    /** Writes all of it down for the time after a reload, without the oldest changes if they are too long. */
    keep(/** @type {Snapshot | null} */ last) {
        this.last = last;
        for (let from = 0; from <= this.#done.length; from++) {
            const text = JSON.stringify({ done: this.#done.slice(from), undone: this.#undone, last });
            if (text.length <= MOST_CHARACTERS) {
                this.#write(text);
                return;
            }
        }
    }

    #write(/** @type {string} */ text) {
        try {
            this.#storage?.setItem(KEY, text);
        } catch {
            // Storage is not available or full: a reload begins with no changes.
        }
    }
}
