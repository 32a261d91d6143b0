import { html } from "../../shared/dom/html.js";
import { count } from "../../shared/numbers.js";

/**
 * A line of a program, or several that are left out.
 *
 * @typedef {{text?: string, folded?: number, part?: string, moment?: string}} Line
 * @typedef {{format: string, file: string, address: string, count: number, lines: Line[], prints: string[], printsLast: string[]}} Listing
 */

/** The lines of a program as a list in which one line is the current one: by the pointer, by the arrow keys, or held by a tap. */
export class Lines {
    /** @type {HTMLElement | null} */ #list = null;
    /** @type {Line[]} */ #lines = [];
    /** The line that was tapped or moved to, -1 for none. */ #held = -1;
    #format = "";
    #explain;

    /** @param {(line: Line | null) => void} explain hears of the current line */
    constructor(explain) {
        this.#explain = explain;
    }

    follow(/** @type {HTMLElement} */ list, /** @type {AbortSignal} */ signal) {
        this.#list = list;
        list.addEventListener("pointerover", ({ target, pointerType }) => pointerType === "mouse" && this.#explain(this.#lines[this.#at(target)] ?? this.#lines[this.#held] ?? null), { signal });
        list.addEventListener("pointerleave", () => this.#explain(this.#lines[this.#held] ?? null), { signal });
        list.addEventListener("click", ({ target }) => {
            const at = this.#at(target);
            this.#hold(at === this.#held || this.#lines[at]?.part === undefined ? -1 : at);
        }, { signal });
        list.addEventListener("keydown", (event) => this.#key(event), { signal });
    }

    /** Shows a listing, with its lines marked that another one does not have; answers how many these are. */
    show(/** @type {Listing} */ { lines, format }, /** @type {Listing | null} */ first) {
        const list = /** @type {HTMLElement} */ (this.#list);
        const held = this.#lines[this.#held]?.text;
        const read = this.#lines[this.#top]?.part;
        const known = first && new Set(first.lines.map(({ text }) => text));
        const isNew = (/** @type {Line} */ { text, part }) => known !== null && text !== undefined && part !== undefined && !known.has(text);
        let number = 0;
        this.#lines = lines;
        list.replaceChildren(...lines.map((line, i) => {
            number += line.folded ?? 1;
            return html("div", { "class": "program-line", "id": `${list.closest("x-stage")?.id ?? ""}-line-${i}`,
                ...(line.part ? { "role": "option", "aria-selected": "false", "data-of": line.part } : { "aria-hidden": "true" }), ...(isNew(line) ? { "data-new": "yes" } : {}) },
            html("span", { "class": "program-number", "aria-hidden": "true" }, line.folded ? "⋮" : String(number)),
            html("code", {}, line.folded ? `… ${count(line.folded)} more lines` : `${line.text}` || " "),
            ...(isNew(line) ? [html("span", { class: "unseen" }, " (changed)")] : []));
        }));
        this.#held = held === undefined ? -1 : lines.findIndex(({ text }) => text === held);
        this.#mark();
        const changed = lines.findIndex((line) => isNew(line) && !["about", "loop"].includes(line.part ?? ""));
        this.#turnTo(changed >= 0 ? changed : format === this.#format || read === undefined ? -1 : lines.findIndex(({ part }) => part === read));
        this.#format = format;
        return lines.filter(isNew).length;
    }

    /** The place of the first line that can be seen and is not empty, -1 at the beginning. */
    get #top() {
        const list = /** @type {HTMLElement} */ (this.#list);
        return list.scrollTop > 0 ? [...list.children].findIndex((line, i) => this.#lines[i].part !== undefined && /** @type {HTMLElement} */ (line).offsetTop - list.offsetTop >= list.scrollTop) : -1;
    }

    /** Scrolls to a line: the first that the learner's change has made, or in another language the part that was read; unless one reads elsewhere. */
    #turnTo(/** @type {number} */ at) {
        const list = /** @type {HTMLElement} */ (this.#list);
        const line = /** @type {HTMLElement | undefined} */ (list.children[at]);
        if (line && this.#held < 0 && !list.matches(":hover, :focus")) {
            list.scrollTop = line.offsetTop - list.offsetTop;
        }
    }

    /** The place of the line at an element, -1 for none. */
    #at(/** @type {EventTarget | null} */ target) {
        const line = target instanceof Element ? target.closest(".program-line") : null;
        return line ? [...line.parentElement?.children ?? []].indexOf(line) : -1;
    }

    #hold(/** @type {number} */ at) {
        this.#held = at;
        this.#mark();
        this.#explain(this.#lines[at] ?? null);
    }

    /** Marks the held line and every line of its part. */
    #mark() {
        const list = /** @type {HTMLElement} */ (this.#list);
        const part = this.#lines[this.#held]?.part;
        [...list.children].forEach((line, i) => {
            if (this.#lines[i].part !== undefined) {
                line.setAttribute("aria-selected", String(i === this.#held));
            }
            line.classList.toggle("same-part", part !== undefined && this.#lines[i].part === part);
        });
        const current = list.children[this.#held];
        if (current) {
            list.setAttribute("aria-activedescendant", current.id);
        } else {
            list.removeAttribute("aria-activedescendant");
        }
    }

    /** Up and down go from line to line, past empty ones; Escape lets go. */
    #key(/** @type {KeyboardEvent} */ event) {
        const to = { ArrowDown: this.#next(1), ArrowUp: this.#next(-1), Home: 0, End: this.#last, Escape: -1 }[event.key];
        if (to === undefined || (event.key === "Escape" && this.#held < 0)) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.#hold(to);
        this.#list?.children[to]?.scrollIntoView({ block: "nearest" });
    }

    /** The last line that is not empty. */
    get #last() {
        return this.#lines.findLastIndex(({ part }) => part !== undefined);
    }

    #next(/** @type {1 | -1} */ by) {
        let at = this.#held < 0 && by < 0 ? this.#lines.length : this.#held;
        do {
            at += by;
        } while (this.#lines[at] && this.#lines[at].part === undefined);
        return this.#lines[at] ? at : this.#held;
    }
}
