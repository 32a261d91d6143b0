const GAP = 6;
const EDGE = 12;

/** `<x-term>` around a link into the glossary and its meaning, which pointing, focus or a tap shows in place, above all figures. */
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
        if (!meaning || meaning.matches(":popover-open") === shown) {
            return;
        }
        if (!shown) {
            meaning.hidePopover();
            return;
        }
        meaning.showPopover();
        this.#place(meaning);
        const placed = new AbortController();
        addEventListener("scroll", () => this.#place(meaning), { capture: true, passive: true, signal: placed.signal });
        meaning.addEventListener("toggle", () => !meaning.matches(":popover-open") && placed.abort(), { signal: placed.signal });
    }

    /** Under its word, or above it where there is no room below, and inside the window. */
    #place(/** @type {HTMLElement} */ meaning) {
        const [word] = this.querySelector("a")?.getClientRects() ?? [];
        if (!word) {
            return;
        }
        const { clientWidth, clientHeight } = document.documentElement;
        const { width, height } = meaning.getBoundingClientRect();
        const below = word.bottom + GAP;
        const top = below + height + EDGE > clientHeight ? word.top - GAP - height : below;
        meaning.style.left = `${Math.max(EDGE, Math.min(word.left, clientWidth - EDGE - width))}px`;
        meaning.style.top = `${Math.max(EDGE, top)}px`;
    }
}

customElements.define("x-term", Term);
