import { html } from "../../shared/dom/html.js";
import { count, short } from "../../shared/numbers.js";

/** The numbers under the pointer: the step, its cost, the cost of its batch if that is another, and the test cost if there is one. */
export class Reading {
    root = html("p", { "class": "chart-reading", "hidden": true, "aria-hidden": "true" });

    /**
     * Shows a step's numbers in a corner of the plot, away from the pointer.
     *
     * @param {import("../../shared/curve.js").Curve | null} curve
     * @param {number | null | undefined} at the index of a step of it
     * @param {boolean} isRight whether the pointer is in the right half
     */
    show(curve, at, isRight = false) {
        const step = at === null || at === undefined ? undefined : curve?.steps[at];
        this.root.hidden = step === undefined;
        if (curve && at !== null && at !== undefined && step !== undefined) {
            this.root.textContent = readingOf(step, curve.costs[at], curve.trainCosts[at], curve.testCosts[at], curve.penalties[at]);
            this.root.classList.toggle("leftward", isRight);
        }
    }
}

/** @param {number} step @param {number} batch @param {number | null} whole @param {number | null} test @param {number | null} penalty */
export function readingOf(step, batch, whole, test, penalty = null) {
    return [
        `step ${count(step)}`,
        `cost ${short(whole ?? batch)}`,
        ...(whole !== null && whole !== batch ? [`this batch ${short(batch)}`] : []),
        ...(penalty === null ? [] : [`+ penalty ${short(penalty)}`]),
        ...(test === null ? [] : [`test cost ${short(test)}`]),
    ].join("\n");
}
