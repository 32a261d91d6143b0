import { html } from "./html.js";
import { write } from "./write.js";

/** A button that has the server try something out, once at a time, and a line that says so and says what went wrong. */
export class Trial {
    note = html("p", { "class": "note", "aria-live": "polite" });
    button;
    #waiting;

    /** @param {string} label of the button @param {string} waiting the sentence while the server works */
    constructor(label, waiting) {
        this.button = html("button", { type: "button", class: "act second" }, label);
        this.#waiting = waiting;
    }

    /** Has a press ask; an error becomes the line's text. */
    listen(/** @type {AbortSignal} */ signal, /** @type {() => Promise<void>} */ ask) {
        this.button.addEventListener("click", async () => {
            if (this.button.ariaDisabled === "true") {
                return;
            }
            this.button.ariaDisabled = "true";
            this.say(this.#waiting);
            try {
                await ask();
                if (this.note.textContent === this.#waiting) {
                    this.say("");
                }
            } catch (error) {
                this.say(/** @type {Error} */ (error).message);
            }
            this.button.ariaDisabled = null;
        }, { signal });
    }

    say(/** @type {string} */ text) {
        write(this.note, text);
    }
}
