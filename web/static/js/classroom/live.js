import { follow } from "../shared/dom/follow.js";

/**
 * `<x-live data-events="…">` around a page that shows a class: the parts with `data-live` and an id are renewed from the server when
 * something has changed. Forms in it are sent without leaving the page, but for those with `data-leaves`.
 */
class Live extends HTMLElement {
    #leaving = new AbortController();
    #busy = false;
    #again = false;

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        this.addEventListener("submit", (event) => {
            const form = /** @type {HTMLFormElement} */ (event.target);
            if (form.dataset.leaves === undefined) {
                event.preventDefault();
                this.#send(form);
            }
        }, { signal });
        follow(this.dataset.events ?? "", "changed", () => this.#renew(), signal);
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    async #send(/** @type {HTMLFormElement} */ form) {
        const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
        await this.#take(fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } }));
    }

    /** Asks for the page again; of changes that come meanwhile, once more. */
    async #renew() {
        if (this.#busy) {
            this.#again = true;
            return;
        }
        this.#busy = true;
        do {
            this.#again = false;
            await this.#take(fetch(location.href, { headers: { Accept: "text/html" } }));
        } while (this.#again);
        this.#busy = false;
    }

    async #take(/** @type {Promise<Response>} */ asked) {
        const answer = await asked.catch(() => null);
        const text = await answer?.text().catch(() => null);
        if (!this.isConnected) {
            return;
        }
        if (!answer || text === undefined || text === null) {
            this.#say("The server cannot be reached. Check your connection; this page tries again.");
            return;
        }
        const page = new DOMParser().parseFromString(text, "text/html");
        if (!answer.ok) {
            this.#say(page.querySelector("main p")?.textContent ?? `The server answered ${answer.status}.`);
            return;
        }
        this.#say("");
        this.#exchange(page);
    }

    #exchange(/** @type {Document} */ page) {
        for (const next of page.querySelectorAll("[data-live]")) {
            const old = document.getElementById(next.id);
            const open = [...old?.querySelectorAll("details[open]") ?? []].map(({ id }) => id);
            open.forEach((id) => page.getElementById(id)?.setAttribute("open", ""));
            if (old && !old.isEqualNode(next) && !isTyping(old)) {
                const focused = old.contains(document.activeElement) ? document.activeElement?.id : "";
                old.replaceWith(document.adoptNode(next));
                if (focused) {
                    document.getElementById(focused)?.focus({ preventScroll: true });
                }
            }
        }
    }

    #say(/** @type {string} */ text) {
        const place = this.querySelector("[data-part=said]");
        if (place && place.textContent !== text) {
            place.textContent = text;
        }
    }
}

/** Tests whether somebody types into a part, which therefore stays as it is. */
function isTyping(/** @type {Element} */ part) {
    const { activeElement: field } = document;
    return field instanceof HTMLInputElement && field.type === "text" && part.contains(field) && field.value !== field.defaultValue;
}

customElements.define("x-live", Live);
