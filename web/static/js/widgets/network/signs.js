import { svg } from "../../shared/dom/svg.js";
import { ends, heightAt } from "./layout.js";

const KEY = "signs";

/** Shows a plus or a minus on every line, on request: for readers who do not see blue and orange apart. The choice is remembered. */
export class Signs {
    /** @type {Element[][][]} */ #marks = [];
    #group;

    constructor(/** @type {Element} */ group) {
        this.#group = group;
    }

    /** Puts marks at different shares of neighbouring lines, so that they keep apart. @param {import("./layout.js").Layout} layout */
    place(layout) {
        const { columns } = layout;
        this.#marks = columns.slice(1).map((to, l) => to.ys.map((_, j) => columns[l].ys.map((_, k) => {
            const line = ends(layout, l, j, k);
            const x = line.x1 + (line.x2 - line.x1) * (0.2 + (0.6 * ((j * 3 + k * 2) % 7)) / 6);
            return svg(this.#group, "text", { "x": x, "y": heightAt(line, x) + 5, "text-anchor": "middle" });
        })));
    }

    show(/** @type {number[][][]} */ weights) {
        this.#group.toggleAttribute("hidden", !wanted());
        if (wanted()) {
            this.#marks.forEach((layer, l) => layer.forEach((row, j) => row.forEach((mark, k) => {
                const sign = weights[l][j][k] > 0 ? "+" : weights[l][j][k] < 0 ? "\u2212" : "";
                if (mark.textContent !== sign) {
                    mark.textContent = sign;
                    mark.setAttribute("class", sign === "+" ? "plus" : "minus");
                }
            })));
        }
    }
}

/** The button that shows or hides the signs. */
export function signsButton(/** @type {() => void} */ changed) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet signs";
    button.textContent = "± signs";
    button.title = "Show a plus or a minus on every line";
    button.setAttribute("aria-pressed", String(wanted()));
    button.addEventListener("click", () => {
        remember(!wanted());
        button.setAttribute("aria-pressed", String(wanted()));
        changed();
    });
    return button;
}

let choice = recalled();

function wanted() {
    return choice;
}

function recalled() {
    try {
        return localStorage.getItem(KEY) === "yes";
    } catch {
        return false;
    }
}

function remember(/** @type {boolean} */ shown) {
    choice = shown;
    try {
        localStorage.setItem(KEY, shown ? "yes" : "no");
    } catch {
        // Storage is not available: the choice lasts as long as the page.
    }
}
