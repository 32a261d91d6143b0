import { StageWidget } from "../stage-widget.js";

const SENT_EVERY = 60;

/**
 * `<x-walk>` around a hill stage's controls: buttons with `data-go="dx dy"` take a step by hand, fields named rate, momentum and
 * length set these, a box named fog lets it lift, and `data-act` buttons do what they say.
 */
class Walk extends StageWidget {
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #due;
    #length = 0;

    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("click", (event) => this.#press(event), { signal });
        this.addEventListener("input", (event) => this.#set(/** @type {HTMLInputElement} */ (event.target)), { signal });
        this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    }

    #press(/** @type {Event} */ event) {
        const button = /** @type {HTMLElement} */ (event.target).closest("button");
        const { go, act } = button?.dataset ?? {};
        if (go) {
            this.stage.act("walk", { by: go.split(" ").map((part) => Number(part) * this.#length) });
        } else if (act === "feel") {
            this.stage.dispatchEvent(new CustomEvent("feel"));
        } else if (act) {
            this.stage.act(act);
        }
    }

    #set(/** @type {HTMLInputElement} */ input) {
        const field = input.type === "range" ? /** @type {HTMLInputElement} */ (input.parentElement?.querySelector("input[type=text]")) : input;
        if (field.name === "fog") {
            this.stage.act("fog", { on: field.checked });
        } else if (field.name.startsWith("length")) {
            this.stage.act("length", { length: Number(field.value) });
        } else if (field.dataset.tune) {
            this.#tune(field);
        }
    }

    /** Settings of a descent are sent while a slider is still being moved, a few times a second. */
    #tune(/** @type {HTMLInputElement} */ field) {
        clearTimeout(this.#due);
        this.#due = setTimeout(() => {
            const value = Number(field.value);
            const valid = field.value.trim() !== "" && value >= Number(field.min || 0) && Number.isFinite(value)
                && (field.dataset.tune !== "learningRate" || value > 0) && (field.dataset.tune !== "momentum" || value < 1);
            field.setAttribute("aria-invalid", String(!valid));
            if (valid) {
                this.stage.act("tune", { [field.dataset.tune ?? ""]: value });
            }
        }, SENT_EVERY);
    }

    draw(/** @type {any} */ picture) {
        if (!picture.walkers) {
            return;
        }
        this.#length = picture.length;
        for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input[name^=length]"))) {
            radio.checked = Number(radio.value) === picture.length;
        }
        this.querySelector("[data-act=descend]")?.toggleAttribute("disabled", picture.walkers[0].trail.length < 2);
    }
}

customElements.define("x-walk", Walk);
