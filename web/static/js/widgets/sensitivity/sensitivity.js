import { same } from "../../shared/items.js";
import { short, signed } from "../../shared/numbers.js";
import { parameterName, parameters } from "../../shared/parameters.js";
import { Span } from "./span.js";
import { knows } from "../../shared/words.js";
import { write } from "../../shared/dom/write.js";
import { NO_WEIGHTS, StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/parameters.js").Parameter} Parameter */

const MOST_ROWS = 24;
/** The number of further weights that are shown too. */
const FEW = 4;

/**
 * `<x-sensitivity>`: a bar for every weight and bias, as long as the cost is sensitive to it, to the right if the cost rises with
 * it; under it the change that the next step makes. In place or sorted by size; a row selects its weight. Both scales stay while one
 * compares steps: they grow where a bar would leave them, and fit what is shown when that is asked for.
 */
class Sensitivity extends StageWidget {
    figure = { name: "Sensitivity bars", line: "How strongly the cost reacts to each weight, and how the next step changes it." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** The largest numbers so far: the bars keep their scale while one compares steps. */
    #sorted = false;
    #all = false;
    #rows = document.createElement("ol");
    #more = document.createElement("button");
    #axis = document.createElement("div");
    #gradients = new Span();
    #updates = new Span();

    enter(/** @type {AbortSignal} */ signal) {
        this.#rows.className = "bars";
        this.#more.type = "button";
        this.#more.className = "quiet";
        this.#axis.className = "bars-axis";
        this.#axis.innerHTML = "<span></span><span class=\"ends\"><i></i><i>0</i><i></i></span><button type=\"button\" class=\"quiet fit\">Fit scale</button>";
        this.#axis.querySelector(".fit")?.addEventListener("click", () => {
            this.#refit();
            this.stage.redraw();
        }, { signal });
        const frame = document.createElement("div");
        frame.className = "bars-frame";
        frame.append(this.#axis, this.#rows);
        this.replaceChildren(this.#order(signal), frame, this.#more);
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
        head.append(key);
        this.#axis.firstElementChild?.append(button);
        return head;
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        // The rows stay, so that the focus does: they take their names anew.
        this.#rows.querySelectorAll("button").forEach((button) => delete button.dataset.item);
        this.#refit();
    }

    #refit() {
        this.#gradients.fit();
        this.#updates.fit();
    }

    /** Writes the numbers at the ends of the scale, and the button that fits the scale again where the bars have become too small for it. */
    #mark(/** @type {number} */ largest) {
        const [low, , high] = this.#axis.querySelectorAll("i");
        write(low, `−${plain(this.#gradients.reach)}`);
        write(high, plain(this.#gradients.reach));
        write(this.querySelector(".bars-key.update"), `next change (scale ±${plain(this.#updates.reach)})`);
        this.#axis.querySelector(".fit")?.classList.toggle("idle", !this.#gradients.isFar(largest));
    }

    #choose(/** @type {MouseEvent} */ event, /** @type {"point" | "toggle"} */ how) {
        const button = /** @type {HTMLElement} */ (event.target).closest("button");
        if (button?.dataset.item) {
            this.stage.select(JSON.parse(button.dataset.item), how);
        }
    }

    lacks(/** @type {import("../../shared/types.js").Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        if (!this.#setup) {
            return;
        }
        const all = parameters(frame);
        const largest = Math.max(...all.map((p) => Math.abs(p.gradient)), Number.MIN_VALUE);
        this.#gradients.hold(largest);
        this.#updates.hold(Math.max(...all.map((p) => Math.abs(p.update)), Number.MIN_VALUE));
        this.#mark(largest);
        const folded = all.length > MOST_ROWS + FEW && !this.#all;
        const ranked = all.toSorted((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient)).slice(0, folded ? MOST_ROWS : all.length);
        const shown = this.#sorted ? ranked : all.filter((parameter) => !folded || ranked.includes(parameter));
        this.#fit(shown.length);
        shown.forEach((parameter, i) =>
            this.#show(this.#rows.children[i], parameter, parameter.gradient / this.#gradients.reach, parameter.update / this.#updates.reach, item));
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
     * @param {number} share of the scale of the gradients, with its sign
     * @param {number} change the share of the scale of the next changes
     * @param {import("../../shared/types.js").Item | null} selected
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

/** A round number, without the zeros that say nothing. */
function plain(/** @type {number} */ reach) {
    return reach >= 1e-4 && reach < 1e5 ? String(reach) : short(reach);
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
