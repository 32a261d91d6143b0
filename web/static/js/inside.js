import { loadLater } from "./later.js";

/**
 * Fills a `details` from its `template` while it is open, so that nobody pays for a closed part. Where there is no run yet, the form beside it makes
 * one first, and what was opened is opened again with it.
 */
export function startInside() {
    document.addEventListener("toggle", (event) => {
        const details = /** @type {HTMLElement} */ (event.target);
        const template = details.querySelector(":scope > template");
        if (!(details instanceof HTMLDetailsElement) || !(template instanceof HTMLTemplateElement)) {
            return;
        }
        const [, ...shown] = details.children;
        shown.filter((child) => child !== template).forEach((child) => child.remove());
        const make = formOf(details);
        if (details.open && make) {
            make.requestSubmit();
        } else if (details.open) {
            details.append(template.content.cloneNode(true));
            loadLater();
        }
    }, { capture: true });
}

/** The form that makes a run for a part of its section. A figure is saved as it is, without a run. @returns {HTMLFormElement | null | undefined} */
function formOf(/** @type {HTMLElement} */ details) {
    const part = details.closest(".below-figure") ?? details;
    return details.matches(".save-figure") ? null : part.parentElement?.querySelector(":scope > form[data-part=make]");
}
