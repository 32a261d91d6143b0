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
        /** @type {HTMLFormElement | null | undefined} */
        const make = details.parentElement?.querySelector(":scope > form[data-part=make]");
        if (details.open && make) {
            make.requestSubmit();
        } else if (details.open) {
            details.append(template.content.cloneNode(true));
            loadLater();
        }
    }, { capture: true });
}
