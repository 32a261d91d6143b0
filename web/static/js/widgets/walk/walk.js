import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const SENT_EVERY = 60;

/**
 * `<x-walk>` around a hill stage's controls: buttons with `data-go="dx dy"` take a step by hand, fields named rate, momentum and
 * length set these, a box named fog lets it lift, and `data-act` buttons do what they say. They are inert until the hill is there.
 */
class Walk extends StageWidget {
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #due;
    #length = 0;

    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("click", (event) => this.#press(event), { signal });
        this.addEventListener("input", (event) => this.#set(/** @type {HTMLInputElement} */ (event.target)), { signal });
        this.querySelectorAll("input[type=range][data-tune]").forEach((range) => fill(/** @type {HTMLInputElement} */ (range)));
        this.stage.addEventListener("brought", () => this.#follow(), { signal });
        this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    }

    #press(/** @type {Event} */ event) {
        const button = /** @type {HTMLElement} */ (event.target).closest("button");
        const { go, act } = button?.dataset ?? {};
        if (go) {
            this.stage.act("walk", { by: go.split(" ").map((part) => Number(part) * this.#length) });
        } else if (act === "feel") {
            this.stage.dispatchEvent(new CustomEvent("feel"));
        } else if (act === "descend") {
            const rate = Number(/** @type {HTMLInputElement | null} */ (this.querySelector(".companion [data-tune]"))?.value);
            this.stage.act(act, rate > 0 ? { learningRate: rate } : {});
        } else if (act === "reset") {
            this.#declare();
            this.stage.act(act);
        } else if (act) {
            this.stage.act(act);
        }
    }

    /** Every field as the page brought it. */
    #declare() {
        clearTimeout(this.#due);
        for (const field of this.querySelectorAll("input")) {
            field.value = field.defaultValue;
            field.checked = field.defaultChecked;
            field.removeAttribute("aria-invalid");
            fill(field);
        }
        this.#tellSliders();
    }

    /** The slider beside a number field follows it. */
    #tellSliders() {
        this.querySelectorAll("input[type=text]").forEach((field) => field.dispatchEvent(new Event("input")));
    }

    /** The settings of walkers that were brought back. */
    #follow() {
        const { walkers } = /** @type {any} */ (this.stage.picture);
        for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[data-tune]"))) {
            const { rate, momentum } = walkers[Number(field.dataset.walker ?? 0)] ?? {};
            const value = field.dataset.tune === "momentum" ? momentum : rate;
            field.value = String(value ?? field.defaultValue);
            fill(field);
        }
        this.#tellSliders();
    }

    #set(/** @type {HTMLInputElement} */ input) {
        const field = input.type === "range" && !input.dataset.tune ? /** @type {HTMLInputElement} */ (input.parentElement?.querySelector("input[type=text]")) : input;
        if (field.name === "fog") {
            this.stage.act("fog", { on: field.checked });
        } else if (field.name.startsWith("length")) {
            this.stage.act("length", { length: Number(field.value) });
        } else if (field.dataset.tune) {
            fill(field);
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
                this.stage.act("tune", { walker: Number(field.dataset.walker ?? 0), [field.dataset.tune ?? ""]: value });
            }
        }, SENT_EVERY);
    }

    draw(/** @type {any} */ picture) {
        if (!picture.walkers) {
            return;
        }
        this.#length = picture.length;
        this.inert = false;
        for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input[name^=length]"))) {
            radio.checked = Number(radio.value) === picture.length;
        }
        this.querySelector(".companion")?.toggleAttribute("hidden", picture.walkers.length < 2);
        this.querySelector("[data-act=descend]")?.toggleAttribute("disabled", picture.walkers[0].trail.length < 2);
    }
}

/** Fills a slider's line up to its value, and writes its number beside it. */
function fill(/** @type {HTMLInputElement} */ range) {
    if (range.type === "range") {
        range.style.setProperty("--filled", `${(100 * (Number(range.value) - Number(range.min))) / (Number(range.max) - Number(range.min))}%`);
        write(range.parentElement?.querySelector("output") ?? null, range.value);
    }
}

customElements.define("x-walk", Walk);
