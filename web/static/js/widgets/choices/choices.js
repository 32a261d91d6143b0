import { StageWidget } from "../../stage-widget.js";

/** `<x-choices>` around a form: begins the run again with another activation of its hidden layers, or with other initial weights. */
class Choices extends StageWidget {
    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("change", () => this.#begin(), { signal });
    }

    /** Marks what the run has, which may be one that was brought back. */
    build(/** @type {import("../../shared/types.js").Setup} */ { spec: { network } }) {
        const initializer = /** @type {Record<string, any>} */ (network.initializer ?? {});
        this.#mark("activation", (value) => value === network.activations[0]);
        this.#mark("initializer", (value) => Object.entries(JSON.parse(value)).every(([key, part]) => initializer[key] === part));
    }

    #mark(/** @type {string} */ name, /** @type {(value: string) => boolean} */ isChosen) {
        for (const option of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(`input[name=${name}]`))) {
            option.checked = isChosen(option.value);
        }
    }

    #begin() {
        const chosen = new FormData(/** @type {HTMLFormElement} */ (this.querySelector("form")));
        const { activations } = this.stage.setup.spec.network;
        const hidden = String(chosen.get("activation"));
        this.stage.act("network", {
            activations: activations.map((/** @type {string} */ name, /** @type {number} */ l) => (l < activations.length - 1 ? hidden : name)),
            initializer: JSON.parse(String(chosen.get("initializer"))),
        });
    }
}

customElements.define("x-choices", Choices);
