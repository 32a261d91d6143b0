import { viewOf } from "../kept/keys.js";
import { count } from "../shared/numbers.js";
import { StageWidget } from "../stage-widget.js";

/**
 * `<x-board-tools>`: begin again, bring back the learner's run, presenter mode, a link to this very run, and the code to show the
 * figure elsewhere. Beginning again is a request for the scene, as if one came to it anew.
 */
class BoardTools extends StageWidget {
    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("click", (event) => {
            const part = /** @type {HTMLElement} */ (event.target).closest?.("button")?.dataset.part;
            if (part) {
                this.#do(part);
            }
        }, { signal });
        for (const name of ["own", "kept"]) {
            this.stage.addEventListener(name, () => this.#offer(), { signal });
        }
        this.#showPresenting();
        this.#offer();
    }

    build() {
        this.#offer();
    }

    #part(/** @type {string} */ name) {
        return /** @type {HTMLElement | null} */ (this.querySelector(`[data-part=${name}]`));
    }

    /** The figure that the learner left in this scene can be brought back, until this one is changed too. */
    #offer() {
        const button = this.#part("mine");
        const { left, config: { hill } } = this.stage;
        if (button) {
            button.hidden = left === null;
            button.textContent = left && left.step === null ? "Bring back my figure"
                : `Bring back my ${hill === undefined ? "run" : "walk"} (step ${count(left?.step ?? 0)})`;
        }
    }

    #do(/** @type {string} */ part) {
        if (part === "mine") {
            this.stage.act("bring-back-mine");
        } else if (part === "present") {
            document.documentElement.toggleAttribute("data-presenting");
            this.#showPresenting();
            dispatchEvent(new Event("resize"));
        } else if (part === "link") {
            this.#copy(this.#address(), "Link copied.");
        } else if (part === "embed") {
            this.#copy(this.#code(), "Embed code copied.");
        }
    }

    #showPresenting() {
        this.#part("present")?.setAttribute("aria-pressed", String(document.documentElement.hasAttribute("data-presenting")));
    }

    /** This page; with the learner's own run, if there is one, by its view: everyone who opens the link gets a copy. */
    #address() {
        const { isMine, isCopy, frames } = this.stage.run;
        return this.#here(isMine || isCopy ? { run: viewOf(frames?.split("/").at(-2) ?? "") } : {});
    }

    #here(/** @type {Record<string, string>} */ query) {
        return `${location.origin}${location.pathname}${Object.keys(query).length ? `?${new URLSearchParams(query)}` : ""}`;
    }

    #code() {
        const frame = document.createElement("iframe");
        frame.src = this.#here({ embed: "1" });
        frame.title = document.getElementById("scene-title")?.textContent ?? "Downhill";
        frame.width = "100%";
        frame.height = "640";
        frame.loading = "lazy";
        return frame.outerHTML;
    }

    async #copy(/** @type {string} */ text, /** @type {string} */ said) {
        const place = /** @type {HTMLElement} */ (this.#part("said"));
        try {
            await navigator.clipboard.writeText(text);
            place.textContent = said;
        } catch {
            const field = document.createElement("input");
            field.readOnly = true;
            field.value = text;
            field.setAttribute("aria-label", "To copy");
            place.replaceChildren(field);
            field.select();
        }
    }
}

customElements.define("x-board-tools", BoardTools);
