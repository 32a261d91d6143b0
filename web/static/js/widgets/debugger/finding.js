import { symbolOf, text } from "../../shared/explanations.js";
import { html } from "../../shared/dom/html.js";
import { same } from "../../shared/items.js";
import { math, symbol } from "../../shared/dom/mathml.js";
import { long, signed } from "../../shared/numbers.js";
import { found, plainWords, substepWords } from "../../shared/substep-words.js";
import { write } from "../../shared/dom/write.js";

/** @typedef {import("../../shared/types.js").Substep} Substep */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/explanations.js").Explanation} Explanation */
/** @typedef {{key: string, symbol: string, value: string, look: string, name: string, item: Item | null}} Line */

const MOST = 12;
const REST = "One training step is a forward pass, a backward pass and an update. Use the buttons above to go through this one, one part at a time.";
const REST_IN_PARTS = "One training step has five parts. Press them from left to right.";

/** The result of a substep: a sentence, and its numbers with nine decimals. Each selects what it belongs to in the figure. */
export class Finding {
    element = html("div", { class: "finding" });
    #sentence = html("p", { "aria-live": "polite" });
    #list = html("ul", { class: "found" });
    #rest = html("p", { class: "note" });
    /** @type {Line[]} */ #lines = [];
    /** The quantities in the list. */ #names = "";
    #select;
    #explain;

    /**
     * @param {(item: Item | null, how: "point" | "toggle") => void} select
     * @param {(frame: import("../../shared/types.js").Frame, names: string[]) => Map<string, Explanation>} explain as far as explanations are here
     */
    constructor(select, explain) {
        this.#select = select;
        this.#explain = explain;
        this.element.append(this.#sentence, this.#list, this.#rest);
        for (const [event, how] of /** @type {[string, "point" | "toggle"][]} */ ([["pointerover", "point"], ["focusin", "point"], ["click", "toggle"]])) {
            this.#list.addEventListener(event, ({ target }) => this.#pick(/** @type {Element} */ (target), how));
        }
        this.#list.addEventListener("pointerleave", () => this.#select(null, "point"));
        this.#list.addEventListener("focusout", () => this.#select(null, "point"));
    }

    #pick(/** @type {Element} */ target, /** @type {"point" | "toggle"} */ how) {
        const button = target.closest("button");
        const picked = button && this.#lines.find(({ key }) => key === button.dataset.quantity);
        if (picked?.item) {
            this.#select(picked.item, how);
        }
    }

    /**
     * @param {Substep | null} substep
     * @param {import("../../shared/types.js").Frame} frame
     * @param {import("../../shared/types.js").Setup} setup
     * @param {Item | null} item
     * @param {boolean} inParts
     */
    show(substep, frame, setup, item, inParts) {
        write(this.#sentence, !substep ? (inParts ? REST_IN_PARTS : REST) : inParts ? plainWords(substep, frame) : substepWords(substep, frame, setup));
        this.#sentence.classList.toggle("rest", substep === null);
        const names = substep && frame.weights ? listed(substep, frame, inParts) : [];
        const known = this.#explain(frame, names.slice(0, MOST));
        const isSame = names.length > 0 && names.join() === this.#names;
        this.#names = names.join();
        if (isSame && !names.slice(0, MOST).every((name) => known.has(name))) {
            return;
        }
        const shown = substep?.after ? again(substep, substep.after).filter(({ key }) => !inParts || key !== "predicted")
            : names.slice(0, MOST).flatMap((name) => known.get(name) ?? []).map((explanation) => line(explanation, frame));
        write(this.#rest, substep && !frame.weights ? "This network is too large to show single weights here."
            : names.length > MOST ? `and ${names.length - MOST} more; select one in the figure to open it` : "");
        if (shown.map(({ key }) => key).join() !== this.#lines.map(({ key }) => key).join()) {
            this.#list.replaceChildren(...shown.map(entry));
        }
        this.#lines = shown;
        shown.forEach(({ value, item: of }, i) => {
            const button = this.#list.children[i].firstElementChild;
            write(button?.querySelector("b") ?? null, value);
            button?.classList.toggle("linked", of !== null && same(of, item));
        });
    }

    refuse(/** @type {string} */ why) {
        write(this.#rest, why);
    }
}

function entry(/** @type {Line} */ { key, symbol: letters, value, look, name, item }) {
    const number = html("b", {}, value);
    const inside = [letters.startsWith("<") ? math(letters) : html("span", {}, letters), html("span", {}, "="), number];
    return html("li", { class: look }, item
        ? html("button", { "type": "button", "data-quantity": key, "title": name, "aria-label": `${name}: ${value}` }, ...inside)
        : html("span", { "data-quantity": key, "title": name }, ...inside));
}

/**
 * The quantities of a substep; of a part of a step those that the figure does not have. @param {Substep} substep @param
 * {import("../../shared/types.js").Frame} frame @param {boolean} inParts
 */
function listed(substep, frame, inParts) {
    return !inParts ? found(substep, frame) : substep.part === "a" ? []
        : substep.part === "update" ? frame.weights.flatMap((_, layer) => found({ part: "update", layer }, frame)) : found(substep, frame);
}

/** @param {Explanation} explanation @param {import("../../shared/types.js").Frame} frame @returns {Line} */
function line(explanation, frame) {
    const { of, value, look, title, item = null } = explanation;
    return { key: of, symbol: symbolOf(explanation, frame), value: text(value, true), look, name: title, item };
}

/** @param {Substep} substep @param {import("../../shared/types.js").UpdateEffect} after @returns {Line[]} */
function again({ part, layer: l = 0, neuron }, { cost, all, activations }) {
    if (part === "again") {
        return activations[l + 1].map((a, j) => ({ key: `again ${l} ${j}`, symbol: symbol("a′", l, j),
            value: long(a), look: "", name: "activation, with the new weights",
            item: /** @type {Item} */ ({ kind: "neuron", at: [l + 1, j] }) })).filter((_, j) => neuron === undefined || j === neuron);
    }
    return [
        plain("before", "cost before", long(cost.before), "cost"),
        plain("predicted", "predicted", `${long(cost.predicted)} (${signed(cost.predicted - cost.before)})`, "gradient"),
        plain("after", "measured", `${long(cost.after)} (${signed(cost.after - cost.before)})`, "cost"),
        ...all ? [plain("all before", "all, before", long(all.before), "cost"),
            plain("all after", "all, after", `${long(all.after)} (${signed(all.after - all.before)})`, "cost")] : [],
    ];
}

/** @param {string} key @param {string} name @param {string} value @param {string} look @returns {Line} */
function plain(key, name, value, look) {
    return { key, symbol: name, value, look, name, item: null };
}
