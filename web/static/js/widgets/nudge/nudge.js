import { brief, nameOf } from "../../graph/words.js";
import { html } from "../../shared/dom/html.js";
import { beside, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

const SIZES = ["1", "0.1", "0.01", "0.001"];
const USUAL = "0.01";

/** @typedef {import("../../shared/types.js").Schemas["Contribution"]} Contribution */
/** @typedef {import("../../shared/types.js").Schemas["GraphNode"]} Node */
/** @typedef {NonNullable<import("../../shared/types.js").Schemas["ComputationGraph"]["forward"]>["steps"][number]} Forward */
/** @typedef {{variable: string, by: number, before: Node[], after: Node[], steps: Forward[]}} Nudged */

/**
 * `<x-nudge>` on a stage of an expression: one variable is changed a little and the others are held still. A list shows the
 * change of every node that it reaches, and below it the change that the local derivatives predict.
 */
class Nudge extends StageWidget {
    figure = { name: "Nudge", line: "One variable of the formula changed a little, and the change of each node." };
    #form = html("form", { class: "nudge-form" });
    #place = html("div", { "class": "nudge-nodes", "role": "status" });
    #variable = html("select", { "aria-label": "Variable to nudge" });
    #size = html("select", { "aria-label": "Size of the nudge" }, ...SIZES.map((size) => html("option", { value: size, selected: size === USUAL }, size)));
    /** The graph and the values of which the list speaks; with others it is taken away. */
    #shown = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.#form.replaceChildren(
            html("label", {}, "Change ", this.#variable), html("label", {}, " by ", this.#size),
            html("button", { class: "act second" }, "Nudge"));
        this.#form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.#nudge();
        }, { signal });
        this.replaceChildren(this.#form, this.#place);
    }

    build(/** @type {any} */ { graph }) {
        const names = graph.nodes.filter((/** @type {any} */ node) => node.operation === "variable").map((/** @type {any} */ node) => node.name);
        this.#variable.replaceChildren(...names.map((/** @type {string} */ name) => html("option", { value: name }, name)));
        this.#form.hidden = names.length === 0;
        this.#clear("");
    }

    draw(/** @type {any} */ { graph, values }) {
        const key = JSON.stringify([graph.typed, values]);
        if (this.#shown !== "" && this.#shown !== key) {
            this.#clear("");
        }
    }

    #clear(/** @type {string} */ shown) {
        this.#shown = shown;
        this.#place.replaceChildren();
    }

    async #nudge() {
        const { graph, values } = this.stage.picture;
        const [variable, by] = [this.#variable.value, Number(this.#size.value)];
        const nudged = await this.stage.ask(`nudge?${new URLSearchParams({ variable, by: String(by) })}`).catch((error) => error);
        this.#clear(JSON.stringify([graph.typed, values]));
        this.#place.append(nudged instanceof Error ? html("p", {}, "With this change the formula has no value. Take a smaller one.") : changes(nudged));
    }
}

/** The nodes that the change reaches, in the order in which they are computed. @param {Nudged} nudged */
function changes({ variable, by, before, after, steps }) {
    const reached = steps.filter(({ node, derivative }) => before[node].operation !== "constant"
        && (derivative !== 0 || before[node].value !== after[node].value));
    return html("ol", {}, ...reached.map((step) => entry(step, variable, by, before, after, steps)));
}

/** @param {Forward} step @param {string} variable @param {number} by @param {any[]} before @param {any[]} after @param {Forward[]} steps */
function entry(step, variable, by, before, after, steps) {
    const node = before[step.node];
    const change = tidy(after[step.node].value - node.value);
    const predicted = node.name === variable ? [html("span", { class: "predicted" }, "your nudge")]
        : [html("span", {}, "predicted"), html("span", { class: "predicted" }, sum(step, by, before, steps))];
    return html("li", {}, html("b", {}, nameOf(node, before)), html("span", { class: "change" }, `changes by ${exact(change)}`), ...predicted);
}

/** Each local derivative times the change of its operand, added. @param {Forward} step @param {number} by @param {any[]} before @param {Forward[]} steps */
function sum({ derivative, contributions }, by, before, steps) {
    const moved = contributions.filter(({ operand }) => before[operand].operation !== "constant" && steps[operand].derivative !== 0);
    const terms = moved.map(({ operand, localDerivative }) => `${bracketed(brief(localDerivative))} × ${bracketed(exact(tidy(steps[operand].derivative * by)))}`);
    return `${terms.join(" + ")} = ${exact(tidy(derivative * by))}`;
}

function bracketed(/** @type {string} */ text) {
    return text.startsWith("\u2212") ? `(${text})` : text;
}

/** A change with enough digits to show the bend of a curve, and no zeros at its end. */
function exact(/** @type {number} */ change) {
    const text = Math.abs(change) < 1e-7 ? short(change) : beside(change, change / 1000);
    return text.includes("×") ? text : text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** A difference without the last digits, which subtracting has spoilt. */
function tidy(/** @type {number} */ difference) {
    return Number(difference.toPrecision(7));
}

customElements.define("x-nudge", Nudge);
