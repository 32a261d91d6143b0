import { html } from "../../shared/dom/html.js";

/** @typedef {import("../../shared/types.js").Progress} Progress */

/** The names of a chart's branches, each with its line: pressed it is in view, pressed again taken off, but for the last one. */
export class Legend {
    root = html("div", { class: "branch-legend", role: "group", "aria-label": "Branches in view", hidden: true });
    #light;

    /**
     * @param {(name: "take-off" | "bring-back", id: string) => void} act
     * @param {(id: string | null) => void} light
     */
    constructor(act, light) {
        this.#light = light;
        this.root.addEventListener("click", ({ target }) => {
            const button = /** @type {HTMLElement} */ (target).closest("button");
            if (button?.dataset.branch) {
                act(button.getAttribute("aria-pressed") === "true" ? "take-off" : "bring-back", button.dataset.branch);
            }
        });
    }

    draw(/** @type {Progress} */ { branches, off, branch }) {
        const names = [...branches, ...off].sort((a, b) => a.place - b.place);
        this.root.hidden = names.length === 0;
        while (this.root.children.length > names.length) {
            this.root.lastElementChild?.remove();
        }
        while (this.root.children.length < names.length) {
            this.root.append(this.#button());
        }
        names.forEach(({ id, label }, i) => {
            const button = /** @type {HTMLButtonElement} */ (this.root.children[i]);
            const isOff = off.some((other) => other.id === id);
            button.dataset.branch = id;
            button.setAttribute("aria-pressed", String(!isOff));
            button.classList.toggle("shown", id === branch);
            button.disabled = !isOff && branches.length === 1;
            button.title = isOff ? `Bring back ${label}` : `Take ${label} off the view`;
            if (button.textContent !== label) {
                button.replaceChildren(html("i"), label);
            }
        });
    }

    #button() {
        const button = html("button", { type: "button" });
        for (const [event, lit] of /** @type {[string, boolean][]} */ ([["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])) {
            button.addEventListener(event, () => this.#light(lit ? button.dataset.branch ?? null : null));
        }
        return button;
    }
}
