import { html } from "./html.js";
import { write } from "./write.js";

/** A bar of the share that is done of the work that a learner waits for. A screen reader finds it, and is not disturbed at each percent. */
export class ProgressBar {
    #bar = html("progress", { "max": "1", "aria-label": "Progress" });
    #said = html("span", { "aria-hidden": "true" });
    element = html("p", { class: "progress", hidden: true }, this.#bar, this.#said);

    /** Shows a share from 0 to 1, or that it is not known. */
    show(/** @type {number | null} */ share) {
        this.element.hidden = false;
        if (share === null) {
            return;
        }
        this.#bar.value = share;
        write(this.#said, `${Math.floor(100 * share)} %`);
    }

    end() {
        this.element.hidden = true;
        this.#bar.removeAttribute("value");
        write(this.#said, "");
    }
}
