import { explanationsOf } from "../../shared/explanations.js";
import { html } from "../../shared/dom/html.js";
import { substepNamed, substepsOf, neuronSubsteps, partsOfStep } from "../../shared/substeps.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { knows } from "../../shared/words.js";
import { StageWidget } from "../../stage-widget.js";
import { Finding } from "./finding.js";
import { Strip } from "./strip.js";

/** @typedef {import("../../shared/types.js").Substep} Substep */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Setup} Setup */

const PACE = 2200;
const NEURON_PACE = 1500;

/**
 * `<x-debugger data-moment="delta 2">`: one training step taken apart, step by step, forward and back: what is found, from
 * what, and what it comes to. It sets the stage's substep, after which every other widget shows only what is known by then.
 */
class Debugger extends StageWidget {
    figure = { name: "One step, part by part", line: "One training step in the order of backpropagation, with the shown part marked." };
    /** @type {Setup | null} */ #setup = null;
    /** @type {Frame | null} */ #frame = null;
    /** @type {Substep[]} */ #substeps = [];
    #byNeuron = false;
    #playing = 0;
    #named = "";
    #strip = new Strip((substep) => this.#go(substep));
    #finding = new Finding((item, how) => this.stage.select(item, how), (frame, names) => explanationsOf(this.stage).of(frame, names, this));
    /** The effect of the shown step's update, once the server has answered. @type {import("../../shared/types.js").UpdateEffect | null} */
    #after = null;
    /** The step of the last request, to ask once. */
    #asked = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.setAttribute("role", "group");
        this.setAttribute("aria-label", "One training step, taken apart");
        this.replaceChildren(this.#strip.element, controls(this.stage.id === "stage" || document.querySelectorAll("x-stage").length === 1), this.#finding.element);
        for (const [part, act] of Object.entries({
            before: () => this.#move(-1), after: () => this.#move(1), through: () => this.#playOrStop(),
            whole: () => this.#set(null),
        })) {
            this.#button(part).addEventListener("click", act, { signal });
        }
        this.querySelector("[data-part=by]")?.addEventListener("change", (event) => {
            this.#byNeuron = /** @type {HTMLInputElement} */ (event.target).value === "neuron";
            this.#order();
            if (this.stage.substep) {
                this.#go({ ...this.stage.substep, neuron: undefined });
            }
        }, { signal });
        this.addEventListener("keydown", (event) => this.#key(event), { signal });
    }

    /** Closing the debugger shows the step as a whole again: nothing else leads back to it. */
    leave() {
        this.#stop();
        explanationsOf(this.stage).forget(this);
        if (this.stage.isConnected && this.stage.substep) {
            this.stage.substep = null;
        }
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        this.#strip.build(setup, this.#inParts);
        this.#button("through").hidden = this.#inParts;
        this.#button("by").hidden = this.#inParts;
        this.#order();
        const named = this.dataset.moment ?? "";
        if (named !== this.#named) {
            this.#named = named;
            this.#go(substepNamed(named, setup.spec.network.layers.length - 1));
        }
    }

    #order() {
        const { layers } = /** @type {Setup} */ (this.#setup).spec.network;
        this.#substeps = this.#inParts ? partsOfStep(layers.length - 1) : this.#byNeuron ? neuronSubsteps(layers) : substepsOf(layers.length - 1);
    }

    /** Tests whether the step has five parts only, because deltas are not taught yet. */
    get #inParts() {
        return !knows(this.stage, "delta");
    }

