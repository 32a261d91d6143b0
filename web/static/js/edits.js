import { placeOf } from "./shared/dom/place.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {{ text: string, isChecked: boolean, isDone: boolean, caret: number | null }} Edit a control's state; done, if nobody is still typing */
/** @typedef {{ place: string, address: string }} Press an element that asked for a request */

/** The largest number of presses that wait for an answer. */
const MOST_PRESSES = 20;

/**
 * Keeps, in the playground, each change that a learner makes while the server still answers an earlier one. The answer replaces the stage and with
 * it every control. Newer changes are then made again in the new controls, and newer presses too. One request is on its way at a time, so the last
 * change stands.
 */
export function startEdits() {
    const waiting = new Waiting();
    document.addEventListener("htmx:confirm", (event) => {
        const { target, elt } = /** @type {CustomEvent} */ (event).detail;
        if (isPlayground(target) && waiting.holds(elt)) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:beforeRequest", (event) => {
        const { target, xhr } = /** @type {CustomEvent} */ (event).detail;
        if (isPlayground(target)) {
            waiting.sent(xhr);
        }
    });
    // A refusal first puts the controls back; so the newer changes are made in a task of their own.
    document.addEventListener("htmx:afterRequest", (event) => {
        const { xhr } = /** @type {CustomEvent} */ (event).detail;
        setTimeout(() => waiting.answered(xhr));
    });
    document.addEventListener("change", (event) => waiting.note(event, true), { capture: true });
    // Scripts dispatch this event too, when they write one of the server's numbers: no learner typed it.
    document.addEventListener("input", (event) => event.isTrusted && waiting.note(event, false), { capture: true });
}

function isPlayground(/** @type {Element} */ target) {
    return target.id === "stage" && document.getElementById("setup") !== null;
}

/** The changes and presses since the request that is on its way. */
class Waiting {
    /** @type {XMLHttpRequest | null} */
    #sent = null;
    /** The changes by their control's id. @type {Map<string, Edit>} */
    #edits = new Map();
    /** @type {Press[]} */
    #presses = [];

    /** Keeps a press back while a request is on its way. A changed control is no press: its value is kept. */
    holds(/** @type {Element} */ from) {
        if (this.#sent && from.id !== "setup" && this.#presses.length < MOST_PRESSES) {
            this.#presses.push({ place: placeOf(from), address: addressOf(from) });
        }
        return this.#sent !== null;
    }

    sent(/** @type {XMLHttpRequest} */ request) {
        this.#sent = request;
    }

    note(/** @type {Event} */ event, /** @type {boolean} */ isDone) {
        const control = /** @type {Control} */ (event.target);
        if (this.#sent && control.id && ["setup", "tweaks"].includes(control.form?.id ?? "")) {
            const { value: text, id } = control;
            const { checked: isChecked = false, selectionStart: caret = null } = /** @type {HTMLInputElement} */ (control);
            this.#edits.delete(id);
            this.#edits.set(id, { text, isChecked, isDone, caret });
        }
    }

    answered(/** @type {XMLHttpRequest} */ request) {
        if (request !== this.#sent) {
            return;
        }
        const edits = [...this.#edits];
        const presses = this.#presses;
        this.#sent = null;
        this.#edits = new Map();
        this.#presses = [];
        const controls = edits.map(([id, edit]) => restore(id, edit));
        controls.forEach((control, i) => control && act(control, edits[i][1]));
        presses.forEach(press);
    }
}

/** Puts a learner's value into the present control of that name, if there is one and it takes values. @returns {Control | null} */
function restore(/** @type {string} */ id, /** @type {Edit} */ { text, isChecked, caret }) {
    const control = /** @type {Control | null} */ (document.getElementById(id));
    if (!control || control.disabled || (control instanceof HTMLInputElement && control.readOnly)) {
        return null;
    }
    control.value = text;
    if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
        control.checked = isChecked;
    } else if (control instanceof HTMLInputElement && control === document.activeElement) {
        control.setSelectionRange(caret, caret);
    }
    control.dispatchEvent(new Event("input", { bubbles: true }));
    return control;
}

/** Has a value act; while the learner still types, when the learner is done. */
function act(/** @type {Control} */ control, /** @type {Edit} */ { isDone }) {
    if (isDone || control !== document.activeElement) {
        control.dispatchEvent(new Event("change", { bubbles: true }));
        return;
    }
    const ends = new AbortController();
    const end = () => {
        ends.abort();
        control.dispatchEvent(new Event("change", { bubbles: true }));
    };
    control.addEventListener("blur", end, { signal: ends.signal });
    control.addEventListener("change", () => ends.abort(), { signal: ends.signal });
    control.addEventListener("keydown", (event) => /** @type {KeyboardEvent} */ (event).key === "Enter" && end(), { signal: ends.signal });
}

/** Makes a press again at the same place, if what stands there still asks for the same thing. */
function press(/** @type {Press} */ { place, address }) {
    const element = /** @type {HTMLElement | null} */ (document.querySelector(place));
    if (!element || element.hidden || element.matches(":disabled") || addressOf(element) !== address) {
        return;
    }
    if (element instanceof HTMLFormElement) {
        element.requestSubmit();
    } else {
        element.click();
    }
}

function addressOf(/** @type {Element} */ element) {
    return element.getAttribute("hx-post") ?? element.getAttribute("hx-get") ?? "";
}
