import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { short } from "../../shared/numbers.js";
import { activations as curves } from "../../shared/plane/activations.js";
import { activationFill } from "../../shared/scales.js";
import { StageWidget } from "../../stage-widget.js";
import { treeOf } from "./tree.js";

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Schemas["FamilyTrees"]} Trees */
/** @typedef {import("../../shared/types.js").Schemas["FamilyAnswer"]} Answer */

/** Outputs from here on are written below their names. */
const WRITTEN = 0.1;

/**
 * `<x-family-trees>`: the two family trees, and a question that the learner asks the network: a person, from the tree or from a
 * list, and a relation. Each person's circle is the output for this person at the shown step.
 */
class FamilyTrees extends StageWidget {
    figure = { name: "Family trees", line: "The two family trees, and the answer of the network to one question." };
    #person = html("select", { "name": "person", "aria-label": "The person" });
    #relation = html("select", { "name": "relation", "aria-label": "The relation" });
    #heldOut = html("span", { class: "family-held", role: "group", "aria-label": "Held-out questions" });
    #trees = html("div", { class: "families" });
    #answer = html("p", { class: "family-answer", role: "status" });
    #score = html("span", { class: "family-score" });
    /** @type {Setup | null} */ #setup = null;
    /** @type {Trees | null} */ #known = null;
    /** @type {HTMLButtonElement[]} */ #people = [];
    #asked = "";
    #waiting = false;

    enter(/** @type {AbortSignal} */ signal) {
        const ask = html("form", { class: "family-ask" }, html("span", {}, "Who is ", this.#person, "’s ", this.#relation, "?"), this.#score,
            html("span", {}, "Held out: ", this.#heldOut));
        ask.addEventListener("submit", (event) => event.preventDefault(), { signal });
        ask.addEventListener("change", () => this.stage.redraw("select"), { signal });
        this.#heldOut.addEventListener("click", (event) => this.#put(/** @type {HTMLElement} */ (event.target).closest("button")?.dataset ?? {}), { signal });
        this.#trees.addEventListener("click", (event) => this.#put(/** @type {HTMLElement} */ (event.target).closest("button")?.dataset ?? {}), { signal });
        this.#trees.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.replaceChildren(ask, this.#trees, html("p", { class: "note family-legend" },
            "A circle is filled as far as the output for this person is on. A ring marks a right answer."), this.#answer);
    }

    lacks() {
        const { spec } = /** @type {Setup} */ (this.stage.setup);
        return spec.data?.name === "family-trees" ? null : "This figure shows networks that train on the family trees.";
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        this.#asked = "";
        if (this.lacks() === null) {
            this.#learn(setup);
        }
    }

    /** The trees, from the server's data set; they are the same at every step. */
    async #learn(/** @type {Setup} */ setup) {
        try {
            const trees = /** @type {Trees} */ (this.#known ?? await this.stage.ask("family"));
            if (setup !== this.#setup) {
                return;
            }
            const isNew = this.#known === null;
            this.#known = trees;
            if (isNew) {
                this.#person.replaceChildren(...trees.people.map((name) => html("option", { selected: name === "Colin" }, name)));
                this.#relation.replaceChildren(...trees.relations.map((name) => html("option", { selected: name === "aunt" }, name)));
                const drawn = trees.families.map((family) => treeOf(family, trees.people));
                this.#trees.replaceChildren(...drawn);
                const buttons = /** @type {HTMLButtonElement[]} */ ([...this.#trees.querySelectorAll("button")]);
                this.#people = trees.people.map((name) => /** @type {HTMLButtonElement} */ (buttons.find(({ dataset }) => dataset.person === name)));
            }
            this.#heldOut.replaceChildren(...trees.heldOut.map(({ person, relation }) =>
                html("button", { "type": "button", "class": "quiet", "data-person": person, "data-relation": relation }, `${person}’s ${relation}`)));
            this.redraw();
        } catch (error) {
            this.stage.fail(error);
        }
    }

    #put(/** @type {DOMStringMap} */ { person, relation }) {
        this.#person.value = person ?? this.#person.value;
        this.#relation.value = relation ?? this.#relation.value;
        this.stage.redraw("select");
    }

    /** Arrow keys go from one person to the next. */
    #key(/** @type {KeyboardEvent} */ event) {
        const move = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 })[event.key];
        const buttons = [...this.#trees.querySelectorAll("button")];
        const at = buttons.findIndex((button) => button === document.activeElement);
        if (move && at >= 0) {
            buttons[(at + move + buttons.length) % buttons.length].focus();
            event.preventDefault();
            event.stopPropagation();
        }
    }

    draw(/** @type {Frame} */ frame) {
        if (this.#known) {
            this.#ask(frame);
        }
    }

    /** Asks the network of the shown step, one question at a time. */
    async #ask(/** @type {Frame} */ { step, weights, biases }) {
        const setup = this.#setup;
        const query = new URLSearchParams({ person: this.#person.value, relation: this.#relation.value });
        const wish = JSON.stringify([step, `${query}`, weights[0][0][0], biases[0][0]]);
        this.dataset.description = `family/telling?step=${step}&${query}`;
        if (wish === this.#asked || this.#waiting || !setup) {
            return;
        }
        this.#asked = wish;
        this.#waiting = true;
        try {
            const answer = await this.stage.ask(`family/answer?step=${step}&${query}`);
            if (setup === this.#setup) {
                this.#show(answer);
            }
        } catch (error) {
            this.stage.fail(error);
        }
        this.dataset.step = String(step);
        this.#waiting = false;
        this.redraw();
    }

    /** A question about somebody whom the tree does not have comes back without outputs. */
    #show(/** @type {Answer} */ { person, outputs, answers, named, sentences, score }) {
        const { activations } = /** @type {Setup} */ (this.#setup).spec.network;
        const scale = curves[activations[activations.length - 1]];
        this.#people.forEach((button, i) => {
            const name = button.dataset.person ?? "";
            const isRight = answers.includes(name);
            const output = outputs.length > 0 ? short(outputs[i]) : "";
            /** @type {HTMLElement} */ (button.firstElementChild).style.background = output && activationFill(outputs[i], scale);
            button.classList.toggle("right", isRight);
            write(button.lastElementChild, outputs[i] >= WRITTEN || isRight ? output : "");
            this.#point(button, name === person, [name, output && `output ${output}`, isRight ? "a right answer" : "",
                named.includes(name) ? "named by the network" : ""].filter(Boolean).join(", "));
        });
        write(this.#answer, sentences.join(" "));
        write(this.#score, score);
    }

    /** Marks whom the question is about. @param {HTMLButtonElement} button @param {boolean} isAsked @param {string} label */
    #point(button, isAsked, label) {
        button.setAttribute("aria-pressed", String(isAsked));
        button.setAttribute("aria-label", label);
        button.tabIndex = isAsked ? 0 : -1;
    }
}

customElements.define("x-family-trees", FamilyTrees);
