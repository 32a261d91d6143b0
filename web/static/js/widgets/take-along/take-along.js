import { viewOf } from "../../kept/keys.js";
import { BASE } from "../../shared/base.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { placeOf, weightsIn } from "./weights-file.js";

/** The largest file of weights, in bytes: about a hundred thousand numbers. */
const MOST_BYTES = 2_000_000;

/** `<x-take-along>`: the menu of the files that a run can be taken along in, by its view, which only reads; and weights that a learner brings in. */
class TakeAlong extends StageWidget {
    enter(/** @type {AbortSignal} */ signal) {
        const file = /** @type {HTMLInputElement | null} */ (this.querySelector("[data-part=file]"));
        file?.addEventListener("change", () => this.#bring(file), { signal });
        this.follow();
    }

    build() {
        this.follow();
    }

    /** Leads to the files of the run that is shown. */
    follow() {
        const view = viewOf(this.stage.run.frames?.split("/").at(-2) ?? "");
        if (this.dataset.view === view) {
            return;
        }
        this.dataset.view = view;
        this.querySelector("[data-part=none]")?.toggleAttribute("hidden", view !== "");
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("a[data-format], a[data-costs]"))) {
            if (view === "") {
                link.removeAttribute("href");
            } else {
                const { format, costs } = link.dataset;
                link.href = `${BASE}api/runs/${view}/${costs ? `costs?${costs}` : `export?format=${format}`}`;
            }
        }
    }

    /** Begins a run from the weights in a file. */
    async #bring(/** @type {HTMLInputElement} */ field) {
        const [file] = field.files ?? [];
        field.value = "";
        if (!file) {
            return;
        }
        this.#say("");
        try {
            if (file.size > MOST_BYTES) {
                throw new Error("This file is too large. It may have 2,000,000 bytes, which is about a hundred thousand numbers.");
            }
            await this.stage.attempt("network", weightsIn(await file.text()));
        } catch (/** @type {any} */ error) {
            const [fault] = error.problem?.errors ?? [];
            this.#say(fault ? [placeOf(fault.pointer ?? ""), fault.detail].filter((part) => part !== "").join(": ") : error.message);
        }
    }

    #say(/** @type {string} */ text) {
        write(this.querySelector("[data-part=error]"), text);
    }
}

customElements.define("x-take-along", TakeAlong);