    #button(/** @type {string} */ part) {
        return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-part=${part}]`));
    }

    /** The place in the order, -1 for the step as a whole. */
    get #at() {
        const { substep } = this.stage;
        return substep ? this.#substeps.findIndex((m) => m.part === substep.part && m.layer === substep.layer
            && (m.neuron === substep.neuron || substep.neuron === undefined)) : -1;
    }

    #move(/** @type {number} */ by) {
        this.#stop();
        this.#go(this.#substeps[this.#at + by] ?? null);
    }

    /** Goes to a substep; of a layer's neurons to the first, where the order goes neuron by neuron. */
    #go(/** @type {Substep | null} */ target) {
        const substep = target && this.#byNeuron && target.neuron === undefined && target.layer !== undefined ? { ...target, neuron: 0 } : target;
        this.#set(substep);
        if (substep && this.stage.progress.state === "running") {
            this.stage.act("pause");
        }
    }

    #set(/** @type {Substep | null} */ substep) {
        if (!substep) {
            this.#stop();
        }
        const { part } = substep ?? {};
        this.stage.substep = substep && this.#after && (part === "again" || part === "new cost")
            ? { ...substep, after: this.#after } : substep;
    }

    #playOrStop() {
        if (this.#playing) {
            this.#stop();
            return;
        }
        if (this.#at === this.#substeps.length - 1) {
            this.#set(null);
        }
        const next = () => {
            const substep = this.#substeps[this.#at + 1];
            if (substep) {
                this.#go(substep);
            }
            if (this.#at === this.#substeps.length - 1) {
                this.#stop();
            }
        };
        this.#playing = setInterval(next, this.#byNeuron ? NEURON_PACE : PACE);
        this.#button("through").setAttribute("aria-pressed", "true");
        next();
    }

    #stop() {
        clearInterval(this.#playing);
        this.#playing = 0;
        this.#button("through")?.setAttribute("aria-pressed", "false");
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
        const target = /** @type {HTMLElement} */ (event.target);
        if (by === 0 || target.closest("input") || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.#move(by);
        if (target.closest(".moments")) {
            this.#strip.focus();
        }
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }, /** @type {any} */ _curve,
        /** @type {any} */ _progress, /** @type {Substep | null} */ substep) {
        this.#frame = frame;
        const setup = /** @type {Setup} */ (this.#setup);
        const at = this.#at;
        this.#strip.show(substep);
        withdraw(this.#button("before"), "disabled", at < 0, this.#button("after"));
        withdraw(this.#button("after"), "disabled", at === this.#substeps.length - 1, this.#button("before"));
        withdraw(this.#button("whole"), "hidden", substep === null, this.#button("after"));
        this.#finding.show(substep, frame, setup, item, this.#inParts);
        this.toggleAttribute("data-apart", substep !== null);
        if (substep) {
            this.#complete(substep);
        }
    }

    /** Asks for what is not in the frame: every digit and, behind the update, what the update does. */
    async #complete(/** @type {Substep} */ substep) {
        const frame = /** @type {Frame} */ (this.#frame);
        if (!frame.exact) {
            await this.stage.sharpen();
            return;
        }
        const about = `${frame.step} ${frame.example} ${frame.weightUpdates?.[0][0][0]}`;
        if ((substep.part !== "again" && substep.part !== "new cost") || this.#asked === about) {
            return;
        }
        this.#asked = about;
        this.#after = null;
        try {
            this.#after = await this.stage.ask(`aftermath?step=${frame.step}&example=${frame.example}`);
            this.#set(this.stage.substep);
        } catch (error) {
            this.#finding.refuse(/** @type {Error} */ (error).message);
        }
    }
}

/** @param {boolean} keys whether it takes the page's keys, which one stage has */
function controls(keys) {
    const icon = (/** @type {string} */ path) => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    const button = (/** @type {string} */ part, /** @type {string} */ label, /** @type {string} */ path, /** @type {object} */ more = {}) => {
        const element = html("button", { "type": "button", "class": "round", "data-part": part, "aria-label": label.replace(/ \(.\)$/, ""), "title": label, ...more });
        element.innerHTML = icon(path);
        return element;
    };
    const next = button("after", "Next moment (])", "M7 5v14l9-7zM16.8 5H19v14h-2.200z", keys ? { "data-key": "]" } : {});
    next.className = "quiet";
    next.append("Next moment");
    const by = html("div", { "class": "choice", "data-part": "by", "role": "radiogroup", "aria-label": "Size of one move" },
        ...["layer", "neuron"].map((unit) => html("label", {},
            html("input", { type: "radio", name: "by", value: unit, checked: unit === "layer" }), `by ${unit}`)));
    return html("form", { class: "debugger-controls" },
        button("before", "Previous moment ([)", "M17 5v14l-9-7zM5 5h2.2v14H5z", keys ? { "data-key": "[" } : {}),
        button("through", "Play through the step", "M7 4l13 8-13 8z", { "aria-pressed": "false" }),
        next,
        by, html("button", { "type": "button", "class": "quiet", "data-part": "whole", "hidden": true }, "the step as a whole"));
}

customElements.define("x-debugger", Debugger);
