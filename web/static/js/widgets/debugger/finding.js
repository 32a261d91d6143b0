import { explain } from "../../shared/factors.js";
import { html } from "../../shared/html.js";
import { same } from "../../shared/items.js";
import { math, symbol } from "../../shared/mathml.js";
import { long, signed } from "../../shared/numbers.js";
import { found, plainly, telling } from "../../shared/telling.js";
import { write } from "../../shared/write.js";

/** @typedef {import("../../shared/types.js").Moment} Moment */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{key: string, symbol: string, value: string, look: string, name: string, item: Item | null}} Line */

const MOST = 12;
const REST = "One training step is a forward pass, a backward pass and an update. Use the buttons above to go through this one, one part at a time.";
const REST_IN_PARTS = "One training step has five parts. Press them from left to right.";

/** What is found at a moment: a sentence, and its numbers with nine decimals. Each selects what it belongs to in the figure. */
export class Finding {
    element = html("div", { class: "finding" });
    #sentence = html("p", { "aria-live": "polite" });
    #list = html("ul", { class: "found" });
    #rest = html("p", { class: "note" });
    /** @type {Line[]} */ #lines = [];
    #select;

    /** @param {(item: Item | null, how: "point" | "toggle") => void} select */
    constructor(select) {
        this.#select = select;
        this.element.append(this.#sentence, this.#list, this.#rest);
        for (const [event, how] of /** @type {[string, "point" | "toggle"][]} */ ([["pointerover", "point"], ["focusin", "point"], ["click", "toggle"]])) {
            this.#list.addEventListener(event, ({ target }) => this.#pick(/** @type {Element} */ (target), how));
        }
        this.#list.addEventListener("pointerleave", () => this.#select(null, "point"));
        this.#list.addEventListener("focusout", () => this.#select(null, "point"));
    }

    #pick(/** @type {Element} */ target, /** @type {"point" | "toggle"} */ how) {
        const button = target.closest("button");
        const line = button && this.#lines.find(({ key }) => key === button.dataset.quantity);
        if (line?.item) {
            this.#select(line.item, how);
        }
    }

    /**
     * @param {Moment | null} moment
     * @param {import("../../shared/types.js").Frame} frame
     * @param {import("../../shared/types.js").Setup} setup
     * @param {Item | null} item
     * @param {boolean} inParts
     */
    show(moment, frame, setup, item, inParts) {
        write(this.#sentence, !moment ? (inParts ? REST_IN_PARTS : REST) : inParts ? plainly(moment, frame) : telling(moment, frame, setup));
        this.#sentence.classList.toggle("rest", moment === null);
        const all = moment && frame.weights ? (inParts ? few(moment, frame, setup) : lines(moment, frame, setup)) : [];
        const shown = all.slice(0, MOST);
        write(this.#rest, moment && !frame.weights ? "This network is too large to show single weights here." : all.length > MOST ? `and ${all.length - MOST} more; select one in the figure to open it` : "");
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

    refuse(/** @type {string} */ text) {
        write(this.#rest, text);
    }
}

function entry(/** @type {Line} */ { key, symbol: letters, value, look, name, item }) {
    const number = html("b", {}, value);
    const inside = [letters.startsWith("<") ? math(letters) : html("span", {}, letters), html("span", {}, "="), number];
    return html("li", { class: look }, item
        ? html("button", { "type": "button", "data-quantity": key, "title": name, "aria-label": `${name}: ${value}` }, ...inside)
        : html("span", { "data-quantity": key, "title": name }, ...inside));
}

/** The numbers of a part of a step; the neurons' own stand in the figure. @param {Moment} moment @param {import("../../shared/types.js").Frame} frame @param {import("../../shared/types.js").Setup} setup @returns {Line[]} */
function few(moment, frame, setup) {
    const wishes = moment.part === "a" ? [] : moment.part === "update" ? frame.weights.map((_, layer) => ({ part: "update", layer })) : [moment];
    return wishes.flatMap((wish) => lines(wish, frame, setup)).filter(({ key }) => key !== "predicted");
}

/** @param {Moment} moment @param {import("../../shared/types.js").Frame} frame @param {import("../../shared/types.js").Setup} setup @returns {Line[]} */
function lines(moment, frame, setup) {
    if (moment.part === "cost") {
        return [plain("cost", "C", long(frame.cost), "cost")];
    }
    if (moment.part === "again" || moment.part === "new cost") {
        return moment.after ? again(moment, moment.after) : [];
    }
    return found(moment, frame).map((quantity) => {
        const { value, ...rest } = explain(quantity, frame, setup);
        return { ...rest, key: `${quantity.kind} ${quantity.at.join(" ")}`, value: long(value) };
    });
}

/** @param {Moment} moment @param {import("../../shared/types.js").Aftermath} after @returns {Line[]} */
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
