/**
 * Lets forms act in a sandboxed frame. There the browser drops a form's `submit` event, since it would not send the form. Ours are never sent
 * by the browser, they act by their event, so a press of their buttons, or Enter in a field, dispatches it here.
 */
export function startSandbox() {
    if (globalThis.origin !== "null") {
        return;
    }
    document.addEventListener("click", (event) => {
        const button = /** @type {Element} */ (event.target).closest?.("button");
        if (button?.form && button.type === "submit" && !event.defaultPrevented) {
            event.preventDefault();
            submit(button.form, button);
        }
    });
    document.addEventListener("keydown", (event) => {
        const { target: field } = event;
        if (event.key === "Enter" && field instanceof HTMLInputElement && field.form && !event.defaultPrevented && !defaultButton(field.form)) {
            submit(field.form, null);
        }
    });
}

/** The button that Enter in a field presses: the browser itself does that. */
function defaultButton(/** @type {HTMLFormElement} */ form) {
    return form.querySelector("button:not([type]), button[type=submit]");
}

function submit(/** @type {HTMLFormElement} */ form, /** @type {HTMLElement | null} */ submitter) {
    if (form.noValidate || form.reportValidity()) {
        form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }));
    }
}
