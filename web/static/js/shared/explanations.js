import { applied, slopeBy, symbol } from "./dom/mathml.js";
import { beside, long, plain, short } from "./numbers.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("../stage.js").Stage} Stage */
/** @typedef {import("./types.js").Schemas["ExplainedNumber"]} Explained */
/** @typedef {import("./types.js").Schemas["Explanation"]} Explanation */
/** @typedef {Explanation["parts"][number]} Part a sign, a fixed number, or one that can be explained; a value of null is infinite */

/** The most quantities that the interface explains at once. */
const MOST = 100;

/** @type {WeakMap<Stage, Explanations>} */
const ofStages = new WeakMap();

/** The explanations that the widgets of a stage share. */
export function explanationsOf(/** @type {Stage} */ stage) {
    const known = ofStages.get(stage) ?? new Explanations(stage);
    ofStages.set(stage, known);
    return known;
}

/**
 * The explanations of the shown step's numbers. They come with the frames once a widget has named them, and are asked for where a frame lacks them.
 */
class Explanations {
    /** The quantities that each widget shows. @type {Map<Element, string[]>} */ #wantedBy = new Map();
    #wanted = "";
    /** The question that is about to be asked. @type {{frame: Frame, names: string[]} | null} */ #due = null;
    /** @type {WeakMap<Frame, Map<string, Explanation>>} */ #known = new WeakMap();
    /** The answers about a frame. @type {WeakMap<Frame, Set<string>>} */ #asked = new WeakMap();
    #stage;

    constructor(/** @type {Stage} */ stage) {
        this.#stage = stage;
        // Another run may have no such quantities.
        stage.addEventListener("setup", () => [...this.#wantedBy.keys()].forEach((widget) => this.forget(widget)));
    }

    /**
     * The explanations of these quantities, as far as they are here; the stage draws again when the others have come.
     *
     * @param {Frame} frame
     * @param {string[]} names
     * @param {Element} widget that shows them
     */
    of(frame, names, widget) {
        this.#want(widget, names);
        const known = this.#of(frame);
        const missing = names.filter((name) => !known.has(name) && !this.#asked.get(frame)?.has(name)).slice(0, MOST);
        if (missing.length > 0 && this.#isAtRest) {
            this.#ask(frame, missing);
        }
        return known;
    }

    /** Ends a widget's request. */
    forget(/** @type {Element} */ widget) {
        this.#want(widget, []);
    }

    #want(/** @type {Element} */ widget, /** @type {string[]} */ names) {
        this.#wantedBy.set(widget, names);
        const all = [...new Set([...this.#wantedBy.values()].flat())].slice(0, MOST);
        if (all.join() !== this.#wanted) {
            this.#wanted = all.join();
            this.#stage.explain(all);
        }
    }

    #of(/** @type {Frame} */ frame) {
        const known = this.#known.get(frame) ?? new Map(frame.explanations?.map((explanation) => [explanation.of, explanation]));
        this.#known.set(frame, known);
        return known;
    }

    /** Tests whether the shown frame stays: the next one of a stream brings its own explanations. */
    get #isAtRest() {
        const { state, shown, newest } = this.#stage.progress;
        return state !== "first" && (state !== "running" || shown < newest);
    }

    /** Asks once for all that the widgets miss when they draw the same frame. */
    async #ask(/** @type {Frame} */ frame, /** @type {string[]} */ missing) {
        const asked = this.#asked.get(frame) ?? new Set();
        this.#asked.set(frame, asked);
        missing.forEach((name) => asked.add(name));
        if (this.#due?.frame === frame) {
            this.#due.names.push(...missing);
            return;
        }
        const due = this.#due = { frame, names: [...missing] };
        await null;
        this.#due = null;
        const names = due.names.slice(0, MOST);
        try {
            const { explanations } = await this.#stage.ask(`explanations?of=${names.join()}&step=${frame.step}&example=${frame.example}`);
            const known = this.#of(frame);
            explanations.forEach((/** @type {Explanation} */ explanation) => known.set(explanation.of, explanation));
            this.#stage.redraw();
        } catch {
            names.forEach((name) => asked.delete(name));
        }
    }
}

/** The symbol of a number in MathML; the shown example's own cost carries its number where the batch has others. */
export function symbolOf(/** @type {Explained} */ { symbol: { form, letter, at } }, /** @type {Frame} */ { batch, example }) {
    const base = form === "prime" ? `${letter}′` : letter;
    const letters = at.length === 0 ? `<mi>${letter}</mi>` : at.length === 1 ? symbol(base, null, at[0]) : symbol(base, at[0], ...at.slice(1));
    return form === "change" ? `<mi>Δ</mi>${letters}`
        : form === "curve-slope" ? applied("σ′", letters)
            : form === "slope" ? slopeBy(letters)
                : form === "own-slope" ? slopeBy(letters, (batch?.length ?? 1) > 1 ? example + 1 : null)
                    : form === "own" ? `<msub>${letters}<mn>${example + 1}</mn></msub>` : letters;
}

/** The parts of a formula that are numbers with an explanation. @param {Part[]} parts @returns {Explained[]} */
export function named(parts) {
    return /** @type {Explained[]} */ (parts.filter((part) => "of" in part));
}

/**
 * A number's text. With a new value, the old value and the change are side by side, with digits enough to show the change.
 *
 * @param {number | null} value
 * @param {boolean} whole whether it is written with all its decimals
 * @param {number} [change]
 */
export function text(value, whole, change = 0) {
    return value === null ? short(Infinity) : whole ? long(value) : change ? beside(value, change) : short(value);
}

/** A number that belongs to the formula itself, such as ½. */
export function constant(/** @type {number | null} */ value) {
    return plain(value ?? Infinity, 6);
}

/** The kind and the indices in a quantity's name. @returns {{kind: string, at: number[]}} */
export function read(/** @type {string} */ name) {
    const [kind, ...at] = name.split(".");
    return { kind, at: at.map(Number) };
}
