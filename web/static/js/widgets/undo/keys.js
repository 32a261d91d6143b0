/**
 * The keys Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, or with the command key. A text that is being typed has its own undo: the keys are the page's again when the
 * text is entered.
 */
export class Keys {
    /** The field with a text that is not entered yet. @type {EventTarget | null} */ #typed = null;

    /** @param {(direction: "undo" | "redo") => void} press @param {AbortSignal} signal */
    constructor(press, signal) {
        document.addEventListener("input", ({ target, isTrusted }) => {
            // A script that writes into a field is nobody who types.
            this.#typed = isTrusted && isText(target) ? target : null;
        }, { signal, capture: true });
        for (const name of ["change", "focusout"]) {
            document.addEventListener(name, () => (this.#typed = null), { signal, capture: true });
        }
        document.addEventListener("keydown", (event) => {
            const direction = directionOf(event);
            if (direction && !event.defaultPrevented && !this.#isTyping(event.target)) {
                event.preventDefault();
                press(direction);
            }
        }, { signal });
    }

    #isTyping(/** @type {EventTarget | null} */ target) {
        return target instanceof Element && (target === this.#typed || target.closest("textarea, dialog, [contenteditable]") !== null);
    }
}

/** The direction that a key asks for; null for any other key. */
export function directionOf(/** @type {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">} */ { key, ctrlKey, metaKey, shiftKey, altKey }) {
    const letter = key.toLowerCase();
    if (ctrlKey === metaKey || altKey || (letter !== "z" && letter !== "y")) {
        return null;
    }
    return letter === "y" || shiftKey ? "redo" : "undo";
}

function isText(/** @type {EventTarget | null} */ target) {
    return target instanceof HTMLInputElement ? !["range", "radio", "checkbox"].includes(target.type) : target instanceof HTMLTextAreaElement;
}
