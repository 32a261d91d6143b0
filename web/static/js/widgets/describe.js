import { html } from "../shared/html.js";
import { questionsOf } from "../shared/questions.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** @typedef {{caption: string, heads: string[], rows: string[][]}} Table */
/** @typedef {{of: string, sentences: string[], tables: Table[]}} Telling what the server tells of a figure */

/** Milliseconds between two looks at the server, and between two announcements. */
const PATIENCE = 1000;
const POLITE = 5000;

/** A name and its value stay on one line. */
const UNBROKEN = "\u00a0=\u00a0";

/** What is told of a stage: the figures that stand on it. @type {Record<string, string>} */
const FIGURES = {
    step: "x-stage", network: "x-network, x-neuron, x-debugger, x-table, x-digit-pad", answer: "x-decision-map",
    sensitivity: "x-sensitivity, x-wiggle", weights: "x-hinton, x-weight-picture", health: "x-layer-health",
    graph: "x-graph", walkers: "x-stage", heights: "x-heights",
};
const HEADS = /** @type {Record<string, string>} */ ({
    step: "The step", network: "The network", answer: "Its answer", sensitivity: "What the cost reacts to", weights: "The weights", health: "The layers", graph: "The graph",
    walkers: "On the hill", heights: "The heights" });

/**
 * `<x-describe>`: what the stage shows, in words and tables that the server makes of the frame. While it is there it follows the
 * shown step, and says the first sentence politely, once in five seconds at most.
 */
class Describe extends StageWidget {
    #body = html("div", { class: "described" });
    #said = html("p", { "class": "unseen", "role": "status" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    /** @type {import("../shared/questions.js").Question[]} */ #questions = [];
    #asked = "";
    #last = 0;
    #spoke = 0;

    enter() {
        this.replaceChildren(this.#body, this.#said);
    }

    leave() {
        clearTimeout(this.#waiting);
    }

    /** Looks now, or when it has waited long enough. */
    draw(/** @type {any} */ picture, /** @type {import("../shared/types.js").Selection} */ { kept }, /** @type {any} */ _curve, /** @type {any} */ _progress,
        /** @type {import("../shared/types.js").Moment | null} */ moment) {
        this.#questions = questionsOf(this.stage, picture, moment, kept);
        if (this.#about !== this.#asked) {
            clearTimeout(this.#waiting);
            this.#waiting = setTimeout(() => this.#tell(), Math.max(0, this.#last + PATIENCE - performance.now()));
        }
    }

    /** What the words would be about. */
    get #about() {
        return JSON.stringify(this.#questions);
    }

    async #tell() {
        const about = this.#about;
        this.#asked = about;
        this.#last = performance.now();
        try {
            const told = await Promise.all(this.#questions.map(({ ask }) => this.stage.ask(ask)));
            if (about === this.#asked) {
                this.#show(told.flatMap(({ figures }) => figures).filter((/** @type {Telling} */ { of }) => of === "step" || this.stage.matches(FIGURES[of]) || this.stage.querySelector(FIGURES[of])));
            }
        } catch (error) {
            this.#body.replaceChildren(html("p", { class: "note" }, /** @type {Error} */ (error).message));
        }
    }

    #show(/** @type {Telling[]} */ figures) {
        const scrolled = [...this.#body.querySelectorAll("[tabindex]")].map((table) => table.scrollLeft);
        this.#body.replaceChildren(...figures.map(({ of, sentences, tables }) => html("section", {},
            html("h3", {}, HEADS[of]), ...sentences.map((sentence) => html("p", {}, sentence.replaceAll(" = ", UNBROKEN))), ...tables.map(tableOf))));
        this.#body.querySelectorAll("[tabindex]").forEach((table, i) => (table.scrollLeft = scrolled[i] ?? 0));
        if (performance.now() - this.#spoke >= POLITE) {
            this.#spoke = performance.now();
            write(this.#said, figures[0]?.sentences[0] ?? "");
        }
    }
}

function tableOf(/** @type {Table} */ { caption, heads, rows }) {
    return html("div", { "class": "numbers-table", "role": "group", "aria-label": caption, "tabindex": 0 },
        html("table", {}, html("caption", {}, caption),
            html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))),
            html("tbody", {}, ...rows.map(([name, ...cells]) =>
                html("tr", {}, html("th", { scope: "row" }, name), ...cells.map((cell) => html("td", {}, cell)))))));
}

customElements.define("x-describe", Describe);
