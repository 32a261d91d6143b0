import { html } from "../../shared/dom/html.js";
import { substepsOf, partsOfStep } from "../../shared/substeps.js";
import { layerName } from "../../shared/substep-words.js";

/** @typedef {import("../../shared/types.js").Substep} Substep */

/** @type {Record<string, {group: string, letter: string, name: (layer: string) => string}>} */
const PARTS = {
    "z": { group: "forward", letter: "z", name: (layer) => `z of ${layer}` },
    "a": { group: "forward", letter: "a", name: (layer) => `activations of ${layer}` },
    "cost": { group: "forward", letter: "C", name: () => "the cost" },
    "delta": { group: "backward", letter: "δ", name: (layer) => `deltas of ${layer}` },
    "gradient": { group: "backward", letter: "∂C/∂w", name: (layer) => `gradients into ${layer}` },
    "mean": { group: "batch", letter: "mean", name: () => "mean over the batch" },
    "update": { group: "update", letter: "w′", name: (layer) => `update into ${layer}` },
    "again": { group: "again", letter: "a′", name: (layer) => `activations of ${layer}, with the new weights` },
    "new cost": { group: "again", letter: "C′", name: () => "the new cost" },
};

/** The five parts of a step. @type {Record<string, string>} */
const WHOLE_PARTS = { "a": "Forward pass", "cost": "Cost", "mean": "Backward pass", "update": "Update", "new cost": "New cost" };

/** The substeps of a step as a strip of buttons, in groups: forward, backward, batch, update, again; or its five parts. */
export class Strip {
    element = html("div", { class: "moments" });
    /** @type {{substep: Substep, button: HTMLButtonElement}[]} */ #buttons = [];
    #chosen;

    /** @param {(substep: Substep) => void} chosen */
    constructor(chosen) {
        this.#chosen = chosen;
    }

    /** @param {import("../../shared/types.js").Setup} setup @param {boolean} inParts */
    build(setup, inParts) {
        this.element.classList.toggle("in-parts", inParts);
        if (inParts) {
            this.#buildParts(setup.spec.network.layers.length - 1);
            return;
        }
        /** @type {Map<string, HTMLElement>} */
        const groups = new Map();
        this.#buttons = substepsOf(setup.spec.network.layers.length - 1).map((substep) => {
            const { group, letter, name } = PARTS[substep.part];
            const label = name(layerName(substep.layer ?? 0, setup));
            const button = html("button", { "type": "button", "class": substep.part.replace(" ", "-"), "title": label,
                "aria-label": label }, letter);
            if (substep.layer !== undefined) {
                button.append(html("sup", {}, `(${substep.layer + 1})`));
            }
            button.addEventListener("click", () => this.#chosen(substep));
            if (!groups.has(group)) {
                groups.set(group, html("div", { "class": "moment-group", "role": "group", "aria-label": group },
                    html("span", { "aria-hidden": "true" }, group)));
            }
            groups.get(group)?.append(button);
            return { substep, button };
        });
        this.element.replaceChildren(...groups.values());
    }

    #buildParts(/** @type {number} */ depth) {
        this.#buttons = partsOfStep(depth).map((substep) => {
            const button = html("button", { "type": "button", "class": substep.part.replace(" ", "-") }, WHOLE_PARTS[substep.part]);
            button.addEventListener("click", () => this.#chosen(substep));
            return { substep, button };
        });
        this.element.replaceChildren(...this.#buttons.map(({ button }) => button));
    }

    /** Marks the substep, and those before it. */
    show(/** @type {Substep | null} */ substep) {
        const at = this.#buttons.findIndex(({ substep: m }) => m.part === substep?.part && m.layer === substep.layer);
        this.#buttons.forEach(({ button }, i) => {
            button.classList.toggle("behind", i < at);
            button.toggleAttribute("aria-current", i === at);
            if (i === at) {
                button.setAttribute("aria-current", "step");
            }
            button.tabIndex = i === Math.max(at, 0) ? 0 : -1;
        });
    }

    /** Moves the focus to the current substep. */
    focus() {
        this.#buttons.find(({ button }) => button.tabIndex === 0)?.button.focus();
    }
}
