import { html } from "../../shared/dom/html.js";
import { raised } from "../../shared/numbers.js";
import { isShown, questionsOf } from "./questions.js";
import { isTaught } from "../../shared/words.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Schemas["Telling"]["figures"][number]} FigureDescription the server's description of a figure */
/** @typedef {FigureDescription["tables"][number]} Table */

/** Milliseconds between two looks at the server, and between two announcements. */
const DESCRIBE_EVERY_MS = 1000;
const POLITE = 5000;

/** A name and its value stay on one line. */
const UNBROKEN = "\u00a0=\u00a0";

/** The headings of the figures' descriptions. @type {Record<string, string>} */
const HEADS = {
    step: "The step", moment: "Inside the step", network: "The network", neuron: "The neuron", factors: "Its gradients", weight: "The selection",
    proof: "The proof", wiggle: "The wiggle", pulls: "The tug of war", answer: "The answer", sensitivity: "Sensitivities", weights: "The weights", health: "The layers", row: "The networks", count: "The count",
    seeds: "The eight seeds", ledger: "The connections", rules: "The two rules", ablation: "Without one unit", shares: "The pixels for and against", branches: "The branches", picture: "The picture of the weights", film: "The picture over time", drawn: "Your drawing", cost: "The cost over the steps", slice: "The slice", graph: "The graph", program: "The program", perceptron: "The perceptron", hidden: "The hidden neurons", family: "The question and the trees", units: "The person units", walkers: "On the hill", heights: "The heights",
};

/**
 * `<x-describe>`: what the stage shows, in words and tables that the server makes of the frame. While it is there it follows the
 * shown step and the substep inside it, and says the first sentence politely, once in five seconds at most.
 */
class Describe extends StageWidget {
    #body = html("div", { class: "described" });
    #said = html("p", { "class": "unseen", "role": "status" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    /** @type {import("./questions.js").Question[]} */ #questions = [];
    /** @type {import("../../shared/types.js").Substep | null} */ #substep = null;
    /** @type {import("../../shared/types.js").Item | null} */ #kept = null;
    #level = 3;
    #asked = "";
    #last = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #saying;
    #spoke = -POLITE;

