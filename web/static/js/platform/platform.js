import { BASE } from "../shared/base.js";
import { frameToken, isFramed, noteLaunch, tabStorage } from "../shared/launch.js";
import { get, put } from "./storage.js";

/**
 * `<x-platform data-step="login|proof|enter|return">`: a step between a learning platform and an activity. The browser keeps a secret while the platform
 * says who the learner is, so that nobody else's link leads in. It needs no cookie: in a frame the platform keeps the secret, in a window of its own the
 * tab does.
 */
class Platform extends HTMLElement {
    connectedCallback() {
        const { step } = this.dataset;
        const steps = /** @type {Record<string, () => unknown>} */ ({
            login: () => this.#login(),
            proof: () => this.#prove(),
            enter: () => this.#enter(),
            return: () => this.querySelector("form")?.submit(),
        });
        steps[step ?? ""]?.();
    }

    get #keeper() {
        const { target = "", origin = "" } = this.dataset;
        return { target, origin };
    }

    async #login() {
        const { address = "", key = "", secret = "", target } = this.dataset;
        try {
            const storage = tabStorage();
            if (!storage) {
                throw new Error("This tab keeps nothing.");
            }
            if (!isFramed()) {
                storage.setItem(key, secret);
            } else if (target) {
                await put(this.#keeper, key, secret);
            } else {
                throw new Error("The platform keeps nothing.");
            }
            location.replace(address);
        } catch {
            this.#show("window");
        }
    }

    async #prove() {
        const { key = "", target } = this.dataset;
        const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
        const secret = isFramed() && target
            ? await get(this.#keeper, key).catch(() => "")
            : tabStorage()?.getItem(key) ?? "";
        tabStorage()?.removeItem(key);
        if (secret === "") {
            this.#show("lost");
            return;
        }
        /** @type {HTMLInputElement} */ (form.elements.namedItem("secret")).value = secret;
        form.submit();
    }

    async #enter() {
        const { address = "", key = "", lesson = "", owner = "" } = this.dataset;
        noteLaunch({ key, lesson, owner, visitor: isFramed() ? frameToken() || await visitor() : "" });
        location.replace(address);
    }

    /** Shows a part in place of the words about waiting. */
    #show(/** @type {string} */ part) {
        for (const place of this.querySelectorAll("[data-part]")) {
            place.toggleAttribute("hidden", place.getAttribute("data-part") !== part);
        }
        /** @type {HTMLElement | null} */ (this.querySelector(`[data-part=${part}] a`))?.focus();
    }
}

/** A visitor's token for a page in a frame, which has no cookies. Without one, all frames behind an address are one visitor. */
async function visitor() {
    try {
        const answer = await fetch(`${BASE}api/visitors`, { method: "POST", headers: { Accept: "application/json" } });
        return answer.ok ? String((await answer.json()).token) : "";
    } catch {
        return "";
    }
}

customElements.define("x-platform", Platform);
