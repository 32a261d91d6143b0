import { count } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

const LOOK_BACK = 10;
/** The time, in milliseconds, for which the page says that the connection is back. */
const BACK_MS = 5000;

/** `<x-notice role="status">`: says kindly that a run stopped, or is no longer there, or cannot be asked, and what helps. */
class Notice extends StageWidget {
    #before = "";
    #hiding = 0;

    enter(/** @type {AbortSignal} */ signal) {
        this.hidden = true;
        this.stage.addEventListener("trouble", (event) =>
            this.#say("trouble", /** @type {CustomEvent} */ (event).detail.text), { signal });
    }

    follow(/** @type {import("../../shared/types.js").Progress} */ { state, divergence, newest, shown }) {
        const before = this.#before;
        this.#before = state;
        if (state === "diverged" && divergence) {
            const { step, layer, quantity } = divergence;
            const back = Math.max(0, step - LOOK_BACK);
            const layers = this.stage.setup?.spec.network.layers.length ?? 0;
            const what = where(quantity, layer, layers);
            if (newest === 0) {
                this.#say("diverged at once", `The very first step cannot be taken: ${what} would no longer be finite. `
                    + "Set a smaller learning rate: a new branch starts from here.");
                return;
            }
            const found = `The run stopped at step ${count(step)}: ${what} would no longer be finite. The steps were too large. `;
            if (shown <= back) {
                this.#say(`diverged ${step}, seen before`, `${found}Set a smaller learning rate here: a new branch starts from this step.`);
                return;
            }
            this.#say(`diverged ${step}`, `${found}Go back to an earlier step and set a smaller learning rate there: `
                + "a new branch starts from that step.", { [`Look at step ${count(back)}`]: () => this.stage.seek(back) });
        } else if (state === "lost") {
            this.#say("lost", "The connection to the server is lost. This page keeps trying, and goes on from here as soon as the server answers.",
                { "Try now": () => this.stage.act("pause") });
        } else if (state === "gone") {
            if (this.stage.setup && this.stage.run.frames) {
                this.#say("gone", "The server no longer holds this run; it may have been restarted. "
                    + "The same settings lead to the same numbers, so the run can be made again up to this step.",
                { "Make it again": () => this.stage.act("again") });
                return;
            }
            this.#say("gone", "The server no longer holds this run. Its settings are all still here: press Begin again, and then Play.");
        } else if (state === "empty") {
            this.#say("empty", "This recording is empty: the run took no step, so there are no numbers to show. "
                + "Choose another recording, or a live run.");
        } else if (before === "lost") {
            this.#say("back", "The connection is back.");
            this.#hiding = setTimeout(() => (this.hidden = true), BACK_MS);
        } else if (this.hidden || this.dataset.key !== "back") {
            this.hidden = true;
        }
    }

    leave() {
        clearTimeout(this.#hiding);
    }

    /** @param {string} key @param {string} text @param {Record<string, () => void>} acts */
    #say(key, text, acts = {}) {
        clearTimeout(this.#hiding);
        this.hidden = false;
        if (this.dataset.key === key) {
            return;
        }
        this.dataset.key = key;
        const focused = this.contains(document.activeElement);
        const sentence = document.createElement("p");
        sentence.textContent = text;
        this.replaceChildren(sentence, ...Object.entries(acts).map(([label, act]) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "act second";
            button.textContent = label;
            button.addEventListener("click", act);
            return button;
        }));
        if (focused) {
            this.tabIndex = -1;
            this.focus({ preventScroll: true });
        }
    }
}

/**
 * An array of a frame and a layer in it, in words.
 *
 * @param {string} quantity
 * @param {number} layer the weight layer, from neurons of this layer to those of the next
 * @param {number} layers
 */
function where(quantity, layer, layers) {
    if (quantity === "cost") {
        return "the cost";
    }
    const to = layer + 2 >= layers ? "the output" : `hidden layer ${layer + 1}`;
    const name = quantity.replace("preA", "pre-a").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return name.startsWith("weight") ? `the ${name} into ${to}` : `the ${name} of ${to}`;
}

customElements.define("x-notice", Notice);
