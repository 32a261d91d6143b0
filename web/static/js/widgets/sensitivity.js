import { same } from "../shared/items.js";
import { short, signed } from "../shared/numbers.js";
import { parameterName, parameters } from "../shared/parameters.js";
import { knows } from "../shared/words.js";
import { write } from "../shared/write.js";
import { NO_WEIGHTS, StageWidget } from "../stage-widget.js";

/** @typedef {import("../shared/parameters.js").Parameter} Parameter */

const MOST_ROWS = 24;
/** So few more are shown too. */
const FEW = 4;

/**
 * `<x-sensitivity>`: a bar for every weight and bias, as long as the cost is sensitive to it, to the right if the cost rises with
 * it; under it the change that the next step makes. In place or sorted by size; a row selects its weight.
 */
class Sensitivity extends StageWidget {
    /** @type {import("../shared/types.js").Setup | null} */ #setup = null;
    /** The largest numbers so far: the bars keep their scale while one compares steps. */
    #largest = { gradient: Number.MIN_VALUE, update: Number.MIN_VALUE };
    #sorted = false;
    #all = false;
    #rows = document.createElement("ol");
    #more = document.createElement("button");

    enter(/** @type {AbortSignal} */ signal) {
        this.#rows.className = "bars";
        this.#more.type = "button";
        this.#more.className = "quiet";
        this.replaceChildren(this.#order(signal), this.#rows, this.#more);
        this.#more.addEventListener("click", () => {
            this.#all = !this.#all;
            this.stage.redraw();
        }, { signal });
        this.#rows.addEventListener("click", (event) => this.#choose(event, "toggle"), { signal });
        this.#rows.addEventListener("pointerover", (event) => event.pointerType !== "touch" && this.#choose(event, "point"), { signal });
        this.#rows.addEventListener("pointerleave", () => this.stage.select(null), { signal });
    }

    /** The choice between the network's order and the largest first. */
    #order(/** @type {AbortSignal} */ signal) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "quiet";
        button.textContent = "largest first";
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", () => {
            this.#sorted = !this.#sorted;
            button.setAttribute("aria-pressed", String(this.#sorted));
            this.stage.redraw();
        }, { signal });
        const head = document.createElement("div");
        head.className = "bars-head";
        const key = document.createElement("p");
        key.append(mark("gradient", "sensitivity ∂C/∂w"), ...(knows(this.stage, "update") ? [mark("update", "next change")] : []));
        head.append(key, button);
        return head;
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#rows.replaceChildren();
        this.#largest = { gradient: Number.MIN_VALUE, update: Number.MIN_VALUE };
    }

    #choose(/** @type {MouseEvent} */ event, /** @type {"point" | "toggle"} */ how) {
        const row = /** @type {HTMLElement} */ (event.target).closest("button");
        if (row?.dataset.item) {
            this.stage.select(JSON.parse(row.dataset.item), how);
        }
    }

    lacks(/** @type {import("../shared/types.js").Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {import("../shared/types.js").Frame} */ frame, /** @type {import("../shared/types.js").Selection} */ { item }) {
        if (!this.#setup) {
            return;
        }
        const all = parameters(frame);
        const largest = Math.max(...all.map((p) => Math.abs(p.gradient)), this.#largest.gradient);
        const largestUpdate = Math.max(...all.map((p) => Math.abs(p.update)), this.#largest.update);
        this.#largest = { gradient: largest, update: largestUpdate };
        const folded = all.length > MOST_ROWS + FEW && !this.#all;
        const ranked = all.toSorted((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient)).slice(0, folded ? MOST_ROWS : all.length);
        const shown = this.#sorted ? ranked : all.filter((parameter) => !folded || ranked.includes(parameter));
        this.#fit(shown.length);
        shown.forEach((parameter, i) =>
            this.#show(this.#rows.children[i], parameter, parameter.gradient / largest, parameter.update / largestUpdate, item));
        this.#more.hidden = all.length <= MOST_ROWS + FEW;
        write(this.#more, folded ? `… ${all.length - MOST_ROWS} more, all smaller` : "fewer");
    }

    #fit(/** @type {number} */ count) {
        while (this.#rows.children.length > count) {
            this.#rows.lastElementChild?.remove();
        }
        while (this.#rows.children.length < count) {
            this.#rows.append(row());
        }
    }

    /**
     * @param {Element} line
     * @param {Parameter} parameter
     * @param {number} share of the largest gradient, with its sign
     * @param {number} change the share of the largest next change
     * @param {import("../shared/types.js").Item | null} selected
     */
    #show(line, { item, gradient, update }, share, change, selected) {
        const button = /** @type {HTMLElement} */ (line.firstElementChild);
        const [name, bars, number] = button.children;
        const text = JSON.stringify(item);
        if (button.dataset.item !== text && this.#setup) {
            button.dataset.item = text;
            write(name, parameterName(item, this.#setup));
        }
        button.setAttribute("aria-pressed", String(same(item, selected)));
        button.setAttribute("aria-label", `${name.textContent}: sensitivity ${short(gradient)}${knows(this.stage, "update") ? `, next change ${signed(update)}` : ""}`);
        write(number, short(gradient));
        stretch(bars.children[0], share);
        stretch(bars.children[1], knows(this.stage, "update") ? change : 0);
    }
}

/** A bar from the middle line to the right for a positive share, to the left for a negative one. */
function stretch(/** @type {Element} */ bar, /** @type {number} */ share) {
    const { style } = /** @type {HTMLElement} */ (bar);
    style.left = share < 0 ? `${50 + 50 * share}%` : "50%";
    style.width = `${50 * Math.abs(share)}%`;
}

function row() {
    const line = document.createElement("li");
    line.innerHTML = "<button type=\"button\"><span></span><span class=\"track\"><i class=\"gradient\"></i><i class=\"update\"></i></span>"
        + "<b></b></button>";
    return line;
}

function mark(/** @type {string} */ kind, /** @type {string} */ text) {
    const key = document.createElement("span");
    key.className = `bars-key ${kind}`;
    key.textContent = text;
    return key;
}

customElements.define("x-sensitivity", Sensitivity);
