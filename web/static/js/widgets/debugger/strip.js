import { html } from "../../shared/dom/html.js";
import { momentsOf, partsOfStep } from "../../shared/moments.js";
import { layerName } from "../../shared/telling.js";

/** @typedef {import("../../shared/types.js").Moment} Moment */

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

/** The moments of a step as a strip of buttons, in groups: forward, backward, batch, update, again; or its five parts. */
export class Strip {
    element = html("div", { class: "moments" });
    /** @type {{moment: Moment, button: HTMLButtonElement}[]} */ #buttons = [];
    #chosen;

    /** @param {(moment: Moment) => void} chosen */
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
        this.#buttons = momentsOf(setup.spec.network.layers.length - 1).map((moment) => {
            const { group, letter, name } = PARTS[moment.part];
            const label = name(layerName(moment.layer ?? 0, setup));
            const button = html("button", { "type": "button", "class": moment.part.replace(" ", "-"), "title": label,
                "aria-label": label }, letter);
            if (moment.layer !== undefined) {
                button.append(html("sup", {}, `(${moment.layer + 1})`));
            }
            button.addEventListener("click", () => this.#chosen(moment));
            if (!groups.has(group)) {
                groups.set(group, html("div", { "class": "moment-group", "role": "group", "aria-label": group },
                    html("span", { "aria-hidden": "true" }, group)));
            }
            groups.get(group)?.append(button);
            return { moment, button };
        });
        this.element.replaceChildren(...groups.values());
    }

    #buildParts(/** @type {number} */ depth) {
        this.#buttons = partsOfStep(depth).map((moment) => {
            const button = html("button", { "type": "button", "class": moment.part.replace(" ", "-") }, WHOLE_PARTS[moment.part]);
            button.addEventListener("click", () => this.#chosen(moment));
            return { moment, button };
        });
        this.element.replaceChildren(...this.#buttons.map(({ button }) => button));
    }

    /** Marks the substep, and those before it. */
    show(/** @type {Moment | null} */ moment) {
        const at = this.#buttons.findIndex(({ moment: m }) => m.part === moment?.part && m.layer === moment.layer);
        this.#buttons.forEach(({ button }, i) => {
            button.classList.toggle("behind", i < at);
            button.toggleAttribute("aria-current", i === at);
            if (i === at) {
                button.setAttribute("aria-current", "step");
            }
            button.tabIndex = i === Math.max(at, 0) ? 0 : -1;
        });
    }

    /** Moves the focus to where one is. */
    focus() {
        this.#buttons.find(({ button }) => button.tabIndex === 0)?.button.focus();
    }
}
