import { write } from "../../shared/dom/write.js";

/** Steps per second after a press on the button. */
const PACE = 30;

/** The controls that belong to the optimizer in a change of a running run. */
const LIVE = ["learningRate", "momentum"];

/** @typedef {import("./words.js").Diagnosis} Diagnosis */
/** @typedef {{label: string, kind: "new-run" | "live" | "step", changes: Record<string, string>}} Remedy */

/** The button that cures a trouble: it begins a new run with other settings, or changes the run that is there. */
export class Cure {
    #stage;
    #form;
    /** The question that was answered last, with its answer. */
    #asked = "";
    /** @type {Remedy | null} */ #remedy = null;

    /** @param {import("../../stage.js").Stage} stage @param {HTMLFormElement | null} form @param {AbortSignal} signal */
    constructor(stage, form, signal) {
        this.#stage = stage;
        this.#form = form;
        form?.addEventListener("submit", (event) => this.#submit(event), { signal, capture: true });
        form?.closest("x-guide")?.addEventListener("submit", () => this.#hurry(), { signal, capture: true });
    }

    /** Tests whether the button cures this trouble. */
    isFor(/** @type {Diagnosis | null} */ found) {
        return found !== null && this.#remedy !== null && this.#asked.startsWith(`finding=${found.finding}&`);
    }

    /** Finds the cure of a trouble with the settings of this page, and writes it on the button. */
    async find(/** @type {Diagnosis} */ { finding, learningRate, usualRate, bestStep }) {
        /** @type {Record<string, string>} */
        const best = bestStep === null ? {} : { bestStep: String(bestStep) };
        const query = new URLSearchParams({ finding, rate: String(learningRate), usualRate: String(usualRate), ...best, ...controls() }).toString();
        if (query === this.#asked || !this.#form) {
            return;
        }
        this.#remedy = await this.#stage.get(`${this.#form.dataset.cures}?${query}`).catch(() => null);
        this.#asked = query;
        this.#form.setAttribute("hx-vals", JSON.stringify({ ...this.#remedy?.changes, then: "play" }));
        write(this.#form.querySelector("button"), this.#remedy?.label ?? "");
    }

    #submit(/** @type {SubmitEvent} */ event) {
        const remedy = this.#remedy;
        if (remedy && remedy.kind !== "new-run") {
            event.preventDefault();
            event.stopImmediatePropagation();
            void (remedy.kind === "live" ? this.#live(remedy.changes) : this.#goBack(Number(remedy.changes.step)));
        }
    }

    async #goBack(/** @type {number} */ step) {
        if (this.#stage.progress.state === "running") {
            await this.#stage.act("pause");
        }
        await this.#stage.seek(step);
    }

    async #live(/** @type {Record<string, string>} */ changes) {
        const optimizer = Object.fromEntries(LIVE.filter((name) => name in changes).map((name) => [name, Number(changes[name])]));
        await this.#stage.act("tweaks", { optimizer });
        if (this.#stage.progress.state !== "running") {
            await this.#stage.act("play", { stepsPerSecond: PACE });
        }
    }

    /** Chooses a speed at which the learner sees every change and does not wait long. */
    #hurry() {
        const speed = /** @type {HTMLSelectElement | null} */ (this.#stage.querySelector("[name=stepsPerSecond]"));
        if (speed && speed.value !== String(PACE)) {
            speed.value = String(PACE);
            speed.dispatchEvent(new Event("change", { bubbles: true }));
        }
    }
}

/** The values of the page's settings. @returns {Record<string, string>} */
function controls() {
    /** @type {Record<string, string>} */
    const values = {};
    for (const id of ["setup", "tweaks"]) {
        const form = document.getElementById(id);
        new FormData(form instanceof HTMLFormElement ? form : undefined).forEach((value, name) => (values[name] = String(value)));
    }
    return values;
}
