import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, percent, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/step-times">} Times */

/** The parts of a step and their names, in the order in which they are carried out. @type {["forward" | "backward" | "update", string][]} */
const PARTS = [["forward", "Forward pass"], ["backward", "Backward pass"], ["update", "Update"]];

/** `<x-step-times>`: the time of one training step in its three parts. The server measures it when the learner asks. */
class StepTimes extends StageWidget {
    #button = html("button", { type: "button", class: "act second" }, "Time one step");
    #table = html("table", { "class": "step-times", "aria-live": "polite" });
    #note = html("p", { class: "note" });
    #asking = false;

    enter(/** @type {AbortSignal} */ signal) {
        this.#button.addEventListener("click", () => this.#ask(), { signal });
        this.replaceChildren(this.#button, this.#table, this.#note);
    }

    build() {
        this.#table.replaceChildren();
        write(this.#note, "");
    }

    async #ask() {
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        this.#button.ariaDisabled = "true";
        write(this.#note, "The server is timing …");
        try {
            this.#show(await this.stage.ask(`step-times?step=${this.stage.picture.step}`));
        } catch (error) {
            write(this.#note, /** @type {Error} */ (error).message);
        }
        this.#button.ariaDisabled = null;
        this.#asking = false;
    }

    #show(/** @type {Times} */ { milliseconds, examples, weights, changing }) {
        const { whole } = milliseconds;
        const head = html("tr", {}, ...["part", "share of the step", "time"].map((name) => html("th", { scope: "col" }, name)));
        this.#table.replaceChildren(html("thead", {}, head), html("tbody", {},
            ...PARTS.map(([part, name]) => line(name, milliseconds[part], whole)), line("Together", whole, whole)));
        write(this.#note, `Measured on this server just now, for a batch of ${count(examples)} examples: each time is the middle one of nine. ${count(changing)} of the `
            + `${count(weights)} weights have a gradient that is not 0; the update passes over most of the others.`);
    }
}

/** @param {string} name @param {number} time in milliseconds @param {number} whole */
function line(name, time, whole) {
    const share = whole > 0 ? time / whole : 0;
    const bar = html("i");
    bar.style.inlineSize = `${100 * share}%`;
    return html("tr", { class: time === whole ? "whole" : "" }, html("th", { scope: "row" }, name),
        html("td", {}, html("span", { class: "share-bar" }, bar), html("span", {}, percent(share))), html("td", {}, `${short(time)} ms`));
}

customElements.define("x-step-times", StepTimes);
