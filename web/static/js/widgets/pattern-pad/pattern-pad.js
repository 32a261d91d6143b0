import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** More switches would not fit into a row. */
const MOST_INPUTS = 12;

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */

/**
 * `<x-pattern-pad>`: the inputs of a network as a row of switches, each on (1) or off (0). A pattern that is among the training
 * examples becomes the shown one, so every figure of the stage shows its numbers.
 */
class PatternPad extends StageWidget {
    figure = { name: "Pattern pad", line: "The inputs that are switched on, and the answer of the network." };
    #row = html("div", { "class": "switches", "role": "group", "aria-label": "The inputs" });
    #answer = html("p", { "class": "pattern-answer", "role": "status" });
    /** @type {Setup | null} */ #setup = null;
    /** @type {HTMLButtonElement[]} */ #switches = [];

    enter(/** @type {AbortSignal} */ signal) {
        this.#row.addEventListener("click", (event) => {
            const at = this.#switches.findIndex((button) => button === event.target);
            if (at >= 0) {
                this.#toggle(at);
            }
        }, { signal });
        this.replaceChildren(this.#row, this.#answer);
    }

    lacks() {
        const { inputs } = /** @type {Setup} */ (this.stage.setup).data;
        return inputs.length > 0 && inputs[0].length <= MOST_INPUTS && inputs.every((row) => row.every((x) => x === 0 || x === 1)) ? null
            : `This figure shows networks of at most ${MOST_INPUTS} inputs that are 0 or 1.`;
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        const width = setup.data.inputs[0]?.length ?? 0;
        this.#switches = Array.from({ length: Math.min(width, MOST_INPUTS) }, (_, i) => html("button",
            { "type": "button", "class": "switch", "aria-label": setup.data.inputNames?.[i] ?? `input ${i + 1}`, "aria-pressed": "false" }));
        const half = width / 2;
        this.#row.replaceChildren(...this.#switches.flatMap((button, i) => (i === half ? [html("span", { "class": "mirror", "aria-hidden": "true" }), button] : [button])));
    }

    /** Shows the training example that differs from the shown one in this input alone. */
    #toggle(/** @type {number} */ at) {
        const { inputs } = /** @type {Setup} */ (this.#setup).data;
        const wanted = inputs[this.stage.picture.example].map((x, i) => (i === at ? 1 - x : x)).join();
        const example = inputs.findIndex((row) => row.join() === wanted);
        if (example >= 0) {
            this.stage.look(example);
        } else {
            write(this.#answer, "This pattern is not among the training examples.");
        }
    }

    draw(/** @type {Frame} */ { example, activations }) {
        const { inputs, targets } = /** @type {Setup} */ (this.#setup).data;
        this.#switches.forEach((button, i) => {
            const isOn = inputs[example][i] === 1;
            button.setAttribute("aria-pressed", String(isOn));
            write(button, isOn ? "1" : "0");
        });
        const outputs = activations[activations.length - 1];
        write(this.#answer, `The network answers ${outputs.map(short).join(", ")}. The target is ${targets[example].join(", ")}.`);
    }
}

customElements.define("x-pattern-pad", PatternPad);
