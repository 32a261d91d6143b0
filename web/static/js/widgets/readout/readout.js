import { detailsOf, frameOf, hasNumbers, ownerOf } from "../../shared/dom/details.js";
import { html } from "../../shared/dom/html.js";
import { same } from "../../shared/items.js";
import { math } from "../../shared/dom/mathml.js";
import { read, short } from "../../shared/numbers.js";
import { symbolOf } from "../../shared/parameters.js";
import { itemName, reading } from "../../shared/reading.js";
import { knows } from "../../shared/words.js";
import { write } from "../../shared/dom/write.js";
import { judge } from "../../shared/dom/wrong.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Item} Item */

/**
 * `<x-readout>`: the numbers of the selection; at rest, a sentence on how to select. The value of a weight or bias
 * that stays selected can be typed, which is a tweak of the shown step; in the figure a digit begins it.
 */
class Readout extends StageWidget {
    #rest = "";
    /** Links into the glossary for the words before the numbers, where the page brings some. @type {DocumentFragment | undefined} */ #terms;
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Item | null} */ #kept = null;
    #shown = "";
    /** The text that was typed in the figure since the last drawing: the next drawing has the field for it. @type {string | null} */ #due = null;
    /** The readout's width, and its largest height at that width: parts under it, perhaps under the pointer, stay in their place. */
    #room = { width: 0, height: 0 };
    #sized = new ResizeObserver(() => this.#hold());

    enter(/** @type {AbortSignal} */ signal) {
        this.#terms ??= this.querySelector("template")?.content;
        this.#rest = this.textContent.trim();
        this.classList.add("rest");
        this.addEventListener("change", () => this.#set(), { signal });
        this.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.stage.addEventListener("type", (event) => {
            const { key, from } = /** @type {CustomEvent} */ (event).detail;
            if (this.#isNearest(from)) {
                this.#due = (this.#due ?? "") + (key === "Enter" ? "" : key);
                this.stage.redraw("select");
            }
        }, { signal });
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    #hold() {
        const [width, height] = [this.offsetWidth, this.offsetHeight];
        if (width !== this.#room.width) {
            this.#room = { width, height: 0 };
            this.style.minHeight = "";
        } else if (height > this.#room.height) {
            const grown = this.#room.height > 0 && this.getBoundingClientRect().bottom < 0 ? height - this.#room.height : 0;
            this.#room.height = height;
            this.style.minHeight = `${height}px`;
            scrollBy({ top: grown, behavior: "instant" });
        }
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
    }

    draw(/** @type {any} */ whole, /** @type {import("../../shared/types.js").Selection} */ { item: pointed, kept }, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        // A pointer at rest does not disturb typing.
        const item = this.#field && this.#field === document.activeElement ? kept : pointed;
        const onPad = this.stage.drawnActivations;
        if (item?.kind === "neuron" && onPad && this.#setup) {
            this.#shown = "";
            write(this, `${itemName(item, this.#setup)}: ${short(onPad[item.at[0]][item.at[1]])} for the digit on the pad`);
            return;
        }
        const frame = item && this.#numbersOf(whole, item, state);
        if (!item || !this.#setup || !frame) {
            this.#shown = "";
            this.classList.add("rest");
            write(this, item && this.#setup && whole.activations ? `${itemName(item, this.#setup)}: ${
                state === "running" ? "pause to see its numbers" : detailsOf(this.stage).why(whole, ...ownerOf(item)) || "…"}` : this.#rest);
            return;
        }
        this.#kept = kept;
        const typed = state !== "running" && same(item, kept) && item.kind !== "neuron" && this.#isOurs;
        const { title, parts } = reading(item, frame, this.#setup, (word) => knows(this.stage, word));
        const shape = `${title} ${parts.map(({ label }) => label)} ${typed}`;
        if (shape !== this.#shown) {
            this.#shown = shape;
            this.classList.remove("rest");
            this.replaceChildren(html("span", { class: "what" }, title, ...named(item)), ...parts.map((p, i) => part(p, this.#word(p.label), typed && i === 0)));
        }
        parts.forEach(({ value }, i) => this.#write(this.children[i + 1], value));
        this.#type();
    }

    /** The word before a number, with its meaning if the page brings it. */
    #word(/** @type {string} */ label) {
        return this.#terms?.querySelector(`[data-term="${CSS.escape(label)}"]`)?.cloneNode(true) ?? label;
    }

    /** The frame, or the requested numbers of a network too large to be sent whole. @param {any} frame @param {Item} item @param {string} state */
    #numbersOf(frame, item, state) {
        const [layer, j] = ownerOf(item);
        if (frame.weights || (layer === 0 && frame.activations)) {
            return frame;
        }
        const details = detailsOf(this.stage);
        const detail = details.of(frame, layer, j);
        const hasThem = hasNumbers(frame, item, detail);
        if (!hasThem && state !== "running" && frame.activations) {
            details.want(frame, [[layer, j]]);
        }
        return detail && hasThem ? frameOf(frame, layer, j, detail) : null;
    }

    /** Tests whether the run may be changed here: it is the learner's own, or becomes it. */
    get #isOurs() {
        const { run: { own, frames, from }, config: { scene }, watches } = this.stage;
        return !watches && (own !== undefined || (frames !== undefined && from === undefined)) && !scene?.locked.includes("weights");
    }

    /** @returns {HTMLInputElement | null} */
    get #field() {
        return this.querySelector("input");
    }

    #write(/** @type {Element} */ element, /** @type {string} */ value) {
        const field = element.querySelector("input");
        if (!field) {
            write(element.querySelector("b"), value);
        } else if (document.activeElement !== field) {
            field.value = value;
        }
    }

    /** Tests whether this readout is the one beside a figure, or the first of the stage where no readout is. */
    #isNearest(/** @type {Element} */ figure) {
        const all = [...this.stage.querySelectorAll("x-readout")];
        return this === (all.find((readout) => readout.parentElement?.contains(figure)) ?? all[0]);
    }

    /** Puts what was typed in the figure into the field. */
    #type() {
        const field = this.#field;
        if (field && this.#due !== null) {
            field.focus();
            field.select();
            field.value = this.#due || field.value;
        }
        this.#due = null;
    }

    #key(/** @type {KeyboardEvent} */ event) {
        if (event.key === "Escape" && event.target === this.#field) {
            event.stopPropagation();
            /** @type {HTMLElement | null} */ (this.parentElement?.querySelector(".network-figure") ?? this.stage.querySelector(".network-figure"))?.focus();
            this.stage.redraw();
        }
    }

    async #set() {
        const field = this.#field;
        const value = read(field?.value ?? "");
        if (!field || !this.#kept) {
            return;
        }
        judge(field, Number.isFinite(value) ? "" : "Write a number here, for example 0.25 or −3.", this);
        if (Number.isFinite(value)) {
            await this.stage.act("tweaks", { [this.#kept.kind === "bias" ? "biases" : "weights"]: [{ at: this.#kept.at, value }] });
        }
    }
}

/** The symbol of a weight or a bias in the equations. @param {Item} item @returns {(string | Element)[]} */
function named(item) {
    return item.kind === "neuron" ? [] : [", ", math(symbolOf(item))];
}

/** @param {import("../../shared/reading.js").Part} part @param {string | Node} word @param {boolean} typed */
function part({ value, kind }, word, typed) {
    return typed
        ? html("label", { class: "part" }, word, " ", html("input", { type: "text", inputmode: "text", autocomplete: "off", value }))
        : html("span", { class: kind ? `part ${kind}` : "part" }, word, " ", html("b", {}, value));
}

customElements.define("x-readout", Readout);
