import { StageWidget } from "../stage-widget.js";

/** `<x-tuning>`: the learning rate and the momentum of the run, changed while it goes on. */
class Tuning extends StageWidget {
    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("change", (event) => {
            const field = /** @type {HTMLInputElement} */ (event.target);
            const name = field.name || field.dataset.of;
            if (name) {
                this.#change(name);
            }
        }, { signal });
    }

    #field(/** @type {string} */ name) {
        return /** @type {HTMLInputElement | null} */ (this.querySelector(`input[name=${name}]`));
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        const { learningRate, momentum } = setup.spec?.optimizer ?? { learningRate: undefined, momentum: undefined };
        this.#set("learningRate", learningRate);
        this.#set("momentum", momentum);
    }

    #set(/** @type {string} */ name, /** @type {number | undefined} */ value) {
        const field = this.#field(name);
        if (field && value !== undefined && document.activeElement !== field) {
            field.value = String(value);
            field.dispatchEvent(new Event("input"));
        }
    }

    async #change(/** @type {string} */ name) {
        const field = this.#field(name);
        const value = Number(field?.value);
        const error = /** @type {HTMLElement} */ (this.querySelector("[data-part=error]"));
        const text = !field || field.value.trim() === "" || !Number.isFinite(value) ? "A number is expected here." : "";
        error.textContent = text;
        if (text === "") {
            await this.stage.act("tweaks", { optimizer: { [name]: value } });
        }
    }
}

customElements.define("x-tuning", Tuning);
