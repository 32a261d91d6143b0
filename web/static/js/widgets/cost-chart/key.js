import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";

/** @typedef {import("../../shared/curve.js").Curve} Curve */

/** The name of the upward axis, and one of each line where there are several. It stays away where the page has these names beside the chart. */
export class Key {
    root = html("p", { class: "chart-key" }, html("span", {}, "cost"));
    #names = [
        { name: "all examples", look: "thick", has: (/** @type {Curve} */ curve) => isOfBatches(curve) && !isTested(curve) },
        { name: "training examples", look: "thick", has: isTested },
        { name: "the batch", look: "thin", has: isOfBatches },
        { name: "test examples", look: "dash", has: isTested },
        { name: "penalty on large weights", look: "dots", has: (/** @type {Curve} */ curve) => curve.penalties.some((penalty) => penalty !== null) },
    ].map(({ name, look, has }) => ({ has, root: html("span", { hidden: true }, html("i", { class: look }), ` ${name}`) }));

    constructor() {
        this.root.append(...this.#names.map(({ root }) => root));
    }

    draw(/** @type {Curve} */ curve) {
        const [first] = this.root.children;
        const isNamed = this.#names.map(({ root, has }) => {
            root.hidden = !has(curve);
            return !root.hidden;
        });
        write(/** @type {HTMLElement} */ (first), isNamed.some((named) => named) ? "cost of" : "cost");
    }
}

function isTested(/** @type {Curve} */ { testCosts }) {
    return testCosts.some((cost) => cost !== null);
}

/** True if the cost of a batch is not that of all examples. */
function isOfBatches(/** @type {Curve} */ { costs, trainCosts }) {
    return trainCosts.some((cost, i) => cost !== null && cost !== costs[i]);
}
