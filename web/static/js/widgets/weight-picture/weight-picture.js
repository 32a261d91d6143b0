import { activations } from "../../shared/plane/activations.js";
import { count, short, signed } from "../../shared/numbers.js";
import { largest, paint } from "../../shared/pixels.js";
import { activationFill } from "../../shared/scales.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const LEAST_SIDE = 4;
const FILM = 6;
const MOST_UNITS = 100;
const KEPT = 90;

/** The width of a unit's circle, and the room between two, as in the sheet. */
const UNIT_SIZE = 24;
const UNIT_GAP = 3;

/** Significant digits: enough for what is drawn and said. */
const DIGITS = 5;

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/neurons/{layer}/{j}">} Unit */

/**
 * `<x-weight-picture>`: the weights into one hidden unit as the picture that they are for a network that looks at pictures,
 * beside it their gradient, where it leads, and how the picture came about, step by step. Which unit is chosen among all,
 * filled by what they answer to the shown example or to what was drawn.
 */
class WeightPicture extends StageWidget {
    figure = { name: "Weight pictures", line: "The weights into one hidden unit as a picture." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    #unit = 0;
    #side = 0;
    /** @type {Map<string, Unit>} */ #kept = new Map();
    #asking = false;
    /** @type {{unit: number, step: number, newest: number} | null} */ #wanted = null;
    /** @type {number[] | null} */ #drawn = null;
    #units = make("div", "units");
    #weights = picture("The weights into it");
    #gradients = picture("Their gradient");
    #leads = make("div", "leads");
    #film = make("div", "film");
    /** The newest step when the film was last made. */ #filmed = 0;
    #note = make("p", "note");
    #sized = new ResizeObserver(() => this.#even());
    #name = make("p", "unit-name");

    enter(/** @type {AbortSignal} */ signal) {
        this.#units.setAttribute("role", "group");
        this.#units.setAttribute("aria-label", "Hidden units: the more a circle stands out, the larger the activation");
        this.#note.setAttribute("role", "status");
        const pair = make("div", "weight-pictures");
        pair.append(this.#weights.figure, this.#gradients.figure, this.#leads);
        this.replaceChildren(this.#units, this.#name, pair, this.#film, this.#note);
        this.#units.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            if (button) {
                this.stage.select({ kind: "neuron", at: [1, Number(button.dataset.unit)] }, "hold");
            }
        }, { signal });
        this.#film.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            if (button) {
                this.stage.seek(Number(button.dataset.step));
            }
        }, { signal });
        this.#sized.observe(this);
        this.stage.addEventListener("drawn", (event) => {
            this.#drawn = /** @type {CustomEvent} */ (event).detail.activations;
            this.redraw();
        }, { signal });
    }

    leave() {
        this.#sized.disconnect();
    }

    /** Lays the circles in rows of about the same length, so that none is alone in its row. */
    #even() {
        const units = Math.min(MOST_UNITS, this.#setup?.spec.network.layers[1] ?? 1);
        const fit = Math.max(1, Math.floor((this.clientWidth + UNIT_GAP) / (UNIT_SIZE + UNIT_GAP)));
        this.#units.style.setProperty("--columns", String(Math.ceil(units / Math.ceil(units / fit))));
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        const { layers } = setup.spec.network;
        const side = Math.sqrt(layers[0]);
        this.#side = Number.isInteger(side) && side >= LEAST_SIDE ? side : 0;
        this.#kept.clear();
        this.#drawn = null;
        for (const part of [this.#units, this.#name, this.#weights.figure.parentElement, this.#film]) {
            part?.toggleAttribute("hidden", this.#side === 0);
        }
        this.#note.textContent = this.#side === 0 ? "The inputs of this network do not form a picture." : "";
        this.#even();
        this.#units.replaceChildren(...Array.from({ length: Math.min(layers[1], MOST_UNITS) }, (_, j) => {
            const button = document.createElement("button");
            button.type = "button";
            button.dataset.unit = String(j);
            button.setAttribute("aria-label", `Unit ${j + 1}`);
            return button;
        }));
    }

    draw(/** @type {any} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item },
        /** @type {any} */ _curve, /** @type {import("../../shared/types.js").Progress} */ { shown, newest }) {
        if (this.#side === 0 || !this.#setup) {
            return;
        }
        if (item?.kind === "neuron" && item.at[0] === 1) {
            this.#unit = item.at[1];
        } else if (item && item.kind !== "neuron" && item.at[0] === 0) {
            this.#unit = item.at[1];
        }
        this.dataset.shown = `1.${this.#unit}`;
        this.#fill(this.#drawn ?? frame.activations[1]);
        const title = `Unit ${this.#unit + 1} of ${count(this.#setup.spec.network.layers[1])}`;
        const answer = (this.#drawn ?? frame.activations[1])[this.#unit];
        write(this.#name, `${title}, ${this.#drawn ? "to your drawing" : "to the shown example"}: ${short(answer)}`);
        this.#want({ unit: this.#unit, step: shown, newest });
    }

    #fill(/** @type {number[]} */ answers) {
        const scale = activations[/** @type {import("../../shared/types.js").Setup} */ (this.#setup).spec.network.activations[0]];
        [...this.#units.children].forEach((button, j) => {
            const element = /** @type {HTMLElement} */ (button);
            const colour = activationFill(answers[j], scale);
            if (element.dataset.colour !== colour) {
                element.dataset.colour = colour;
                element.style.background = colour;
            }
            button.setAttribute("aria-pressed", String(j === this.#unit));
        });
    }

    /** Asks for unknown parts, one at a time; a later request replaces an earlier one. */
    async #want(/** @type {{unit: number, step: number, newest: number}} */ next) {
        this.#wanted = next;
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        try {
            while (this.#wanted) {
                const { unit, step, newest } = this.#wanted;
                this.#wanted = null;
                this.#show(await this.#at(unit, step));
                await this.#showFilm(unit, step, newest);
            }
        } catch (error) {
            this.#note.textContent = /** @type {Error} */ (error).message;
        }
        this.#asking = false;
    }

    /** @returns {Promise<Unit>} */
    async #at(/** @type {number} */ unit, /** @type {number} */ step) {
        const key = `${unit}:${step}`;
        const known = this.#kept.get(key) ?? await this.stage.ask(`neurons/1/${unit}?step=${step}&digits=${DIGITS}`);
        this.#kept.delete(key);
        this.#kept.set(key, known);
        if (this.#kept.size > KEPT) {
            this.#kept.delete(/** @type {string} */ (this.#kept.keys().next().value));
        }
        return known;
    }

    #show(/** @type {Unit} */ { weights, weightGradients, outgoingWeights }) {
        for (const [values, { canvas, scale }] of /** @type {[number[], any][]} */ ([
            [weights, this.#weights], [weightGradients, this.#gradients]])) {
            const reach = largest(values);
            paint(canvas, values, this.#side, { reach });
            write(scale, `up to ±${short(reach)}`);
        }
        const reach = largest(outgoingWeights);
        const head = make("p", "leads-name");
        head.textContent = "Its connection to each output";
        this.#leads.replaceChildren(head, ...outgoingWeights.slice(0, 12).map((weight, j) => {
            const row = make("p", weight < 0 ? "outgoing minus" : "outgoing plus");
            const bar = make("i", "");
            bar.style.width = `${reach > 0 ? (50 * Math.abs(weight)) / reach : 0}%`;
            row.append(String(outgoingWeights.length === 10 ? j : j + 1), bar, signed(weight));
            return row;
        }));
    }

    /** Shows pictures of some steps from the first to the newest, each once it is there; while the run goes on, whenever it has become half as long again. */
    async #showFilm(/** @type {number} */ unit, /** @type {number} */ shown, /** @type {number} */ newest) {
        this.#film.hidden = newest === 0 || this.#side === 0;
        if (this.#film.hidden) {
            delete this.dataset.film;
        }
        const isFresh = this.stage.progress.state === "running" && newest < 1.5 * this.#filmed && this.#film.childElementCount > 0;
        if (this.#film.hidden || isFresh) {
            return;
        }
        this.#filmed = newest;
        const steps = [...new Set(Array.from({ length: FILM }, (_, i) => Math.round(newest * (i / (FILM - 1)) ** 2)))];
        const pictures = [];
        for (const step of steps) {
            if (this.#wanted && this.#wanted.unit !== unit) {
                return;
            }
            pictures.push({ step, unit: await this.#at(unit, step) });
        }
        const reach = Math.max(...pictures.map((one) => largest(one.unit.weights)));
        if (this.dataset.film !== steps.join(".")) {
            this.dataset.film = steps.join(".");
            this.stage.redraw("select");
        }
        const focused = /** @type {HTMLElement | null} */ (this.#film.querySelector(":focus"))?.dataset.step;
        this.#film.replaceChildren(...pictures.map(({ step, unit: { weights } }) => {
            const button = document.createElement("button");
            button.type = "button";
            button.dataset.step = String(step);
            button.setAttribute("aria-pressed", String(step === shown));
            const canvas = document.createElement("canvas");
            canvas.setAttribute("aria-hidden", "true");
            paint(canvas, weights, this.#side, { reach });
            button.append(canvas, `step ${count(step)}`);
            return button;
        }));
        /** @type {HTMLElement | null} */ (this.#film.querySelector(`[data-step="${focused}"]`))?.focus({ preventScroll: true });
    }
}

/** A picture with its name and its scale. */
function picture(/** @type {string} */ name) {
    const figure = make("figure", "weight-picture");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `${name}, as a picture: blue above zero, orange below`);
    const caption = document.createElement("figcaption");
    const scale = make("span", "scale");
    caption.append(name, scale);
    figure.append(canvas, caption);
    return { figure, canvas, scale };
}

function make(/** @type {string} */ name, /** @type {string} */ look) {
    const element = document.createElement(name);
    element.className = look;
    return element;
}

customElements.define("x-weight-picture", WeightPicture);
