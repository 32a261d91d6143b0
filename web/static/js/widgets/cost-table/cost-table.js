import { count, short } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

const MOST_ROWS = 12;

/** `<x-cost-table>` around a `details`: the cost chart in numbers, about a dozen steps of it, while it is open; the last ones of a run that diverged. */
class CostTable extends StageWidget {
    enter(/** @type {AbortSignal} */ signal) {
        this.querySelector("details")?.addEventListener("toggle", () => this.redraw(), { signal });
    }

    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {import("../../shared/curve.js").Curve} */ curve,
        /** @type {import("../../shared/types.js").Progress} */ { divergence }) {
        const table = this.querySelector("table");
        if (!table || !this.querySelector("details")?.open) {
            return;
        }
        const { steps, costs, trainCosts, testCosts, penalties } = curve;
        const last = steps.length - 1;
        const rows = Math.min(MOST_ROWS, steps.length);
        const first = divergence ? last + 1 - rows : 0;
        const chosen = Array.from({ length: rows }, (_, i) => first + Math.round((i * (last - first)) / Math.max(1, rows - 1)));
        const isBatched = trainCosts.some((cost, i) => cost !== null && cost !== costs[i]);
        const batch = (/** @type {string} */ text) => (isBatched ? [text] : []);
        const isPenalized = penalties.some((penalty) => penalty !== null);
        const known = (/** @type {number | null} */ value) => (value === null ? "–" : short(value));
        const penalty = (/** @type {string} */ text) => (isPenalized ? [text] : []);
        table.replaceChildren(row("th", ["step", "cost", ...penalty("penalty"), ...batch("this batch"), "test cost"]), ...chosen.map((i) => row("td",
            [count(steps[i]), short(trainCosts[i] ?? costs[i]), ...penalty(known(penalties[i])), ...batch(short(costs[i])), known(testCosts[i])])));
    }
}

function row(/** @type {"th" | "td"} */ kind, /** @type {string[]} */ texts) {
    const element = document.createElement("tr");
    for (const text of texts) {
        const cell = document.createElement(kind);
        cell.textContent = text;
        if (kind === "th") {
            cell.scope = "col";
        }
        element.append(cell);
    }
    return element;
}

customElements.define("x-cost-table", CostTable);
