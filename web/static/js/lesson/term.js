/** `<x-term>` around a link into the glossary and its meaning, which pointing, focus or a tap shows in place. */
class Term extends HTMLElement {
    #leaving = new AbortController();

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ act) =>
            this.addEventListener(name, act, { signal });
        on("pointerenter", (event) => event.pointerType === "mouse" && this.#show(true));
        on("pointerleave", (event) => event.pointerType === "mouse" && this.#show(false));
        on("focusin", () => this.#show(true));
        on("focusout", (event) => !this.contains(event.relatedTarget) && this.#show(false));
        on("keydown", (event) => event.key === "Escape" && this.#show(false));
        on("click", (event) => this.#tap(event));
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    /** A first tap shows the meaning; where it can be seen already the link leads on. */
    #tap(/** @type {PointerEvent} */ event) {
        if (event.pointerType === "touch" && event.target instanceof Element && event.target.closest("a") === this.querySelector("a")) {
            event.preventDefault();
            this.#show(true);
        }
    }

    #show(/** @type {boolean} */ shown) {
        const meaning = /** @type {HTMLElement | null} */ (this.querySelector(".meaning"));
        if (!meaning || meaning.hidden === !shown) {
            return;
        }
        meaning.hidden = !shown;
        if (shown) {
            meaning.style.translate = "0";
            const { left, right } = meaning.getBoundingClientRect();
            const over = Math.max(0, right - document.documentElement.clientWidth + 12);
            meaning.style.translate = `${-Math.min(over, left - 12)}px`;
        }
    }
}

customElements.define("x-term", Term);
