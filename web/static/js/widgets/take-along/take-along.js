import { viewOf } from "../../kept/keys.js";
import { BASE } from "../../shared/base.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

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
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("a[data-format]"))) {
            if (view === "") {
                link.removeAttribute("href");
            } else {
                link.href = `${BASE}api/runs/${view}/export?format=${link.dataset.format}`;
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
            const { weights, biases } = file.size > MOST_BYTES ? {} : JSON.parse(await file.text());
            if (!Array.isArray(weights) || !Array.isArray(biases)) {
                this.#say("This file holds no weights. It must be a JSON file with “weights” and “biases”, as this menu writes it.");
                return;
            }
            await this.stage.attempt("network", { weights, biases });
        } catch (/** @type {any} */ error) {
            this.#say(error instanceof SyntaxError ? `This file is not JSON: ${error.message}.`
                : error.problem?.errors?.[0]?.detail ?? error.message);
        }
    }

    #say(/** @type {string} */ text) {
        write(this.querySelector("[data-part=error]"), text);
    }
}

customElements.define("x-take-along", TakeAlong);
