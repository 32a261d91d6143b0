import { write } from "../../shared/dom/write.js";
import { counted, frameWith, isFound } from "./found.js";

/** `<x-gallery>`: the index of widgets. It finds cards by their words, and writes the chosen settings of a card into the HTML of its frame. */
class Gallery extends HTMLElement {
    #leaving = new AbortController();

    /** Fetches the pictures of the cards that are in view: a browser by itself begins thousands of pixels earlier. */
    #near = new IntersectionObserver((entries) => {
        for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
            target.querySelectorAll("img").forEach((image) => (image.src = image.dataset.src ?? ""));
            this.#near.unobserve(target);
        }
    });

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        const search = /** @type {HTMLInputElement} */ (this.querySelector("input[type=search]"));
        /** @type {HTMLElement} */ (search.parentElement).hidden = false;
        for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-part=copy]"))) {
            button.hidden = false;
        }
        search.addEventListener("input", () => this.#find(search.value), { signal });
        search.addEventListener("keydown", ({ key }) => {
            if (key === "Escape") {
                search.value = "";
                this.#find("");
            }
        }, { signal });
        this.addEventListener("input", ({ target }) => fill(/** @type {Element} */ (target).closest("form")), { signal });
        this.addEventListener("click", ({ target }) => {
            const button = /** @type {Element} */ (target).closest("[data-part=copy]");
            if (button) {
                copy(/** @type {HTMLFormElement} */ (button.closest("form")));
            }
        }, { signal });
        this.addEventListener("submit", ({ target }) => leaveOut(/** @type {HTMLFormElement} */ (target)), { signal });
        this.#find(search.value);
        this.#near.disconnect();
        this.querySelectorAll("[data-part=picture]").forEach((picture) => this.#near.observe(picture));
    }

    disconnectedCallback() {
        this.#leaving.abort();
        this.#near.disconnect();
    }

    #find(/** @type {string} */ words) {
        const cards = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-words]"));
        for (const card of cards) {
            card.hidden = !isFound(card.dataset.words ?? "", words);
        }
        for (const section of this.querySelectorAll("section")) {
            section.hidden = !section.querySelector("[data-words]:not([hidden])");
        }
        const found = this.querySelectorAll("[data-words]:not([hidden])").length;
        write(this.#part("found"), counted(found, cards.length));
        this.#part("none").hidden = found > 0;
        const topics = /** @type {HTMLElement} */ (this.querySelector(".gallery-topics"));
        topics.hidden = found < cards.length;
    }

    #part(/** @type {string} */ name) {
        return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
    }
}

/** Writes a form's settings into the HTML that it offers. */
function fill(/** @type {HTMLFormElement | null} */ form) {
    const area = /** @type {HTMLTextAreaElement | null | undefined} */ (form?.querySelector("[data-part=frame]"));
    if (form && area) {
        area.value = frameWith(area.defaultValue, /** @type {[string, string][]} */ ([...new FormData(form)]));
        write(/** @type {HTMLElement} */ (form.querySelector("[data-part=said]")), "");
    }
}

/** Keeps the settings that were not chosen out of the address of the opened page. */
function leaveOut(/** @type {HTMLFormElement} */ form) {
    const empty = [.../** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll("input, select"))].filter(({ value }) => value.trim() === "");
    empty.forEach((field) => (field.disabled = true));
    // The browser has read the form by then; a visitor who comes back finds all fields.
    setTimeout(() => empty.forEach((field) => (field.disabled = false)));
}

async function copy(/** @type {HTMLFormElement} */ form) {
    const area = /** @type {HTMLTextAreaElement} */ (form.querySelector("[data-part=frame]"));
    const said = /** @type {HTMLElement} */ (form.querySelector("[data-part=said]"));
    try {
        await navigator.clipboard.writeText(area.value);
        write(said, "Copied. Paste it into the HTML of your page.");
    } catch {
        area.select();
        write(said, "The browser does not let this page copy. The text is selected: copy it with Ctrl+C.");
    }
}

customElements.define("x-gallery", Gallery);
