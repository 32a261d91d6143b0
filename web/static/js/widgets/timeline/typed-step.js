import { count } from "../../shared/numbers.js";

/**
 * The step that somebody types, or the reason why there is no such step.
 *
 * @param {string} text
 * @param {number} newest
 * @returns {{step: number} | {refusal: string}}
 */
export function readStep(text, newest) {
    const digits = text.replace(/[\s,.'’\u2009\u202f]/g, "");
    const step = /^\d{1,10}$/.test(digits) ? Number(digits) : NaN;
    return step <= newest ? { step } : {
        refusal: newest === 0 ? "The newest step is 0. Press Play or Step forward to make steps."
            : `The newest step is ${count(newest)}. Type a step from 0 to ${count(newest)}.`,
    };
}

/** The shown step's number as a field: it looks like text until it has the focus, Enter goes to the step, Escape leaves it. */
export class TypedStep {
    #field;
    #said;
    #go;
    #progress;

    /**
     * @param {HTMLElement} timeline
     * @param {(step: number) => unknown} go
     * @param {() => import("../../shared/types.js").Progress} progress
     * @param {AbortSignal} signal
     */
    constructor(timeline, go, progress, signal) {
        this.#field = /** @type {HTMLInputElement | null} */ (timeline.querySelector("[data-part=typed]"));
        this.#said = /** @type {HTMLElement | null} */ (timeline.querySelector("[data-part=no-step]"));
        this.#go = go;
        this.#progress = progress;
        this.#field?.addEventListener("focus", () => this.#begin(), { signal });
        this.#field?.addEventListener("blur", () => this.#end(), { signal });
        this.#field?.addEventListener("keydown", (event) => this.#key(event), { signal });
    }

    #begin() {
        if (this.#field) {
            this.#field.value = String(this.#progress().shown);
            this.#field.select();
        }
    }

    #end() {
        this.#say("");
        if (this.#field) {
            this.#field.value = "";
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        if (event.key === "Enter" && this.#field) {
            event.preventDefault();
            const read = readStep(this.#field.value, this.#progress().newest);
            if ("step" in read) {
                this.#say("");
                this.#go(read.step);
                this.#field.value = String(read.step);
                this.#field.select();
            } else {
                this.#say(read.refusal);
            }
        } else if (event.key === "Escape") {
            this.#field?.blur();
        }
    }

    #say(/** @type {string} */ text) {
        if (this.#said) {
            this.#said.textContent = text;
        }
        this.#field?.setAttribute("aria-invalid", String(text !== ""));
    }
}
