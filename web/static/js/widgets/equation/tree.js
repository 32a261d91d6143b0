import { explain } from "../../shared/factors.js";
import { html } from "../../shared/html.js";
import { same } from "../../shared/items.js";
import { math } from "../../shared/mathml.js";
import { beside, long, short } from "../../shared/numbers.js";
import { write } from "../../shared/write.js";

/** @typedef {import("../../shared/factors.js").Quantity} Quantity */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{quantity: Quantity, row: Quantity, path: string, element: HTMLElement}} Cell a number, and whose row it stands in */

const key = (/** @type {Quantity} */ { kind, at }) => `${kind} ${at.join(" ")}`;

/**
 * Numbers that open into what they are made of, as deep as one likes: a row is a quantity, its parts, and what they come to.
 * What is open stays open while the numbers change.
 */
export class Tree {
    element = html("ul", { class: "opened" });
    #open = new Set();
    /** @type {Cell[]} */ #cells = [];
    #built = "";
    #select;
    #changed;
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;

    /**
     * @param {(item: Item | null) => void} select
     * @param {() => void} changed something was opened or closed
     */
    constructor(select, changed) {
        this.#select = select;
        this.#changed = changed;
        this.element.addEventListener("click", (event) => this.#toggle(/** @type {Element} */ (event.target)));
        this.element.addEventListener("keydown", (event) => this.#key(event));
        for (const event of ["pointerover", "focusin"]) {
            this.element.addEventListener(event, ({ target }) => this.#point(/** @type {Element} */ (target)));
        }
        for (const event of ["pointerleave", "focusout"]) {
            this.element.addEventListener(event, () => this.#select(null));
        }
    }

    /**
     * @param {Quantity[]} roots
     * @param {import("../../shared/types.js").Frame} frame
     * @param {import("../../shared/types.js").Setup} setup
     * @param {Item | null} item what is pointed at or selected
     * @param {boolean} whole whether numbers are written with all their decimals
     */
    show(roots, frame, setup, item, whole) {
        this.#frame = frame;
        this.#setup = setup;
        const shape = this.#shape(roots, "");
        if (shape !== this.#built) {
            this.#built = shape;
            this.#rebuild(roots);
        }
        // A row's own cell is its first.
        let change = /** @type {number | undefined} */ (undefined);
        for (const { quantity, row, element } of this.#cells) {
            const { value, item: of, name, change: own } = this.#explain(quantity);
            change = quantity === row ? own : change;
            const text = whole ? long(value) : change ? beside(value, change) : short(value);
            write(element.querySelector("b"), text);
            element.setAttribute("aria-label", `${name}: ${text}`);
            element.classList.toggle("linked", of !== null && same(of, item));
        }
    }

    #explain(/** @type {Quantity} */ quantity) {
        return explain(quantity, /** @type {any} */ (this.#frame), /** @type {any} */ (this.#setup));
    }

    /** What is shown, in a word: rows are made anew only if it is another. @param {Quantity[]} quantities @param {string} above @returns {string} */
    #shape(quantities, above) {
        return quantities.map((quantity) => {
            const { parts, note } = this.#explain(quantity);
            const path = `${above}>${key(quantity)}`;
            const below = factors(parts).filter((p) => this.#open.has(`${path}>${key(p)}`));
            return `${key(quantity)}[${parts.map((p) => (typeof p === "string" ? p : key(p))).join()}${note ?? ""}](${this.#shape(below, path)})`;
        }).join(";");
    }

    #rebuild(/** @type {Quantity[]} */ roots) {
        const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.path;
        this.#cells = [];
        this.element.replaceChildren(...roots.map((root) => this.#row(root, "")));
        this.#cells.find(({ path }) => path === focused)?.element.focus();
    }

    /** @param {Quantity} quantity @param {string} above @returns {HTMLElement} */
    #row(quantity, above) {
        const { parts, note, symbol, look } = this.#explain(quantity);
        const path = `${above}>${key(quantity)}`;
        const line = html("div", { class: "opened-row" });
        const result = this.#cell(quantity, quantity, `${path}=`, html("span", { class: `openable ${look}`, role: "img" }), symbol);
        line.append(result);
        if (parts.length > 0) {
            line.append(sign("="), ...parts.map((part) => (typeof part === "string" ? sign(part) : this.#number(part, quantity, path))));
        }
        if (note) {
            line.append(html("span", { class: "note" }, note));
        }
        const row = html("li", {}, line);
        const below = factors(parts).filter((part, i, all) => all.findIndex((p) => key(p) === key(part)) === i
            && this.#open.has(`${path}>${key(part)}`));
        if (below.length > 0) {
            row.append(html("ul", { class: "opened" }, ...below.map((part) => this.#row(part, path))));
        }
        return row;
    }

    /** @param {Quantity} part @param {Quantity} row @param {string} above */
    #number(part, row, above) {
        const { look, symbol, parts, name } = this.#explain(part);
        const path = `${above}>${key(part)}`;
        const opens = parts.length > 0;
        const button = html("button", { "type": "button", "class": `openable ${look}${opens ? " opens" : ""}`, "title": name });
        if (opens) {
            button.setAttribute("aria-expanded", String(this.#open.has(path)));
        }
        return this.#cell(part, row, path, button, symbol);
    }

    /** @param {Quantity} quantity @param {Quantity} row @param {string} path @param {HTMLElement} element @param {string} symbol */
    #cell(quantity, row, path, element, symbol) {
        element.dataset.path = path;
        element.dataset.quantity = key(quantity);
        element.append(math(symbol), html("b"));
        this.#cells.push({ quantity, row, path, element });
        return element;
    }

    #cellOf(/** @type {Element} */ target) {
        const element = target.closest(".openable");
        return this.#cells.find((cell) => cell.element === element);
    }

    #point(/** @type {Element} */ target) {
        const cell = this.#cellOf(target);
        this.#select(cell ? this.#explain(cell.quantity).item : null);
    }

    #toggle(/** @type {Element} */ target) {
        const cell = this.#cellOf(target);
        if (cell && cell.element.hasAttribute("aria-expanded")) {
            const opened = !this.#open.delete(cell.path);
            if (opened) {
                this.#open.add(cell.path);
            }
            this.#changed();
        }
    }

    /** Escape closes the row that one is in, and goes back to its number. */
    #key(/** @type {KeyboardEvent} */ event) {
        const row = /** @type {HTMLElement} */ (event.target).dataset.path;
        const above = row?.slice(0, row.lastIndexOf(">"));
        if (event.key === "Escape" && above && this.#open.delete(above)) {
            event.stopPropagation();
            this.#cells.find(({ path }) => path === above)?.element.focus();
            this.#changed();
        }
    }
}

/** @param {(string | Quantity)[]} parts */
function factors(parts) {
    return /** @type {Quantity[]} */ (parts.filter((part) => typeof part !== "string"));
}

function sign(/** @type {string} */ text) {
    return html("span", { class: "sign" }, text);
}
