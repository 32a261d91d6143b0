import { count, short } from "../../shared/numbers.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const FIRST_ROWS = 12;
const MORE_ROWS = 24;

/**
 * `<x-examples>`: the first examples of the training set, and the shown one: what goes in, what the network of the shown step
 * gives, and what it should give. Choosing a row shows another.
 */
class ExamplesTable extends StageWidget {
    figure = { name: "Examples", line: "The inputs, outputs and targets of the examples." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    #asked = "";
    #waiting = false;
    /** The indices of the examples in the rows, from 0. @type {number[]} */ #listed = [];
    #rows = FIRST_ROWS;
    #note = document.createElement("p");
    #more = document.createElement("button");
    #table = document.createElement("table");

    enter(/** @type {AbortSignal} */ signal) {
        this.#table.className = "examples";
        this.#note.className = "note";
        this.#more.type = "button";
        this.#more.className = "quiet";
        this.replaceChildren(this.#table, this.#note, this.#more);
        this.#more.addEventListener("click", () => this.#lengthen(), { signal });
        this.#table.addEventListener("click", (event) => this.#choose(event), { signal });
    }

    #lengthen() {
        this.#rows += MORE_ROWS;
        this.#list(0);
        this.stage.redraw();
        /** @type {HTMLElement | null} */ (this.#table.rows[this.#rows - MORE_ROWS + 1]?.querySelector("button"))?.focus();
    }

    #choose(/** @type {MouseEvent} */ event) {
        const line = /** @type {HTMLElement} */ (event.target).closest("tr");
        if (line && line.rowIndex > 0) {
            this.stage.look(this.#listed[line.rowIndex - 1]);
        }
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#rows = FIRST_ROWS;
        this.#list(0);
    }

    /** Makes the rows, with one for this example. */
    #list(/** @type {number} */ shown) {
        const { inputs, targets, inputNames, count: all = inputs.length } = /** @type {any} */ (this.#setup).data;
        this.#asked = "";
        this.#listed = [...inputs.slice(0, this.#rows).keys(), ...(shown >= this.#rows && inputs[shown] ? [shown] : [])];
        const more = Math.min(MORE_ROWS, inputs.length - this.#rows);
        write(this.#note, all > this.#rows ? `The first ${this.#rows} of ${count(all)} training examples, and the example in the figure.` : "");
        this.#more.hidden = more <= 0;
        write(this.#more, `Show ${more} more`);
        const outputs = targets[0].length;
        const many = outputs > 1;
        const head = ["example", ...inputs[0].map((/** @type {any} */ _, /** @type {number} */ i) => inputNames[i] ?? `x${i + 1}`),
            ...targets[0].map((/** @type {any} */ _, /** @type {number} */ j) => (many ? `output ${j + 1}` : "output")),
            ...targets[0].map((/** @type {any} */ _, /** @type {number} */ j) => (many ? `target ${j + 1}` : "target")), "error", "in the figure"];
        this.#table.replaceChildren(row("th", head), ...this.#listed.map((e) =>
            choosable(e, row("td", [count(e + 1), ...inputs[e].map(brief), ...targets[e].map(() => ""), ...targets[e].map(brief), ""]))));
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame) {
        if (!this.#setup || !frame.weights) {
            return;
        }
        if (!this.#listed.includes(frame.example) && this.#setup.data.inputs[frame.example]) {
            this.#list(frame.example);
        }
        [...this.#table.rows].slice(1).forEach((line, i) => {
            line.toggleAttribute("data-shown", this.#listed[i] === frame.example);
            line.querySelector("button")?.setAttribute("aria-pressed", String(this.#listed[i] === frame.example));
        });
        this.#ask(frame);
    }

    /** Asks for the answers of the shown step, one request at a time. */
    async #ask(/** @type {import("../../shared/types.js").Frame} */ { step, weights, biases }) {
        const key = JSON.stringify([step, weights, biases]);
        if (key === this.#asked || this.#waiting || !this.#setup) {
            return;
        }
        this.#asked = key;
        this.#waiting = true;
        try {
            const listed = this.#listed;
            const { inputs } = this.#setup.data;
            const { outputs } = await this.stage.ask("predictions", { inputs: listed.map((e) => inputs[e]), step });
            if (listed === this.#listed) {
                this.#show(outputs);
            }
        } catch (error) {
            this.stage.fail(error);
        }
        this.#waiting = false;
    }

    #show(/** @type {number[][]} */ outputs) {
        const { inputs, targets } = /** @type {import("../../shared/types.js").Setup} */ (this.#setup).data;
        outputs.forEach((values, i) => {
            const e = this.#listed[i];
            const { cells } = this.#table.rows[i + 1];
            values.forEach((value, j) => write(cells[1 + inputs[e].length + j], short(value)));
            const error = values.reduce((worst, value, j) => {
                const off = value - targets[e][j];
                return Math.abs(off) > Math.abs(worst) ? off : worst;
            }, 0);
            write(cells[cells.length - 2], short(error));
        });
    }
}

/** The row with a button that shows its example; the rest of the row is a larger place to press. */
function choosable(/** @type {number} */ e, /** @type {HTMLTableRowElement} */ line) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "show";
    button.setAttribute("aria-label", `Show example ${e + 1}`);
    const cell = document.createElement("td");
    cell.append(button);
    line.append(cell);
    return line;
}

function brief(/** @type {number} */ value) {
    return Number.isInteger(value) ? String(value) : short(value);
}

function row(/** @type {"th" | "td"} */ kind, /** @type {string[]} */ texts) {
    const line = document.createElement("tr");
    line.append(...texts.map((text) => {
        const cell = document.createElement(kind);
        cell.textContent = text;
        return cell;
    }));
    return line;
}

customElements.define("x-examples", ExamplesTable);
