const LOCKED = "Locked for this class";

/**
 * `<x-class-plan data-hide="presets.guide" data-lock="data">`: a teacher's options in the page's address. It takes the named parts of its stage away, and
 * locks others: these show their values, are sent as they are, and cannot be changed. A part has its name in `data-control`.
 */
class ClassPlan extends HTMLElement {
    #leaving = new AbortController();

    connectedCallback() {
        this.#leaving = new AbortController();
        this.#parts("hide").forEach((part) => part.classList.add("planned-away"));
        this.#parts("lock").forEach((part) => this.#lock(part));
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    /** @returns {HTMLElement[]} */
    #parts(/** @type {"hide" | "lock"} */ what) {
        const names = (this.dataset[what] ?? "").split(".").filter((name) => name !== "");
        return names.flatMap((name) => [.../** @type {NodeListOf<HTMLElement>} */ (this.closest("x-stage")?.querySelectorAll(`[data-control="${name}"]`) ?? [])]);
    }

    #lock(/** @type {HTMLElement} */ part) {
        const { signal } = this.#leaving;
        part.classList.add("planned-locked");
        part.title = LOCKED;
        for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll("input, select, textarea, button"))) {
            const isText = control.matches("input:not([type=range], [type=radio], [type=checkbox]), textarea");
            control.readOnly = isText;
            control.disabled ||= control.type === "range" || (control.type === "radio" && !control.checked);
            control.setAttribute("aria-disabled", String(!isText));
        }
        if (part instanceof HTMLButtonElement) {
            part.setAttribute("aria-disabled", "true");
        }
        for (const name of ["click", "mousedown", "keydown", "submit", "drop"]) {
            part.addEventListener(name, (event) => refuse(event), { signal, capture: true });
        }
    }
}

/** Keeps a press from a locked part. The links to the glossary, the focus and the way on to the next control stay. */
function refuse(/** @type {Event} */ event) {
    const isWayOn = event instanceof KeyboardEvent && ["Tab", "Escape"].includes(event.key);
    const isTerm = event.target instanceof Element && event.target.closest("x-term, a") !== null;
    if (!isWayOn && !isTerm) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
}

customElements.define("x-class-plan", ClassPlan);
