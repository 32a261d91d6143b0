import { html } from "../../shared/dom/html.js";
import { percent, short } from "../../shared/numbers.js";

/** The numbers at the end of each training. @param {import("./sweep.js").Training[]} trials @param {number | null} best @param {string} label of the setting */
export function tableOf(trials, best, label) {
    const isTested = trials.some(({ end }) => end.testCost !== null);
    const isCounted = trials.some(({ end }) => end.accuracy !== null);
    const heads = [label, "cost", ...(isTested ? ["test cost"] : []), ...(isCounted ? ["right"] : []), ...(isCounted && isTested ? ["right of the test points"] : [])];
    const number = (/** @type {number | null} */ x, /** @type {(x: number) => string} */ write) => html("td", {}, x === null ? "–" : write(x));
    const rows = trials.map(({ value, end, diverged }, i) => html("tr", { "data-line": i + 1, "class": i === best ? "best" : "" },
        html("th", { scope: "row" }, html("i", {}), `${value}${i === best ? " (best)" : ""}${diverged ? " (diverged)" : ""}`),
        number(end.trainCost ?? end.cost, short), ...(isTested ? [number(end.testCost, short)] : []),
        ...(isCounted ? [number(end.accuracy, percent)] : []), ...(isCounted && isTested ? [number(end.testAccuracy, percent)] : [])));
    return html("div", { "class": "numbers-table sweep-table", "tabindex": 0, "role": "group", "aria-label": "The end of each training" },
        html("table", {}, html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))), html("tbody", {}, ...rows)));
}
