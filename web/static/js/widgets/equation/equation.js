import { explanationsOf, read } from "../../shared/explanations.js";
import { html } from "../../shared/dom/html.js";
import { math } from "../../shared/dom/mathml.js";
import { StageWidget } from "../../stage-widget.js";
import { LAWS, lawOf } from "./laws.js";
import { rootsOf } from "./roots.js";
import { Tree } from "./tree.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */

/**
 * `<x-equation>`: the equations of backpropagation, for one neuron or in matrix form, and the one at hand with the numbers on
 * screen. Every number opens into its factors, down to weights, inputs and targets, and is linked with the figure.
 */
class Equation extends StageWidget {
    figure = { name: "Equations", line: "The equations of backpropagation with the numbers of this step." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    #form = /** @type {"neuron" | "matrix"} */ ("neuron");
    #whole = false;
    #laws = html("ol", { class: "laws" });
    #hint = html("p", { class: "note" });
    /** The pressed number of a matrix, and its law. @type {{quantity: string, at: string} | null} */ #pressed = null;
    #at = "";
    /** The matrices and how they are made; loaded when somebody asks for them. @type {{shown: import("./matrices.js").Matrices, of: typeof import("./matrices.js").matricesOf, names: typeof import("./matrices.js").namesIn} | null} */ #matrices = null;
    #tree = new Tree((item) => this.stage.select(item), () => this.stage.redraw());

    enter(/** @type {AbortSignal} */ signal) {
        const forms = html("div", { "class": "choice", "role": "group", "aria-label": "Form of the equations" }, ...[["neuron", "one neuron"], ["matrix", "matrices"]].map(([value, label]) =>
            html("label", {}, html("input", { type: "radio", name: "form", value, checked: value === "neuron" }), label)));
        const digits = html("button", { "type": "button", "class": "quiet", "aria-pressed": "false" }, "all decimals");
        const all = html("button", { "type": "button", "class": "quiet", "aria-pressed": "false" }, "all equations");
        this.classList.add("equations");
        this.replaceChildren(html("form", { class: "equation-head" }, forms, html("span", {}, all, digits)),
            this.#laws, this.#hint, this.#tree.element);
        forms.addEventListener("change", async (event) => {
            this.#form = /** @type {any} */ (event.target).value;
            this.#write();
            await this.#loadMatrices();
            this.stage.redraw();
        }, { signal });
        all.addEventListener("click", () => {
            all.setAttribute("aria-pressed", String(this.#laws.toggleAttribute("data-all")));
        }, { signal });
        digits.addEventListener("click", () => {
            this.#whole = !this.#whole;
            digits.setAttribute("aria-pressed", String(this.#whole));
            this.stage.sharpen();
            this.stage.redraw();
        }, { signal });
        this.#write();
    }

    #write() {
        this.#laws.replaceChildren(...LAWS.map((law) => html("li", { "data-law": law.id, "tabindex": "0" },
            html("span", { class: "law-name" }, law.name), math(law[this.#form], "block"))));
    }

    async #loadMatrices() {
        if (this.#form === "neuron" || this.#matrices) {
            return;
        }
        const { Matrices, matricesOf, namesIn } = await import("./matrices.js");
        this.#matrices ??= { of: matricesOf, names: namesIn, shown: new Matrices((item) => this.stage.select(item), (quantity) => {
            this.#pressed = { quantity, at: this.#at };
            this.stage.redraw();
        }) };
        this.#tree.element.before(this.#matrices.shown.element);
    }

    leave() {
        explanationsOf(this.stage).forget(this);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item, kept }, /** @type {any} */ _curve,
        /** @type {any} */ _progress, /** @type {import("../../shared/types.js").Substep | null} */ substep) {
        if (!this.#setup || !frame.weights) {
            this.#laws.setAttribute("data-all", "");
            this.#hint.textContent = "This network is too large to show single weights here. The equations are the same.";
            return;
        }
        const depth = frame.weights.length;
        const roots = rootsOf(substep, kept, depth);
        const law = roots.length > 0 ? lawOf(roots[0], depth) : "";
        for (const line of this.#laws.children) {
            line.toggleAttribute("data-now", /** @type {HTMLElement} */ (line).dataset.law === law);
        }
        this.#hint.textContent = substep && roots.length === 0 ? "The forward pass again, with the new weights." : kept || substep ? "" : "Select a weight or a neuron in the figure. Then press a number to see how it is computed.";
        this.#open(law, roots, frame, item);
    }

    /**
     * Writes the law with its matrices where one wants that, and opens the numbers below: there, what was pressed.
     *
     * @param {string} law
     * @param {string[]} roots
     * @param {Frame} frame
     * @param {import("../../shared/types.js").Item | null} item
     */
    #open(law, roots, frame, item) {
        const l = read(roots[0] ?? "").at[0];
        const parts = this.#form === "matrix" && law ? this.#matrices?.of(law, l, frame, /** @type {any} */ (this.#setup)) ?? [] : [];
        this.#at = `${law} ${l}`;
        const opened = parts.length > 0 && this.#pressed?.at === this.#at ? [this.#pressed.quantity] : roots;
        const names = [...this.#tree.names(opened), ...this.#matrices?.names(parts) ?? []];
        const known = explanationsOf(this.stage).of(frame, names, this);
        this.#matrices?.shown.show(parts, known, item);
        this.#tree.show(opened, known, frame, item, this.#whole);
    }
}

customElements.define("x-equation", Equation);
