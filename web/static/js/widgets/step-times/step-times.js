import { html } from "../../shared/dom/html.js";
import { Trial } from "../../shared/dom/trial.js";
import { count, percent, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/step-times">} Times */

/** The parts of a step and their names, in the order in which they are carried out. @type {["forward" | "backward" | "update", string][]} */
const PARTS = [["forward", "Forward pass"], ["backward", "Backward pass"], ["update", "Update"]];

/** `<x-step-times>`: the time of one training step in its three parts. The server measures it when the learner asks. */
class StepTimes extends StageWidget {
    figure = { name: "Step times", line: "The time of one training step: forward pass, backward pass, update." };
    #trial = new Trial("Time one step", "The server is timing …");
    #table = html("table", { "class": "step-times", "aria-live": "polite" });

    enter(/** @type {AbortSignal} */ signal) {
        this.#trial.listen(signal, async (hear) => this.#show(await this.stage.ask(`step-times?step=${this.stage.progress.shown}`, undefined, hear)));
        this.replaceChildren(this.#trial.button, this.#table, this.#trial.note);
    }

    build() {
        this.#table.replaceChildren();
        this.#trial.say("");
    }

    #show(/** @type {Times} */ { milliseconds, examples, weights, changing }) {
        const { whole } = milliseconds;
        const head = html("tr", {}, ...["part", "share of the step", "time"].map((name) => html("th", { scope: "col" }, name)));
        this.#table.replaceChildren(html("thead", {}, head), html("tbody", {},
            ...PARTS.map(([part, name]) => line(name, milliseconds[part], whole)), line("Together", whole, whole)));
        this.#trial.say(`Measured on this server just now, for a batch of ${count(examples)} examples: each time is the middle one of nine. ${count(changing)} of the `
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
