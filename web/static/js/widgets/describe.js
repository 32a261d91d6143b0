import { html } from "../shared/html.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** @typedef {{caption: string, heads: string[], rows: string[][]}} Table */
/** @typedef {{of: string, sentences: string[], tables: Table[]}} Telling what the server tells of a figure */

/** Milliseconds between two looks at the server, and between two announcements. */
const PATIENCE = 1000;
const POLITE = 5000;

/** What is told of a stage: the figures that stand on it. @type {Record<string, string>} */
const FIGURES = {
    step: "x-stage", network: "x-network, x-neuron, x-debugger, x-table, x-digit-pad", answer: "x-decision-map",
    sensitivity: "x-sensitivity, x-wiggle", weights: "x-hinton, x-weight-picture", health: "x-layer-health",
    graph: "x-graph",
};
const HEADS = /** @type {Record<string, string>} */ ({
    step: "The step", network: "The network", answer: "Its answer", sensitivity: "What the cost reacts to", weights: "The weights", health: "The layers", graph: "The graph" });

/**
 * `<x-describe>`: what the stage shows, in words and tables that the server makes of the frame. While it is there it follows the
 * shown step, and says the first sentence politely, once in five seconds at most.
 */
class Describe extends StageWidget {
    #body = html("div", { class: "described" });
    #said = html("p", { "class": "unseen", "role": "status" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    #asked = "";
    #last = 0;
    #spoke = 0;

    enter() {
        this.replaceChildren(this.#body, this.#said);
    }

    leave() {
        clearTimeout(this.#waiting);
    }

    draw() {
        this.#look();
    }

    /** Looks now, or when it has waited long enough. */
    #look() {
        const picture = this.stage.picture;
        if (!picture || this.#about(picture) === this.#asked) {
            return;
        }
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#tell(), Math.max(0, this.#last + PATIENCE - performance.now()));
    }

    /** What the words would be about; a tweak changes the updates of a step that is already told. */
    #about(/** @type {any} */ { step, example, weightUpdates, weights, graph, values }) {
        return graph ? `${graph.typed} ${JSON.stringify(values)}` : `${step} ${example} ${weightUpdates?.[0][0][0]} ${weights?.[0][0][0]}`;
    }

    async #tell() {
        const picture = this.stage.picture;
        const about = this.#about(picture);
        this.#asked = about;
        this.#last = performance.now();
        try {
            const { figures } = await this.stage.ask(`telling?step=${picture.step}&example=${picture.example}`);
            if (about === this.#asked) {
                this.#show(figures.filter((/** @type {Telling} */ { of }) => of === "step" || this.stage.querySelector(FIGURES[of])));
            }
        } catch (error) {
            this.#body.replaceChildren(html("p", { class: "note" }, /** @type {Error} */ (error).message));
        }
    }

    #show(/** @type {Telling[]} */ figures) {
        const scrolled = [...this.#body.querySelectorAll("[tabindex]")].map((table) => table.scrollLeft);
        this.#body.replaceChildren(...figures.map(({ of, sentences, tables }) => html("section", {},
            html("h3", {}, HEADS[of]), ...sentences.map((sentence) => html("p", {}, sentence)), ...tables.map(tableOf))));
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
