import { read } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";
import { penaltyOf, penaltyTweak } from "./penalty.js";

/** The place of each field's number in a specification and in a tweak. @type {Record<string, [string, string]>} */
const PLACES = {
    learningRate: ["optimizer", "learningRate"],
    momentum: ["optimizer", "momentum"],
    batchSize: ["batch", "size"],
    decay: ["optimizer", "decay"],
    beta1: ["optimizer", "beta1"],
    beta2: ["optimizer", "beta2"],
    weightDecay: ["optimizer", "weightDecay"],
};

/** @type {Record<string, string>} */
const ALLOWED = {
    learningRate: "The learning rate must be a number above 0, for example 0.5.",
    momentum: "The momentum must be a number from 0 to below 1, for example 0.9.",
    batchSize: "The batch size must be a whole number, for example 10.",
    decay: "The decay must be a number from 0 to below 1, for example 0.9.",
    beta1: "Beta 1 must be a number from 0 to below 1, for example 0.9.",
    beta2: "Beta 2 must be a number from 0 to below 1, for example 0.999.",
    penaltyRate: "The penalty rate must be a number from 0, for example 0.001.",
    weightDecay: "The weight decay must be a number from 0 to below 1, for example 0.001.",
};

/**
 * `<x-tuning>`: the learning rate, the batch, the penalty and the optimizer's numbers of the run, changed while it goes on; a change of an earlier step makes a
 * branch. Before there is a run its fields are sent with the form that makes one. With `data-plays` a change plays the run on, at that
 * rate in steps a second.
 */
class Tuning extends StageWidget {
    /** The fields that were typed in before the first picture came, which would put its own numbers there. @type {Set<string>} */
    #typed = new Set();
    #isSetting = false;
    /** The field whose text is not entered yet: numbers of the run would disturb the typing. */
    #typing = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.addEventListener("input", (event) => {
            if (!this.#isSetting) {
                this.#typing = /** @type {HTMLInputElement} */ (event.target).name;
                this.#typed.add(this.#typing);
            }
        }, { signal });
        this.addEventListener("change", (event) => {
            const field = /** @type {HTMLInputElement} */ (event.target);
            this.#typing = "";
            if (field.matches(".of-layer")) {
                mix(field.value);
            }
            const name = field.name || field.dataset.of;
            if (name && PLACES[name]) {
                this.#change(name);
            } else if (name === "penalty" || name === "penaltyRate") {
                this.#changePenalty(name);
            }
        }, { signal });
        this.stage.addEventListener("tune", () => this.build(this.stage.setup), { signal });
    }

    get #isLive() {
        const { frames, own } = this.stage.run;
        return frames !== undefined || own !== undefined;
    }

    #field(/** @type {string} */ name) {
        return /** @type {HTMLInputElement | null} */ (this.querySelector(`:is(input, select)[name=${name}]`));
    }

    build(/** @type {any} */ { spec }) {
        for (const [name, [part, key]] of Object.entries(PLACES)) {
            this.#set(name, spec?.[part]?.[key]);
        }
        Object.entries(penaltyOf(spec ?? {})).forEach(([name, value]) => this.#set(name, value));
    }

    #set(/** @type {string} */ name, /** @type {string | number | undefined} */ value) {
        const field = this.#field(name);
        const isKept = (document.activeElement === field && this.#typing === name) || (!this.#isLive && this.#typed.has(name));
        if (field && value !== undefined && !isKept) {
            this.#isSetting = true;
            field.value = String(value);
            field.dispatchEvent(new Event("input"));
            this.#isSetting = false;
        }
    }

    async #change(/** @type {string} */ name) {
        const field = this.#field(name);
        const value = read(field?.value ?? "");
        this.#say(name, Number.isFinite(value) ? "" : refusal(name, field?.value.trim() ?? ""));
        if (field && Number.isFinite(value)) {
            field.value = String(value);
        }
        if (Number.isFinite(value)) {
            const [part, key] = PLACES[name];
            await this.#put(name, { [part]: { [key]: value } }, { [name]: String(value) });
        }
    }

    async #changePenalty(/** @type {string} */ name) {
        const [kind, field] = [this.#field("penalty"), this.#field("penaltyRate")];
        const rate = read(field?.value ?? "");
        this.#say("penaltyRate", Number.isFinite(rate) ? "" : refusal("penaltyRate", field?.value.trim() ?? ""));
        if (kind && field && Number.isFinite(rate)) {
            field.value = String(rate);
            await this.#put("penaltyRate", penaltyTweak(name, kind.value, rate), { penalty: kind.value, penaltyRate: field.value });
        }
    }

    /** Changes the run, or, before there is one, the settings that it is to have. @param {string} name @param {object | null} tweak @param {Record<string, string>} settings */
    async #put(name, tweak, settings) {
        try {
            await (this.#isLive ? tweak && this.#tweak(tweak) : this.#foresee(settings));
        } catch (/** @type {any} */ error) {
            const [{ detail = "" } = {}] = error.problem?.errors ?? [];
            this.#say(name, detail);
            if (detail === "") {
                this.stage.fail(error);
            }
        }
    }

    async #tweak(/** @type {any} */ tweak) {
        const { plays } = this.dataset;
        await this.stage.attempt("tweaks", tweak);
        if (plays && this.stage.progress.state !== "running") {
            await this.stage.attempt("play", { stepsPerSecond: Number(plays) });
        }
    }

    /** Checks, before there is a run, whether a run could have these settings, and shows its first step with them; the learning rate is no part of that. */
    async #foresee(/** @type {Record<string, string>} */ settings) {
        const address = this.stage.run.preview?.split("?")[0];
        if (address) {
            await this.stage.get(`${address}?${new URLSearchParams(settings)}`);
        }
        const setup = /** @type {HTMLFormElement | null} */ (this.stage.querySelector("#setup"));
        if (!("learningRate" in settings)) {
            setup?.requestSubmit();
        }
    }

    /** Says what is wrong beside the field. */
    #say(/** @type {string} */ name, /** @type {string} */ text) {
        const place = this.querySelector(`[id="error-${name}"]`) ?? this.querySelector("[data-part=error]");
        if (place) {
            place.textContent = text;
        }
        this.#field(name)?.setAttribute("aria-invalid", String(text !== ""));
    }
}

/** The error for a text that is not a number. @param {string} name of the field @param {string} typed */
function refusal(name, typed) {
    const rule = ALLOWED[name] ?? "Write a number here.";
    return typed === "" ? rule : `${rule} You typed “${typed}”.`;
}

/** Puts one activation for each layer into the list of the page's form, which is sent with it. @param {string} activations */
function mix(activations) {
    const list = /** @type {HTMLSelectElement | null} */ (document.getElementById("activation"));
    if (list && ![...list.options].some(({ value }) => value === activations)) {
        list.add(new Option("one per layer", activations));
    }
    if (list) {
        list.value = activations;
    }
}

customElements.define("x-tuning", Tuning);
