import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { same } from "../../shared/items.js";
import { short } from "../../shared/numbers.js";
import { reading } from "../../shared/reading.js";
import { knows } from "../../shared/words.js";
import { StageWidget } from "../../stage-widget.js";
import { Block } from "./block.js";

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {import("../../shared/types.js").Schemas["FamilyTrees"]} Trees */
/** @typedef {{neuron: number, block: Block, said: HTMLElement, bias: HTMLElement, values: HTMLElement[]}} Unit */

/**
 * `<x-person-units>`: the hidden neurons that the 24 person inputs lead to, as Hinton diagrams in the order of the 1986 paper: English
 * people above their Italian twins. Three features of the people are drawn above them in the same way, and the correlation of each
 * unit's weights with each feature is below its diagram. Before the lessons explain correlations, features and correlations are left out.
 */
class PersonUnits extends StageWidget {
    figure = { name: "Person units", line: "The weights from the 24 people into each hidden neuron that they lead to." };
    #features = html("div", { class: "unit-grid" });
    #grid = html("div", { "class": "unit-grid", "role": "application", "tabindex": 0, "aria-roledescription": "Hinton diagrams",
        "aria-label": "The person units: arrow keys go from one weight to the next" });
    #order = html("p", { class: "note" });
    #score = html("p", { class: "note" });
    #said = html("p", { class: "unseen", role: "status" });
    /** @type {Setup | null} */ #setup = null;
    /** @type {Frame | null} */ #frame = null;
    /** @type {Block[]} */ #known = [];
    /** @type {Unit[]} */ #units = [];
    /** The unit, and the place in its diagram, at which the arrow keys are. */ #at = { unit: 0, place: 0 };
    #asked = "";
    #waiting = false;

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#features, this.#grid, this.#score,
            html("details", {}, html("summary", { class: "note" }, "The people of each column"), this.#order), this.#said);
        this.#grid.addEventListener("pointermove", (e) => e.pointerType !== "touch" && this.stage.select(this.#hit(e)), { signal });
        this.#grid.addEventListener("pointerleave", () => this.stage.select(null), { signal });
        this.#grid.addEventListener("click", (e) => this.stage.select(this.#hit(e), "toggle"), { signal });
        this.#grid.addEventListener("keydown", (e) => this.#key(e), { signal });
    }

    lacks() {
        const { spec } = /** @type {Setup} */ (this.stage.setup);
        return spec.data?.name === "family-trees" ? null : "This figure shows networks that train on the family trees.";
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        this.toggleAttribute("data-plain", !knows(this.stage, "correlation"));
        this.#asked = "";
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        this.#frame = frame;
        const rows = this.#units.map(({ neuron }) => frame.weights[0][neuron].slice(0, this.#units[0].block.size));
        const most = Math.max(Number.MIN_VALUE, ...rows.flat().map(Math.abs));
        const person = item?.kind === "weight" && item.at[0] === 0 ? item.at[2] : -1;
        this.#known.forEach((block) => block.mark(person, false));
        this.#units.forEach(({ neuron, block, bias }, i) => {
            block.draw(rows[i], most);
            block.mark(person, same(item, { kind: "weight", at: [0, neuron, person] }));
            write(bias, `bias ${short(frame.biases[0][neuron])}`);
        });
        if (this.stage.querySelector("x-family-trees") === null) {
            this.dataset.description = `family/telling?step=${frame.step}`;
        }
        this.#ask(frame);
    }

    /** Asks what the units of the shown step stand for, one request at a time. */
    async #ask(/** @type {Frame} */ { step, weights }) {
        const wish = JSON.stringify([step, weights[0][0][0]]);
        const setup = this.#setup;
        if (wish === this.#asked || this.#waiting || !setup) {
            return;
        }
        this.#asked = wish;
        this.#waiting = true;
        try {
            const trees = /** @type {Trees} */ (await this.stage.ask(`family?step=${step}`));
            if (setup === this.#setup) {
                this.#show(trees);
                this.dataset.step = String(step);
            }
        } catch (error) {
            this.stage.fail(error);
        }
        this.#waiting = false;
        this.redraw();
    }

    #show(/** @type {Trees} */ trees) {
        write(this.#score, trees.score);
        if (this.#units.length !== trees.units.length) {
            this.#make(trees);
        }
        this.#units.forEach(({ said, values }, i) => {
            const { sentence, standsFor, correlations } = trees.units[i];
            write(said, sentence);
            correlations.forEach(({ feature, text }, f) => {
                write(values[f].firstElementChild, text);
                values[f].classList.toggle("large", feature === standsFor);
            });
        });
    }

    /** Makes the diagrams of the features and of the units. */
    #make(/** @type {Trees} */ { people, families, features, units }) {
        const order = families.map(({ figure }) => figure);
        const names = order.map((row) => row.map((person) => people[person]));
        this.#known = features.map(({ values }) => {
            const block = new Block(order);
            block.draw(values, 1);
            return block;
        });
        this.#features.replaceChildren(...features.map(({ name, note }, f) =>
            html("figure", { class: "unit" }, html("figcaption", {}, html("b", {}, name)), this.#known[f].root, html("p", { class: "note" }, note))));
        this.#units = units.map(({ neuron, correlations }) => ({
            neuron, block: new Block(order), said: html("p", {}), bias: html("span", {}),
            values: correlations.map(({ feature }) => html("span", {}, html("b", {}), ` ${feature}`)),
        }));
        this.#grid.replaceChildren(...this.#units.map(({ neuron, block, said, bias, values }) =>
            html("figure", { "class": "unit", "data-unit": neuron }, html("figcaption", {}, html("b", {}, `unit ${neuron + 1}`), bias), block.root, said,
                html("p", { class: "correlations" }, ...values))));
        write(this.#order, `From left to right: ${names[0].map((name, i) => `${name} above ${names[1][i]}`).join(", ")}.`);
    }

    /** @returns {Item | null} */
    #hit(/** @type {Event} */ event) {
        const target = /** @type {Element} */ (event.target);
        const unit = /** @type {HTMLElement | null} */ (target.closest(".unit"));
        const person = /** @type {SVGElement | null} */ (target.closest("[data-person]"));
        return unit && person ? { kind: "weight", at: [0, Number(unit.dataset.unit), Number(person.dataset.person)] } : null;
    }

    /** Arrow keys go over the squares of a unit, and down to the next unit. */
    #key(/** @type {KeyboardEvent} */ event) {
        const across = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 })[event.key] ?? 0;
        const down = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1 })[event.key] ?? 0;
        if (event.key === "Escape") {
            this.stage.select(null, "hold");
        } else if ((across || down) && this.#frame && this.#setup && this.#units.length > 0) {
            const { size, columns } = this.#units[0].block;
            const row = Math.floor(this.#at.place / columns) + down;
            const rows = size / columns;
            const unit = (this.#at.unit + (row < 0 ? -1 : row >= rows ? 1 : 0) + this.#units.length) % this.#units.length;
            this.#at = { unit, place: ((row + rows) % rows) * columns + (((this.#at.place % columns) + across + columns) % columns) };
            const item = /** @type {Item} */ ({ kind: "weight", at: [0, this.#units[unit].neuron, this.#units[unit].block.personAt(this.#at.place)] });
            this.stage.select(item, "hold");
            write(this.#said, reading(item, this.#frame, this.#setup, (word) => knows(this.stage, word)).plain);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

customElements.define("x-person-units", PersonUnits);
