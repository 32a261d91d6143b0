import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { Trial } from "../../shared/dom/trial.js";
import { short } from "../../shared/numbers.js";
import { activations as scales } from "../../shared/plane/activations.js";
import { activationFill } from "../../shared/scales.js";
import { StageWidget } from "../../stage-widget.js";
import { lengthScale } from "./scale.js";

/**
 * One training, as the server watched it.
 *
 * @typedef {{diverged: boolean, activations: string[], costs: (number | null)[], gradients: (number | null)[][], answers: number[][][]}} Training
 */

const LETTERS = "ABCDEFGH";
/** A curve's drawing, in its own units. */
const WIDE = 100;
const TALL = 20;
/** Pixels of a picture for each unit and example. */
const CELL = 4;

/**
 * `<x-health-row>`: several networks side by side, named by letters only. Of each it shows the cost, and of each layer the length of
 * the gradient over the steps and what the units answer in the end: a column for each unit, a row for each example. The server
 * trains the networks when the learner asks.
 */
class HealthRow extends StageWidget {
    figure = { name: "Row of networks", line: "The gradients in the layers of several networks." };
    /** @type {Training[]} */ #trials = [];
    #trial = new Trial("Train all networks", "The server is training the networks …");
    #list = html("ol", { class: "health-row" });

    enter(/** @type {AbortSignal} */ signal) {
        this.#trial.listen(signal, (hear) => this.#train(hear));
        document.addEventListener("palette", () => this.#show(), { signal });
        this.replaceChildren(this.#trial.button, this.#list, this.#trial.note);
    }

    build() {
        this.#trials = [];
        delete this.dataset.trained;
        this.#list.replaceChildren();
        this.#trial.say("");
    }

    async #train(/** @type {import("../../stage/progress.js").Listener} */ hear) {
        const address = `${this.dataset.scene}/health`;
        this.#trials = (await this.stage.get(address, undefined, hear)).runs;
        this.#show();
        this.dataset.trained = `${address}/telling`;
        this.stage.redraw("select");
    }

    #show() {
        if (this.#trials.length === 0) {
            return;
        }
        const y = lengthScale(this.#trials.flatMap(({ gradients }) => gradients.flat()), TALL);
        this.#list.replaceChildren(...this.#trials.map((trial, i) => this.#tile(LETTERS[i], trial, y)));
        const steps = Math.max(...this.#trials.map(({ costs }) => costs.length - 1));
        this.#trial.say(`The curves go from step 0 to ${steps}. Each network has a cost scale of its own; the gradients of all networks share one logarithmic scale.`);
    }

    /** @param {string} letter @param {Training} trial @param {(length: number | null) => number} y */
    #tile(letter, { diverged, activations, costs, gradients, answers }, y) {
        const last = costs[costs.length - 1];
        const top = Math.max(...costs.map((cost) => cost ?? 0)) || 1;
        const names = gradients.map((_, l) => (l === gradients.length - 1 ? "output" : `hidden ${l + 1}`));
        return html("li", { "aria-label": `network ${letter}` },
            html("p", { class: "tile-head" }, html("b", {}, letter),
                html("span", {}, diverged ? "diverged" : `cost ${short(last ?? Infinity)}`)),
            curve("cost", costs.map((cost) => TALL - 1 - ((TALL - 2) * (cost ?? top)) / top)),
            ...gradients.flatMap((lengths, l) => [
                html("span", { class: "tile-layer" }, names[l]), curve("norms", lengths.map(y)), picture(answers[l], scales[activations[l]])]));
    }
}

/** Heights at equal distances as a line. @param {string} look @param {number[]} heights */
function curve(look, heights) {
    const room = html("div", { class: `tile-curve ${look}` });
    const root = svg(room, "svg", { "viewBox": `0 0 ${WIDE} ${TALL}`, "preserveAspectRatio": "none", "aria-hidden": "true" });
    const last = Math.max(1, heights.length - 1);
    const at = heights.map((height, step) => `${((WIDE * step) / last).toFixed(1)} ${height.toFixed(1)}`);
    svg(root, "path", { "d": `M${at.join("L")}`, "vector-effect": "non-scaling-stroke" });
    return room;
}

/** The answers of a layer's units as fills. @param {number[][]} units each one's, to every example @param {{middle: number, reach: number}} scale */
function picture(units, scale) {
    const canvas = html("canvas", { "aria-hidden": "true" });
    canvas.width = CELL * units.length;
    canvas.height = CELL * units[0].length;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    units.forEach((answers, j) => answers.forEach((answer, example) => {
        context.fillStyle = activationFill(answer, scale);
        context.fillRect(CELL * j, CELL * example, CELL, CELL);
    }));
    return canvas;
}

customElements.define("x-health-row", HealthRow);
