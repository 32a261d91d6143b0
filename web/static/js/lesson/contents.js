import { forgetPages } from "../shared/pages.js";
import { checked, forFile, forgetAll, merge, progress, save, trace } from "../kept/progress.js";
import { forgetVerdicts } from "../kept/verdicts.js";

/** `<x-contents>` around the list of lessons: how far each is done, and the progress as a file. */
class Contents extends HTMLElement {
    connectedCallback() {
        this.#part("export")?.addEventListener("click", () => this.#export());
        this.#part("import")?.addEventListener("change", (event) =>
            this.#import(/** @type {HTMLInputElement} */ (event.target)));
        this.#part("reset")?.addEventListener("click", () => this.#reset());
        this.#show();
    }

    #part(/** @type {string} */ name) {
        return /** @type {HTMLElement | null} */ (this.querySelector(`[data-part=${name}]`));
    }

    #say(/** @type {string} */ text) {
        const place = this.#part("said");
        if (place) {
            place.textContent = text;
        }
    }

    #show() {
        const all = progress();
        for (const entry of this.querySelectorAll("[data-lesson]")) {
            this.#showLesson(/** @type {HTMLElement} */ (entry), all);
        }
    }

    #showLesson(/** @type {HTMLElement} */ entry, /** @type {import("../kept/progress.js").Progress} */ all) {
        const { lesson = "", scenes = "1", questions = "" } = entry.dataset;
        const { seen, answers } = trace(all, lesson);
        const asked = questions.split(" ").filter(Boolean);
        const open = asked.filter((id) => !["right", "shown", "noted"].includes(answers[id]?.verdict)).length;
        const done = seen.filter((number) => number <= Number(scenes)).length;
        const total = Number(scenes) + asked.length;
        const share = (done + asked.length - open) / total;
        entry.classList.toggle("begun", done > 0);
        entry.classList.toggle("done", share === 1);
        const bar = /** @type {HTMLElement} */ (entry.querySelector(".lesson-bar"));
        bar.hidden = done === 0;
        /** @type {HTMLElement} */ (bar.firstElementChild).style.width = `${100 * share}%`;
        const words = /** @type {HTMLElement} */ (entry.querySelector(".lesson-progress"));
        words.textContent = done === 0 ? "" : share === 1 ? "done" : `${done} of ${scenes} scenes`
            + (done === Number(scenes) ? `, ${open} open` : "");
    }

    #export() {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([JSON.stringify(forFile(progress()), null, 2)], { type: "application/json" }));
        link.download = "downhill-progress.json";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
        this.#say("Saved. Open the file on another device to continue there.");
    }

    async #import(/** @type {HTMLInputElement} */ field) {
        const file = field.files?.[0];
        field.value = "";
        if (!file) {
            return;
        }
        try {
            const found = checked(JSON.parse(await file.text()));
            if (!found) {
                throw new Error();
            }
            const all = progress();
            merge(all, found);
            save(all);
            this.#show();
            this.#say("The progress in the file has been added to yours.");
        } catch {
            this.#say("This file holds no progress for these lessons. Choose a file that you saved here.");
        }
    }

    #reset() {
        const before = progress();
        forgetAll();
        forgetVerdicts();
        forgetPages();
        this.#show();
        this.#say("Forgotten. ");
        const undo = document.createElement("button");
        undo.type = "button";
        undo.className = "quiet";
        undo.textContent = "Undo";
        undo.addEventListener("click", () => {
            save(before);
            this.#show();
            this.#say("Your progress is back.");
        });
        this.#part("said")?.append(undo);
    }
}

customElements.define("x-contents", Contents);
