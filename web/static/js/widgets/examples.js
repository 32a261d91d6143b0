import { written } from "../shared/features.js";
import { short } from "../shared/numbers.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

const MOST_ROWS = 12;

/**
 * `<x-examples>`: the first examples of the training set: what goes in, what the network of the shown step gives, and what it
 * should give. The shown example is marked; choosing a row shows another.
 */
class ExamplesTable extends StageWidget {
    /** @type {import("../shared/types.js").Setup | null} */ #setup = null;
    #asked = "";
    #waiting = false;
    #table = document.createElement("table");

    enter(/** @type {AbortSignal} */ signal) {
        this.#table.className = "examples";
        this.replaceChildren(this.#table);
        this.#table.addEventListener("click", (event) => this.#choose(event), { signal });
    }

    #choose(/** @type {MouseEvent} */ event) {
        const line = /** @type {HTMLElement} */ (event.target).closest("tr");
        if (line && line.rowIndex > 0) {
            this.stage.look(line.rowIndex - 1);
        }
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#asked = "";
        const { inputs, targets, inputNames } = setup.data;
        const outputs = targets[0].length;
        const many = outputs > 1;
        const head = [...inputs[0].map((_, i) => written(inputNames[i] ?? `x${i + 1}`)),
            ...targets[0].map((_, j) => (many ? `output ${j + 1}` : "output")),
            ...targets[0].map((_, j) => (many ? `target ${j + 1}` : "target")), "error", "look"];
        this.#table.replaceChildren(row("th", head), ...inputs.slice(0, MOST_ROWS).map((values, e) =>
            choosable(e, row("td", [...values.map(brief), ...targets[e].map(() => ""), ...targets[e].map(brief), ""]))));
    }

    draw(/** @type {import("../shared/types.js").Frame} */ frame) {
        if (!this.#setup || !frame.weights) {
            return;
        }
        [...this.#table.rows].slice(1).forEach((line, e) => {
            line.toggleAttribute("data-shown", e === frame.example);
            line.querySelector("button")?.setAttribute("aria-pressed", String(e === frame.example));
        });
        this.#ask(frame);
    }

    /** Asks for the answers of the shown step, one request at a time. */
    async #ask(/** @type {import("../shared/types.js").Frame} */ { step, weights, biases }) {
        const wish = JSON.stringify([step, weights, biases]);
        if (wish === this.#asked || this.#waiting || !this.#setup) {
            return;
        }
        this.#asked = wish;
        this.#waiting = true;
        try {
            const inputs = this.#setup.data.inputs.slice(0, MOST_ROWS);
            const { outputs } = await this.stage.ask("predictions", { inputs, step });
            this.#show(outputs);
        } catch (error) {
            this.stage.fail(error);
        }
        this.#waiting = false;
    }

    #show(/** @type {number[][]} */ outputs) {
        const { inputs, targets } = /** @type {import("../shared/types.js").Setup} */ (this.#setup).data;
        outputs.forEach((values, e) => {
            const { cells } = this.#table.rows[e + 1];
            values.forEach((value, j) => write(cells[inputs[e].length + j], short(value)));
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
