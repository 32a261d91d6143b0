import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { Trial } from "../../shared/dom/trial.js";
import { count, short } from "../../shared/numbers.js";
import { domainOf, isPlane } from "../../shared/plane/domain.js";
import { drawMap } from "../../shared/plane/small-map.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Setup} Setup */
/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {{seed: number, diverged: boolean, points: [number, number | null][], end: Frame}} Training */

const COUNT = 8;
const STEPS = 1000;
const QUERY = `count=${COUNT}&steps=${STEPS}`;

/** The curve's drawing, in its own units. */
const WIDE = 100;
const TALL = 34;

/**
 * `<x-seeds>`: the stage's network trained from eight seeds, on the same data and with the same settings: the end of each as a
 * small map and its cost as a curve, all on one scale. The server trains them when the learner asks.
 */
class Seeds extends StageWidget {
    figure = { name: "Eight seeds", line: "The same network trained from eight seeds." };
    /** @type {Setup | null} */ #setup = null;
    /** @type {Training[]} */ #trials = [];
    #trial = new Trial(`Train ${COUNT} seeds`, `The server is training ${COUNT} networks …`);
    #list = html("ol", { class: "seeds" });

    enter(/** @type {AbortSignal} */ signal) {
        this.#trial.listen(signal, (hear) => this.#train(hear));
        document.addEventListener("palette", () => this.#maps(), { signal });
        this.replaceChildren(this.#trial.button, this.#list, this.#trial.note);
    }

    build(/** @type {Setup} */ setup) {
        this.#setup = setup;
        this.#trials = [];
        delete this.dataset.description;
        this.#list.replaceChildren(...Array.from({ length: COUNT }, (_, i) => tile(i + 1, "?", html("div", { class: "seed-curve" }))));
        this.#trial.say("");
    }

    async #train(/** @type {import("../../stage/progress.js").Listener} */ hear) {
        const setup = this.#setup;
        const { seeds } = await this.stage.ask(`seeds?${QUERY}`, undefined, hear);
        if (setup === this.#setup) {
            this.#show(seeds);
            this.dataset.description = `seeds/telling?${QUERY}`;
            this.stage.redraw("select");
        }
    }

    /** @param {Training[]} trials */
    #show(trials) {
        this.#trials = trials;
        const top = Math.max(...trials.flatMap(({ points }) => points.map(([, cost]) => cost ?? 0)));
        this.#list.replaceChildren(...trials.map((trial) => tile(trial.seed, trial.diverged ? "diverged" : short(trial.end.cost), curve(trial, top))));
        this.#maps();
        const ends = trials.toSorted((a, b) => a.end.cost - b.end.cost);
        const [best, worst] = [ends[0], ends[ends.length - 1]];
        this.#trial.say(`Each network made ${count(STEPS)} steps. The lowest cost is ${short(best.end.cost)} with seed ${best.seed}, and the highest is ${short(worst.end.cost)} with seed ${worst.seed}.`);
    }

    #maps() {
        const setup = this.#setup;
        if (setup && isPlane(setup)) {
            this.#trials.forEach(({ end }, i) => {
                const canvas = /** @type {HTMLCanvasElement} */ (this.#list.children[i].querySelector("canvas"));
                drawMap(canvas, setup, domainOf(setup.data), end);
            });
        }
    }
}

/** The costs of a training as a line. @param {Training} trial @param {number} top the highest cost of all curves */
function curve({ points }, top) {
    const room = html("div", { class: "seed-curve" });
    const root = svg(room, "svg", { "viewBox": `0 0 ${WIDE} ${TALL}`, "preserveAspectRatio": "none", "aria-hidden": "true" });
    const last = points[points.length - 1][0] || 1;
    const at = points.filter(([, height]) => height !== null)
        .map(([step, height]) => `${((WIDE * step) / last).toFixed(2)} ${(TALL - 1 - ((TALL - 2) * (height ?? 0)) / top).toFixed(2)}`);
    svg(root, "path", { d: `M0 ${TALL - 0.5}H${WIDE}`, class: "floor" });
    svg(root, "path", { d: `M${at.join("L")}`, class: "curve" });
    return room;
}

/** One seed's place: its map, its curve, its number and the cost at its end. @param {number} seed @param {string} cost @param {HTMLElement} line */
function tile(seed, cost, line) {
    return html("li", {}, html("canvas", { "role": "img", "aria-label": `seed ${seed}` }), line,
        html("p", {}, html("span", {}, `seed ${seed}`), html("b", {}, cost)));
}

customElements.define("x-seeds", Seeds);
