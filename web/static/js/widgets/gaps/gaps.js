/** @typedef {import("../../shared/types.js").Item} Item */

/**
 * `<x-gaps>` around the lines of a program and a hidden field with the learner's answer: what is typed into the gaps, a line for each. The figure
 * shows what the line computes that one points at or types into. What the server found of each gap is moved to its line.
 */
class Gaps extends HTMLElement {
    #leaving = new AbortController();
    stage = /** @type {import("../../stage.js").Stage | null} */ (null);
    /** The part of the figure that belongs to the line with the focus. @type {Item | null} */ #focused = null;

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        this.stage = this.closest("x-stage");
        this.addEventListener("input", ({ target }) => this.#type(/** @type {HTMLInputElement} */ (target)), { signal });
        this.addEventListener("focusin", ({ target }) => this.#focus(itemAt(target)), { signal });
        this.addEventListener("focusout", () => this.#focus(null), { signal });
        this.addEventListener("pointerover", ({ target }) => this.stage?.select(itemAt(target) ?? this.#focused), { signal });
        this.addEventListener("pointerleave", () => this.stage?.select(this.#focused), { signal });
        this.#answer.addEventListener("restored", () => this.#restore(), { signal });
        this.closest("x-question")?.addEventListener("judged", (event) => this.#mark(/** @type {CustomEvent} */ (event)), { signal });
        this.#restore();
        const early = this.#fields.find(({ value }) => value !== "");
        if (early && this.#answer.value === "") {
            this.#type(early);
        }
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    /** The field whose value is the answer. @returns {HTMLInputElement} */
    get #answer() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input[name=answer]"));
    }

    /** @returns {HTMLInputElement[]} */
    get #fields() {
        return [...this.querySelectorAll("input")].filter((input) => input.dataset.gap !== undefined);
    }

    #focus(/** @type {Item | null} */ item) {
        this.#focused = item;
        this.stage?.select(item);
    }

    /** Takes what was typed, and forgets what was found of this line. */
    #type(/** @type {HTMLInputElement} */ field) {
        const fields = this.#fields;
        const isEmpty = fields.every(({ value }) => value.trim() === "");
        this.#answer.value = isEmpty ? "" : fields.map(({ dataset: { gap }, value }) => `${gap} = ${value.trim()}`).join("\n");
        this.#show(field, "", []);
        this.dispatchEvent(new CustomEvent("draft", { bubbles: true }));
    }

    /** Puts an answer back into its fields. */
    #restore() {
        const typed = new Map(this.#answer.value.split("\n").map((line) => {
            const at = line.indexOf("=");
            return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        }));
        for (const field of this.#fields) {
            field.value = typed.get(field.dataset.gap ?? "") ?? field.value;
        }
    }

    /** Marks each line, and goes to the first that is not right. */
    #mark(/** @type {CustomEvent} */ event) {
        const { verdict, outcome } = event.detail;
        for (const field of this.#fields) {
            const found = /** @type {HTMLElement | null} */ (outcome.querySelector(`[data-of="${field.dataset.gap}"]`));
            this.#show(field, found?.dataset.outcome ?? "", [...found?.childNodes ?? []]);
            found?.remove();
        }
        if (verdict === "wrong" || verdict === "unjudged") {
            event.preventDefault();
            this.#fields.find((field) => field.closest("li")?.dataset.outcome !== "right")?.focus();
        }
    }

    #show(/** @type {HTMLInputElement} */ field, /** @type {string} */ outcome, /** @type {Node[]} */ hint) {
        const line = /** @type {HTMLElement} */ (field.closest("li"));
        line.dataset.outcome = outcome;
        field.setAttribute("aria-invalid", String(outcome === "wrong"));
        line.querySelector("[data-hint]")?.replaceChildren(...hint);
    }
}

/** The part of the figure that a line is about. @returns {Item | null} */
function itemAt(/** @type {EventTarget | null} */ target) {
    const line = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("li[data-item]")) : null;
    const [kind, ...at] = line?.dataset.item?.split(" ") ?? [];
    return line ? /** @type {any} */ ({ kind, at: at.map(Number) }) : null;
}

customElements.define("x-gaps", Gaps);
