import { html } from "../../shared/dom/html.js";
import { count, short } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";

/** Half of the scrubber's thumb: so far from the ends its steps begin and end. */
const INSET = 10;
const ROW = 30;
/** The place of a branch's line in its row. */
const LINE = 24;
const BEND = 8;

/** @typedef {import("../../shared/branches.js").Forked} Forked */
/** @typedef {import("../../shared/types.js").Progress} Progress */

/**
 * The branches under a scrubber, on its scale: each a line of its own that leaves another's at the step at which it parted, a
 * button that shows it, and one that takes it off the view, as Delete does. Under them what was taken off can be brought back.
 */
export class Forks {
    root = html("div", { class: "forks", role: "group", "aria-label": "Branches", hidden: true });
    #lines = svg(this.root, "svg", { "aria-hidden": "true" });
    /** The buttons that bring back branches that were taken off. */
    away = html("div", { class: "forks-away", role: "group", "aria-label": "Branches that are taken off the view", hidden: true });
    /** @type {HTMLElement[]} */ #rows = [];
    #seen = 0;
    #act;
    #light;

    /**
     * @param {(name: "branch" | "take-off" | "bring-back", id: string) => void} act
     * @param {(id: string | null) => void} light
     */
    constructor(act, light) {
        this.#act = act;
        this.#light = light;
        this.root.addEventListener("click", (event) => this.#press(event, "branch"));
        this.root.addEventListener("keydown", (event) => this.#key(event));
        this.away.addEventListener("click", (event) => this.#press(event, "bring-back"));
    }

    #press(/** @type {Event} */ event, /** @type {"branch" | "bring-back"} */ otherwise) {
        const button = /** @type {HTMLElement} */ (event.target).closest("button");
        if (button?.dataset.branch) {
            this.#act(button.classList.contains("fork-off") ? "take-off" : otherwise, button.dataset.branch);
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const id = /** @type {HTMLElement} */ (event.target).dataset.branch;
        if (id && (event.key === "Delete" || event.key === "Backspace")) {
            event.preventDefault();
            this.#act("take-off", id);
        }
    }

    /** @param {Progress} progress @param {(step: number) => number} share of the scale before a step @param {number} width of the scrubber */
    draw({ branches, off, branch, newest, shown }, share, width) {
        this.root.hidden = branches.length < 2;
        const hadFocus = this.root.contains(document.activeElement) || this.away.contains(document.activeElement);
        this.#bring(off);
        this.#provide(this.root.hidden ? 0 : branches.length);
        if (hadFocus && !this.root.contains(document.activeElement) && !this.away.contains(document.activeElement)) {
            (this.#rows.at(-1) ?? this.away).querySelector("button")?.focus();
        }
        if (this.root.hidden || width === 0) {
            return;
        }
        const x = (/** @type {number} */ step) => INSET + (width - 2 * INSET) * share(step);
        const rows = branches.map((each) => (each.id === branch ? { ...each, newest } : each));
        const at = rows.findIndex(({ id }) => id === branch);
        this.#see(at);
        this.#draw(rows, at, x, width);
        this.#dot(rows, at, shown, x);
        rows.forEach((row, i) => this.#label(this.#rows[i], row, { shown: i === at, key: i === (at + 1) % rows.length, x: x(row.from), width }));
    }

    /** The buttons that bring back what is taken off. */
    #bring(/** @type {Forked[]} */ off) {
        this.away.hidden = off.length === 0;
        const key = off.map(({ id }) => id).join(".");
        if (key !== this.away.dataset.off) {
            this.away.dataset.off = key;
            this.away.replaceChildren("Off the view: ", ...off.map(({ id, label }) => html("button",
                { "type": "button", "class": "quiet", "data-branch": id, "aria-label": `Bring back ${label}`, "title": "Bring it back" }, label)));
        }
    }

    /** Scrolls to the row of the shown branch, where there is room for few. */
    #see(/** @type {number} */ row) {
        if (row !== this.#seen) {
            this.#seen = row;
            this.root.scrollTop = (row - 1) * ROW;
        }
    }

    #provide(/** @type {number} */ rows) {
        while (this.#rows.length < rows) {
            const fork = html("button", { type: "button", class: "fork" }, html("span"));
            const off = html("button", { type: "button", class: "fork-off", title: "Take it off the view" }, "×");
            for (const [event, lit] of /** @type {[string, boolean][]} */ ([["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])) {
                fork.addEventListener(event, () => this.#light(lit ? fork.dataset.branch ?? null : null));
            }
            const row = html("div", { class: "fork-row" }, fork, off);
            this.#rows.push(row);
            this.root.append(row);
        }
        this.#rows.splice(rows).forEach((row) => row.remove());
    }

    /**
     * Draws the line to the shown step strong, the rest pale. @param {Forked[]} rows @param {number} at @param {(step: number) => number} x @param
     * {number} width
     */
    #draw(rows, at, x, width) {
        this.#lines.setAttribute("viewBox", `0 0 ${width} ${rows.length * ROW}`);
        this.#lines.style.height = `${rows.length * ROW}px`;
        this.#lines.replaceChildren();
        rows.forEach((row, i) => {
            svg(this.#lines, "path", { d: line(row, i, x, row.newest) });
            svg(this.#lines, "circle", { cx: x(row.newest), cy: y(i), r: 3 });
        });
        for (let i = at, end = rows[at]?.newest ?? 0; i >= 0; end = rows[i].from, i = rows[i].parent) {
            svg(this.#lines, "path", { class: "shown", d: line(rows[i], i, x, end) });
        }
    }

    /**
     * The dot of the shown step: on the branch, or on the one that it left later.
     *
     * @param {Forked[]} rows
     * @param {number} at
     * @param {number} shown
     * @param {(step: number) => number} x
     */
    #dot(rows, at, shown, x) {
        let row = at;
        while (row >= 0 && rows[row].parent >= 0 && shown < rows[row].from) {
            row = rows[row].parent;
        }
        svg(this.#lines, "circle", { class: "here", cx: x(shown), cy: y(row), r: 5 });
    }

    /** @param {HTMLElement} element @param {Forked} row @param {{shown: boolean, key: boolean, x: number, width: number}} place */
    #label(element, { id, label, from, newest, curve, parent }, { shown, key, x, width }) {
        const [button, off] = /** @type {HTMLCollectionOf<HTMLElement>} */ (element.children);
        const text = /** @type {HTMLElement} */ (button.firstElementChild);
        const right = x > 0.55 * width;
        button.dataset.branch = id;
        button.setAttribute("aria-current", String(shown));
        button.toggleAttribute("data-key", key);
        if (key) {
            button.dataset.key = "b";
        }
        element.classList.toggle("leftward", right);
        text.style.marginInline = right ? `0 ${Math.round(width - x + 2)}px` : `${Math.round(x + (parent < 0 ? -4 : BEND - 2))}px 0`;
        const cost = costOf(curve);
        write(text, cost === null ? label : `${label} · ${short(cost)}`);
        button.title = `${label}${parent < 0 ? "" : ` from step ${count(from)}`}, up to step ${count(newest)}${cost === null ? "" : `, cost ${short(cost)}`}`;
        button.setAttribute("aria-label", `Branch ${button.title}`);
        button.setAttribute("aria-keyshortcuts", "Delete");
        off.dataset.branch = id;
        off.setAttribute("aria-label", `Take off the view: ${label}`);
    }
}

/** The newest known cost. */
function costOf(/** @type {import("../../shared/curve.js").Curve} */ { trainCosts, costs }) {
    return trainCosts.at(-1) ?? costs.at(-1) ?? null;
}

function y(/** @type {number} */ row) {
    return row * ROW + LINE;
}

/** Down from the branch that it left, and on to a step. @param {Forked} row @param {number} i @param {(step: number) => number} x @param {number} to */
function line({ parent, from }, i, x, to) {
    const start = x(from);
    return parent < 0 ? `M${start} ${y(i)}H${x(to)}`
        : `M${start} ${y(parent)}V${y(i) - BEND}Q${start} ${y(i)} ${start + BEND} ${y(i)}H${Math.max(x(to), start + BEND)}`;
}
