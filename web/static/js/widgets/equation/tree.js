import { constant, named, symbolOf, text } from "../../shared/explanations.js";
import { html } from "../../shared/dom/html.js";
import { same } from "../../shared/items.js";
import { math } from "../../shared/dom/mathml.js";
import { write } from "../../shared/dom/write.js";

/** @typedef {import("../../shared/explanations.js").Explained} Explained */
/** @typedef {import("../../shared/explanations.js").Explanation} Explanation */
/** @typedef {import("../../shared/explanations.js").Part} Part */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{row: string, part: number, path: string, element: HTMLElement, symbol?: string}} Cell a number: the quantity of its row and its place among the parts, -1 for the row's own */

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
    /** @type {Map<string, Explanation>} */ #known = new Map();
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;

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

    /** The quantities whose formulas are in view: the roots and what is open below them. @param {string[]} roots @returns {string[]} */
    names(roots) {
        const below = (/** @type {string} */ path) => [...this.#open].filter((open) => parent(open) === path);
        /** @type {(path: string) => string[]} */
        const all = (path) => [last(path), ...below(path).flatMap(all)];
        return roots.flatMap((root) => all(`>${root}`));
    }

    /**
     * @param {string[]} roots
     * @param {Map<string, Explanation>} known
     * @param {import("../../shared/types.js").Frame} frame
     * @param {Item | null} item what is pointed at or selected
     * @param {boolean} whole whether numbers are written with all their decimals
     */
    show(roots, known, frame, item, whole) {
        if (!roots.every((root) => known.has(root))) {
            return;
        }
        this.#known = known;
        this.#frame = frame;
        const shape = this.#shape(roots, "");
        if (shape !== this.#built) {
            this.#built = shape;
            this.#rebuild(roots);
        }
        for (const cell of this.#cells) {
            const shown = this.#shown(cell);
            const change = cell.part < 0 && shown.of.startsWith("new.") ? this.#changeOf(cell.row) : 0;
            const written = text(shown.value, whole, change);
            this.#name(cell, shown);
            write(cell.element.querySelector("b"), written);
            if (cell.element.ariaLabel !== `${shown.title}: ${written}`) {
                cell.element.ariaLabel = `${shown.title}: ${written}`;
            }
            cell.element.classList.toggle("linked", shown.item !== undefined && same(shown.item, item));
        }
    }

    /** The explanation or the part that a cell shows. @param {Cell} cell @returns {Explained} */
    #shown({ row, part }) {
        const explanation = /** @type {Explanation} */ (this.#known.get(row));
        return part < 0 ? explanation : /** @type {Explained} */ ({ of: "", ...explanation.parts[part] });
    }

    /** Writes a cell's symbol, which names the shown example; of a number without one, its meaning. @param {Cell} cell @param {Explained} shown */
    #name(cell, shown) {
        const symbol = shown.of ? symbolOf(shown, /** @type {import("../../shared/types.js").Frame} */ (this.#frame)) : shown.title;
        if (symbol !== cell.symbol) {
            cell.symbol = symbol;
            cell.element.firstElementChild?.replaceWith(shown.of ? math(symbol) : html("small", {}, symbol));
        }
    }

    /** The update in a new value. */
    #changeOf(/** @type {string} */ row) {
        return named(this.#known.get(row)?.parts ?? []).find(({ of }) => of.startsWith("update."))?.value ?? 0;
    }

    /** The open numbers of a row whose explanations are here. @param {Explanation} explanation @param {string} path */
    #below({ parts }, path) {
        return [...new Set(named(parts).map(({ of }) => of))].filter((of) => this.#open.has(`${path}>${of}`) && this.#known.has(of));
    }

    /** The key of the shown rows: they are made anew only if it changes. @param {string[]} quantities @param {string} above @returns {string} */
    #shape(quantities, above) {
        return quantities.map((quantity) => {
            const explanation = /** @type {Explanation} */ (this.#known.get(quantity));
            const path = `${above}>${quantity}`;
            const parts = explanation.parts.map((part) => ("sign" in part ? part.sign : "of" in part ? part.of : part.title ? "" : part.value));
            return `${quantity}[${parts}${explanation.remarks}](${this.#shape(this.#below(explanation, path), path)})`;
        }).join(";");
    }

    #rebuild(/** @type {string[]} */ roots) {
        const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.path;
        this.#cells = [];
        this.element.replaceChildren(...roots.map((root) => this.#row(root, "")));
        this.#cells.find(({ path }) => path === focused)?.element.focus();
    }

    /** @param {string} quantity @param {string} above @returns {HTMLElement} */
    #row(quantity, above) {
        const explanation = /** @type {Explanation} */ (this.#known.get(quantity));
        const { parts, remarks } = explanation;
        const path = `${above}>${quantity}`;
        const line = html("div", { class: "opened-row" });
        line.append(this.#cell({ row: quantity, part: -1, path: `${path}=`, element: html("span", { class: `openable ${explanation.look}`, role: "img" }) }));
        if (parts.length > 0) {
            line.append(sign("="), ...parts.map((part, i) => this.#part(part, i, quantity, path)));
        }
        if (remarks.length > 0) {
            line.append(html("span", { class: "note" }, remarks.join(" ")));
        }
        const row = html("li", {}, line);
        const below = this.#below(explanation, path);
        if (below.length > 0) {
            row.append(html("ul", { class: "opened" }, ...below.map((of) => this.#row(of, path))));
        }
        return row;
    }

    /** @param {Part} part @param {number} i @param {string} row @param {string} above */
    #part(part, i, row, above) {
        if ("sign" in part) {
            return sign(part.sign);
        }
        if (!("of" in part)) {
            return part.title ? this.#cell({ row, part: i, path: `${above}>${i}`, element: html("span", { class: "openable", role: "img" }) })
                : html("span", { class: "sign constant" }, constant(part.value));
        }
        const path = `${above}>${part.of}`;
        const button = html("button", { "type": "button", "class": `openable ${part.look}${part.opens ? " opens" : ""}`, "title": part.title });
        if (part.opens) {
            button.setAttribute("aria-expanded", String(this.#open.has(path)));
        }
        return this.#cell({ row, part: i, path, element: button });
    }

    #cell(/** @type {Cell} */ cell) {
        const shown = this.#shown(cell);
        cell.element.dataset.path = cell.path;
        cell.element.dataset.quantity = shown.of;
        cell.element.append(html("span"), html("b"));
        this.#cells.push(cell);
        return cell.element;
    }

    #cellOf(/** @type {Element} */ target) {
        const element = target.closest(".openable");
        return this.#cells.find((cell) => cell.element === element);
    }

    #point(/** @type {Element} */ target) {
        const cell = this.#cellOf(target);
        this.#select(cell ? this.#shown(cell).item ?? null : null);
    }

    #toggle(/** @type {Element} */ target) {
        const cell = this.#cellOf(target);
        if (cell && cell.element.hasAttribute("aria-expanded")) {
            const opened = !this.#open.delete(cell.path);
            if (opened) {
                this.#open.add(cell.path);
            }
            cell.element.setAttribute("aria-expanded", String(opened));
            this.#changed();
        }
    }

    /** Closes the focused row on Escape, and goes back to its number. */
    #key(/** @type {KeyboardEvent} */ event) {
        const row = /** @type {HTMLElement} */ (event.target).dataset.path;
        const above = row && parent(row);
        if (event.key === "Escape" && above && this.#open.delete(above)) {
            event.stopPropagation();
            this.#cells.find(({ path }) => path === above)?.element.focus();
            this.#changed();
        }
    }
}

/** The path of the row above. */
function parent(/** @type {string} */ path) {
    return path.slice(0, path.lastIndexOf(">"));
}

/** The quantity at a path's end. */
function last(/** @type {string} */ path) {
    return path.slice(path.lastIndexOf(">") + 1);
}

function sign(/** @type {string} */ letters) {
    return html("span", { class: "sign" }, letters);
}
