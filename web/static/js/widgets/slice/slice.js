import { parameterName } from "../../shared/parameters.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Setup} Setup */

/**
 * `<x-slice>` around a form of radio buttons: which plane through the network's cost the stage's contour map and surface show. The
 * way that training took is there once a step was taken; along two weights, which can be moved, it needs a network that is sent whole.
 */
class SliceChoice extends StageWidget {
    /** @type {Setup | null} */ #setup = null;
    #choice = "path";
    #of = /** @type {HTMLElement | null} */ (null);

    enter(/** @type {AbortSignal} */ signal) {
        this.#of = this.querySelector("[data-part=weights]");
        this.addEventListener("change", (event) => {
            this.#choice = /** @type {HTMLInputElement} */ (event.target).value;
            this.stage.redraw("select");
        }, { signal });
    }

    leave() {
        this.stage.slice = null;
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept },
        /** @type {any} */ _curve, /** @type {import("../../shared/types.js").Progress} */ { shown }) {
        if (!this.#setup) {
            return;
        }
        const there = { path: shown > 0, weights: frame.weights !== undefined, random: true };
        const chosen = there[/** @type {keyof typeof there} */ (this.#choice)] ? this.#choice : "random";
        for (const input of this.querySelectorAll("input")) {
            input.disabled = !there[/** @type {keyof typeof there} */ (input.value)];
            input.checked = input.value === chosen;
        }
        const pair = pairOf(kept, this.#setup.spec.network.layers);
        write(this.#of, chosen !== "weights" ? "" : `${pair.map((at) => parameterName({ kind: "weight", at }, /** @type {Setup} */ (this.#setup))).join(" and ")}. Select another weight to cut along it; drag the dot, or use the arrow keys, to set both.`);
        this.#cut(chosen === "weights" ? `weights:${pair.map((at) => at.join(".")).join(",")}` : chosen);
    }

    #cut(/** @type {string} */ directions) {
        if (this.stage.slice?.directions !== directions) {
            this.stage.slice = { ...this.stage.slice, directions };
            this.stage.dispatchEvent(new Event("cut"));
        }
    }
}

/**
 * The weight that is selected, or the last neuron's first one, and a neighbour of it: the next one into the same neuron, or one of another layer.
 *
 * @param {import("../../shared/types.js").Item | null} kept
 * @param {number[]} layers
 * @returns {[number, number, number][]}
 */
function pairOf(kept, layers) {
    const [l, j, k] = kept?.kind === "weight" ? kept.at : [layers.length - 2, 0, 0];
    const inputs = layers[l];
    return [[l, j, k], inputs > 1 ? [l, j, (k + 1) % inputs] : [l === 0 ? 1 : 0, 0, 0]];
}

customElements.define("x-slice", SliceChoice);