    enter(/** @type {AbortSignal} */ signal) {
        this.stage.addEventListener("drawn", () => this.stage.redraw("select"), { signal });
        this.#level = levelAt(this);
        this.replaceChildren(this.#body, this.#said);
    }

    leave() {
        clearTimeout(this.#waiting);
        clearTimeout(this.#saying);
    }

    /** Looks now, or when it has waited long enough. */
    draw(/** @type {any} */ picture, /** @type {import("../../shared/types.js").Selection} */ { kept }, /** @type {any} */ _curve, /** @type {any} */ _progress,
        /** @type {import("../../shared/types.js").Substep | null} */ substep) {
        this.#questions = questionsOf(this.stage, picture, substep, kept, this.stage.drawn);
        this.#substep = substep;
        this.#kept = kept;
        if (this.#about !== this.#asked) {
            clearTimeout(this.#waiting);
            this.#waiting = setTimeout(() => this.#tell(), Math.max(0, this.#last + DESCRIBE_EVERY_MS - performance.now()));
        }
    }

    /** The key of the description: all that its words depend on. */
    get #about() {
        return JSON.stringify([this.#questions, this.#kept?.kind !== "neuron" && this.#kept !== null]);
    }

    async #tell() {
        const about = this.#about;
        this.#asked = about;
        this.#last = performance.now();
        try {
            const answers = await Promise.allSettled(this.#questions.map(({ ask, body, isAddress }) => (isAddress ? this.stage.get(ask) : this.stage.ask(ask, body))));
            const refused = answers.find((answer) => answer.status === "rejected");
            if (refused && answers.every((answer) => answer.status === "rejected")) {
                throw refused.reason;
            }
            if (about === this.#asked) {
                this.#show(answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value.figures : []))
                    .filter((/** @type {FigureDescription} */ { of }) => isShown(this.stage, of, this.#substep, this.#kept))
                    .map((/** @type {FigureDescription} */ figure) => this.#taught(figure))
                    .filter((/** @type {FigureDescription} */ { sentences, tables }) => sentences.length + tables.length > 0));
            }
        } catch (error) {
            this.#body.replaceChildren(html("p", { class: "note" }, /** @type {Error} */ (error).message));
        }
    }

    /** A figure's words without the sentences, columns and rows that name what was not taught yet. @returns {FigureDescription} */
    #taught(/** @type {FigureDescription} */ { of, sentences, tables }) {
        const taught = (/** @type {string} */ text) => isTaught(this.stage, text);
        return { of, sentences: sentences.filter(taught), tables: tables.filter(({ caption }) => taught(caption)).map(({ caption, heads, rows }) => {
            const columns = heads.map((head) => taught(head));
            const kept = (/** @type {string[]} */ cells) => cells.filter((_, i) => columns[i]);
            return { caption, heads: kept(heads), rows: rows.filter(([name]) => taught(name)).map(kept) };
        }) };
    }

    #show(/** @type {FigureDescription[]} */ figures) {
        const before = [...this.#body.querySelectorAll("[tabindex]")];
        const scrolled = before.map((table) => table.scrollLeft);
        const focused = before.findIndex((table) => table === document.activeElement);
        this.#body.replaceChildren(...figures.map(({ of, sentences, tables }) => html("section", {},
            html(/** @type {"h3"} */ (`h${this.#level}`), {}, HEADS[of]),
            ...sentences.map((sentence) => html("p", {}, ...written(sentence.replaceAll(" = ", UNBROKEN)))), ...tables.map(tableOf))));
        const after = /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll("[tabindex]")]);
        after.forEach((table, i) => (table.scrollLeft = scrolled[i] ?? 0));
        if (focused >= 0) {
            after[Math.min(focused, after.length - 1)]?.focus({ preventScroll: true });
        }
        this.#say(figures[0]?.sentences[0] ?? "");
    }

    /** Says a sentence now, or when it is polite to speak again; until then nothing is left of the one before. */
    #say(/** @type {string} */ sentence) {
        clearTimeout(this.#saying);
        const wait = this.#spoke + POLITE - performance.now();
        write(this.#said, wait > 0 ? "" : sentence);
        if (wait > 0) {
            this.#saying = setTimeout(() => this.#say(sentence), wait);
        } else {
            this.#spoke = performance.now();
        }
    }
}

/** The level of a heading there: one below the heading that one reads before it on the page. */
function levelAt(/** @type {Element} */ element) {
    const before = [...document.querySelectorAll("h1, h2, h3")].filter((head) => head.closest("x-describe, details:not([open])") === null
        && (head.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    return Math.min(4, Number(before[before.length - 1]?.tagName[1] ?? 1) + 1);
}

/** Words with their powers of ten as one reads them; who listens hears them as they came. @returns {(string | Node)[]} */
function written(/** @type {string} */ text) {
    return text.split(/(\S+ times 10 to the \u2212?\d+)/).map((part, i) => {
        const [number, power] = part.split(" times 10 to the ");
        return i % 2 === 0 ? part : html("span", {}, html("span", { "aria-hidden": "true" }, `${number} × 10${raised(power)}`), html("span", { class: "unseen" }, part));
    });
}

function tableOf(/** @type {Table} */ { caption, heads, rows }) {
    return html("div", { "class": "numbers-table", "role": "group", "aria-label": caption, "tabindex": 0 },
        html("table", {}, html("caption", {}, caption),
            html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))),
            html("tbody", {}, ...rows.map(([name, ...cells]) =>
                html("tr", {}, html("th", { scope: "row" }, name), ...cells.map((cell) => html("td", {}, ...written(cell))))))));
}

customElements.define("x-describe", Describe);
