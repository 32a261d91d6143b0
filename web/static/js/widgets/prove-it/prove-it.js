import { html } from "../../shared/dom/html.js";
import { same } from "../../shared/items.js";
import { math, slopeBy } from "../../shared/dom/mathml.js";
import { count, raised, significant } from "../../shared/numbers.js";
import { addressOf, lookedAt, symbolOf } from "../../shared/parameters.js";
import { knows } from "../../shared/words.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/nudges", "post">} Nudge */

const MOST = 15;
const DIGITS = 10;
/** All that the machine keeps: with fewer, the quotient of a tiny nudge could not be worked out again. */
const COST_DIGITS = 16;

/**
 * `<x-prove-it>`: a weight or bias is moved by k to both sides, the server runs the network again, and shows the cost's difference
 * quotient beside backpropagation's number; the digits that agree are marked.
 */
class ProveIt extends StageWidget {
    figure = { name: "Proof of a gradient", line: "The slope measured by nudging a weight, beside the gradient from backpropagation." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Frame | null} */ #frame = null;
    /** @type {Item | null} */ #item = null;
    /** The frame that was measured, and what was moved, while their numbers are on screen. @type {{frame: Frame, item: Item} | null} */
    #proof = null;
    #asked = 0;
    #head = html("p", { class: "proof-weight" });
    #slider = html("input", { "type": "range", "min": 1, "max": MOST, "value": 4, "aria-label": "Size of the nudge, a power of ten" });
    #size = html("output", {});
    #button = html("button", { type: "button", class: "act second", disabled: true }, "Prove it");
    #result = html("dl", { class: "proof" });
    #verdict = html("p", { "class": "note", "aria-live": "polite" });

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#head, html("label", { class: "proof-size" }, "Nudge by k =", this.#size, this.#slider),
            this.#button, this.#result, this.#verdict);
        this.#slider.addEventListener("input", () => {
            this.#label();
            if (this.#proof) {
                this.#prove();
            }
        }, { signal });
        this.#button.addEventListener("click", () => this.#prove(), { signal });
        this.#label();
    }

    /** The name of the computation that the measured quotients are compared with: it has a name once that is taught. */
    get #computed() {
        return knows(this.stage, "delta") ? "backpropagation" : `∂C/∂${this.#item?.kind === "bias" ? "b" : "w"} computed directly`;
    }

    get #power() {
        return Number(this.#slider.value);
    }

    #label() {
        const size = this.#power <= 4 ? (10 ** -this.#power).toFixed(this.#power) : `10${raised(`-${this.#power}`)}`;
        write(this.#size, size);
        this.#slider.setAttribute("aria-valuetext", `10 to the minus ${this.#power}`);
        this.#slider.style.setProperty("--filled", `${(100 * (this.#power - 1)) / (MOST - 1)}%`);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept }) {
        if (!this.#setup) {
            return;
        }
        this.#frame = frame;
        this.#button.disabled = false;
        const item = lookedAt(kept, this.#setup);
        if (!same(item, this.#item)) {
            this.#item = item;
            const moved = symbolOf(item);
            this.#head.replaceChildren("Is ", math(slopeBy(moved)), " right? Move ", math(moved), " a little to both sides and measure.");
        }
        if (this.#proof && !this.#holds(this.#proof, frame)) {
            this.#clear();
        }
    }

    /**
     * Tests whether a proof still holds: for its own step, always; not for another weight or bias, or for a step that was changed since.
     *
     * @param {{frame: Frame, item: Item}} proof
     * @param {Frame} frame
     */
    #holds(proof, frame) {
        return same(proof.item, this.#item) && (frame.step !== proof.frame.step || near(frame.cost, proof.frame.cost));
    }

    #clear() {
        this.#proof = null;
        delete this.dataset.nudged;
        this.#asked++;
        this.#result.replaceChildren();
        write(this.#verdict, "");
    }

    async #prove() {
        const item = /** @type {Item} */ (this.#item);
        const proof = { frame: /** @type {Frame} */ (this.#frame), item };
        const asked = ++this.#asked;
        try {
            const nudge = await this.stage.ask("nudges", { step: proof.frame.step, at: item.at, by: Number(`1e-${this.#power}`) });
            if (asked === this.#asked && this.#holds(proof, proof.frame)) {
                this.#proof = proof;
                this.#show(nudge, proof.frame.step);
                this.dataset.nudged = String(new URLSearchParams({ step: String(proof.frame.step), ...addressOf(item), by: `1e-${this.#power}` }));
                this.stage.redraw("select");
            }
        } catch (error) {
            write(this.#verdict, /** @type {Error} */ (error).message);
        }
    }

    /** @param {Nudge} nudge @param {number} step the one at which it was measured: the run may have gone on */
    #show({ cost, quotients, gradient }, step) {
        const name = this.#item?.kind === "bias" ? "b" : "w";
        const rows = /** @type {[string, Node | string, string][]} */ ([
            [`C(${name} − k)`, text(cost.minus, COST_DIGITS), "cost"],
            [`C(${name})`, text(cost.at, COST_DIGITS), "cost"],
            [`C(${name} + k)`, text(cost.plus, COST_DIGITS), "cost"],
            [`one side: (C(${name} + k) − C(${name})) / k`, marked(quotients.forward, gradient), "gradient"],
            [`both sides: (C(${name} + k) − C(${name} − k)) / 2k`, marked(quotients.central, gradient), "gradient"],
            [this.#computed, html("span", {}, text(gradient)), "gradient"],
        ]);
        this.#result.replaceChildren(...rows.flatMap(([what, value, look]) =>
            [html("dt", {}, what), html("dd", { class: look }, value)]));
        const digits = agreeing(quotients.central, gradient);
        write(this.#verdict, gradient === 0 && quotients.central === 0 ? `Both are exactly 0 at step ${count(step)}.`
            : `${digits === 0 ? "No digit agrees" : digits === 1 ? "One digit agrees" : `${digits} digits agree`} between both sides and ${this.#computed}, at step ${count(step)}. ${remark(this.#power, digits)}`);
    }
}

function remark(/** @type {number} */ power, /** @type {number} */ digits) {
    return power <= 2 && digits < 5 ? "With a large k the hill bends too much: try a smaller k."
        : power >= 7 && digits < 8 ? "A tiny k changes only the last digits that the computer keeps of the cost: try a larger k." : "";
}

/** Tests whether two numbers are the same, though the server may have rounded one of them. @param {number} a @param {number} b */
function near(a, b) {
    return Math.abs(a - b) <= 1e-3 * Math.abs(b);
}

/** Writes a number with a count of digits, and a power of ten where the number is not near 1. */
function text(/** @type {number} */ value, digits = DIGITS) {
    const size = Math.abs(value);
    if (digits === COST_DIGITS && size >= 1e-3 && size < 1e6) {
        return significant(value, digits);
    }
    const [mantissa, exponent] = value.toExponential(digits - 1).replace("-", (sign, at) => (at === 0 ? "\u2212" : sign)).split("e");
    return Number(exponent) === 0 ? mantissa : `${mantissa} × 10${raised(exponent)}`;
}

/**
 * The number of digits to which two numbers agree: those that are the same from the first one on, or, where they differ by a carry, those to which
 * they are the same when rounded.
 *
 * @param {number} a
 * @param {number} b
 */
function agreeing(a, b) {
    const digits = text(a).slice(0, alike(text(a), text(b))).replace(/\D/g, "").length;
    return Math.max(digits, Math.floor(Math.max(0, Math.min(DIGITS, -Math.log10(Math.abs(a - b) / Math.abs(b))))) || 0);
}

/** The length of a text's beginning that is the same; nothing where the power of ten differs. @param {string} a @param {string} b */
function alike(a, b) {
    const [end, other] = [a, b].map((t) => t.slice(t.search(/ ×|$/)));
    let length = 0;
    while (end === other && length < a.length - end.length && a[length] === b[length]) {
        length++;
    }
    return length;
}

/** A number with the digits marked that agree with another. @param {number} value @param {number} other */
function marked(value, other) {
    const own = text(value);
    const digits = agreeing(value, other);
    let length = 0;
    for (let seen = 0; seen < digits || own[length] === "."; length++) {
        seen += /\d/.test(own[length]) ? 1 : 0;
    }
    return html("span", {}, html("mark", {}, own.slice(0, length)), own.slice(length));
}

customElements.define("x-prove-it", ProveIt);
