import { same } from "../shared/items.js";

/** @typedef {import("../shared/types.js").Item} Item */
/** @typedef {import("../shared/types.js").Substep} Substep */
/** @typedef {import("../shared/types.js").Trial} Trial */

/** The selection on a stage: a part of the network, a substep of the shown step, and a value that is only tried. */
export class Selection {
    /** @type {Item | null} */ #pointed = null;
    /** @type {Item | null} */ #held = null;
    /** @type {Substep | null} */ #substep = null;
    /** @type {Trial | null} */ #trial = null;
    #changed;

    /** @param {(cause: "select" | "substep") => void} changed is called after each change */
    constructor(changed) {
        this.#changed = changed;
    }

    /** The same for the widgets. @returns {import("../shared/types.js").Selection} */
    get shown() {
        return { item: this.#pointed ?? this.#held, held: this.#pointed === null, kept: this.#held };
    }

    /** The item that stays selected. */
    get held() {
        return this.#held;
    }

    get substep() {
        return this.#substep;
    }

    set substep(substep) {
        this.#substep = substep;
        this.#changed("substep");
    }

    get trial() {
        return this.#trial;
    }

    set trial(trial) {
        if (trial !== this.#trial) {
            this.#trial = trial;
            this.#changed("select");
        }
    }

    /**
     * Selects what is pointed at or, to hold it, what stays selected when the pointer leaves; holding it again lets it go.
     *
     * @param {Item | null} item
     * @param {"point" | "hold" | "toggle"} how
     */
    select(item, how) {
        if (how === "point" && same(item, this.#pointed)) {
            return;
        }
        this.#held = how === "point" ? this.#held : how === "toggle" && same(item, this.#held) ? null : item;
        this.#pointed = how === "point" ? item : null;
        this.#changed("select");
    }
}
