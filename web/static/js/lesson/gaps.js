/** @typedef {import("../shared/types.js").Item} Item */

/** The fields of a program's gaps, in their order. @returns {HTMLInputElement[]} */
function fields(/** @type {Element} */ question) {
    return [...question.querySelectorAll("input")].filter((input) => input.dataset.gap !== undefined);
}

/** The typed expressions as lines `name = expression`; empty while nothing is typed. */
export function typedLines(/** @type {Element} */ question) {
    const lines = fields(question).map(({ dataset: { gap }, value }) => `${gap} = ${value.trim()}`);
    return fields(question).some(({ value }) => value.trim() !== "") ? lines.join("\n") : "";
}

/** Puts expressions back into their fields. */
export function fillLines(/** @type {Element} */ question, /** @type {string} */ answer) {
    const typed = new Map(answer.split("\n").map((line) => {
        const at = line.indexOf("=");
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }));
    for (const field of fields(question)) {
        field.value = typed.get(field.dataset.gap ?? "") ?? field.value;
    }
}

/** Moves what was found of each gap to its line. */
export function markLines(/** @type {Element} */ question, /** @type {ParentNode} */ verdict) {
    for (const field of fields(question)) {
        const found = /** @type {HTMLElement | null} */ (verdict.querySelector(`[data-of="${field.dataset.gap}"]`));
        const line = /** @type {HTMLElement} */ (field.closest("li"));
        const outcome = found?.dataset.outcome ?? "";
        line.dataset.outcome = outcome;
        field.setAttribute("aria-invalid", String(outcome === "wrong"));
        line.querySelector("[data-hint]")?.replaceChildren(...found?.childNodes ?? []);
        found?.remove();
    }
}

/** Moves the focus to the first line that is not right yet. */
export function focusOpenLine(/** @type {Element} */ question) {
    fields(question).find((field) => field.closest("li")?.dataset.outcome !== "right")?.focus();
}

/**
 * Shows in the figure what the line computes that one points at or types into, forgets what was found of a line that is typed again, and
 * tells of every change.
 */
export function watchLines(/** @type {Element} */ question, /** @type {AbortSignal} */ signal, /** @type {() => void} */ changed) {
    const stage = /** @type {import("../stage.js").Stage | null} */ (question.closest("x-stage"));
    /** @type {Item | null} */ let focused = null;
    const show = (/** @type {Event} */ { target, type }) => {
        const line = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("li[data-item]"));
        const item = line ? itemOf(line.dataset.item ?? "") : null;
        focused = type === "focusin" ? item : type === "focusout" ? null : focused;
        stage?.select(type === "pointerleave" ? focused : item ?? focused);
    };
    for (const type of ["pointerover", "focusin"]) {
        question.querySelector(".gap-lines")?.addEventListener(type, show, { signal });
    }
    for (const type of ["pointerleave", "focusout"]) {
        question.querySelector(".gap-lines")?.addEventListener(type, (event) => {
            show(event);
            if (type === "focusout") {
                stage?.select(null);
            }
        }, { signal });
    }
    question.addEventListener("input", ({ target }) => {
        const line = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("li"));
        if (line) {
            line.dataset.outcome = "";
            line.querySelector("[data-hint]")?.replaceChildren();
            line.querySelector("input")?.removeAttribute("aria-invalid");
            changed();
        }
    }, { signal });
}

/** @returns {Item} */
function itemOf(/** @type {string} */ text) {
    const [kind, ...at] = text.split(" ");
    return /** @type {any} */ ({ kind, at: at.map(Number) });
}
