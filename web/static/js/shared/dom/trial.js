import { html } from "./html.js";
import { ProgressBar } from "./progress-bar.js";
import { write } from "./write.js";

/** A button that has the server try something out, once at a time, a line that says so and says what went wrong, and a bar while that takes long. */
export class Trial {
    note = html("p", { "class": "note", "aria-live": "polite" });
    button;
    #bar = new ProgressBar();
    #waiting;

    /** @param {string} label of the button @param {string} waiting the sentence while the server works */
    constructor(label, waiting) {
        this.button = html("button", { type: "button", class: "act second" }, label);
        this.#waiting = waiting;
    }

    /**
     * Has a press ask; an error becomes the line's text.
     *
     * @param {AbortSignal} signal @param {(hear: import("../../stage/progress.js").Listener) => Promise<void>} ask with a listener for the progress
     */
    listen(signal, ask) {
        this.button.addEventListener("click", async () => {
            if (this.button.ariaDisabled === "true") {
                return;
            }
            this.button.ariaDisabled = "true";
            this.say(this.#waiting);
            this.note.after(this.#bar.element);
            try {
                await ask((share) => this.#bar.show(share));
                if (this.note.textContent === this.#waiting) {
                    this.say("");
                }
            } catch (error) {
                this.say(/** @type {Error} */ (error).message);
            }
            this.#bar.end();
            this.button.ariaDisabled = null;
        }, { signal });
    }

    say(/** @type {string} */ text) {
        write(this.note, text);
    }
}
