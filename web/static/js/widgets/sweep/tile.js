import { html } from "../../shared/dom/html.js";
import { short } from "../../shared/numbers.js";
import { domainOf, isPlane } from "../../shared/plane/domain.js";
import { drawMap } from "../../shared/plane/small-map.js";

/**
 * One training: a link with the map of its end, where the data lie in a plane and there is one output, its value and its cost.
 *
 * @param {import("./sweep.js").Training} training
 * @param {any} data
 * @param {{place: number, isBest: boolean, address: string}} look
 */
export function tileOf({ value, spec, end, diverged }, data, { place, isBest, address }) {
    const canvas = html("canvas", { "aria-hidden": "true" });
    const setup = /** @type {any} */ ({ spec, data });
    const hasMap = isPlane(setup) && spec.network.layers.at(-1) === 1 && !diverged;
    if (hasMap) {
        drawMap(canvas, setup, domainOf(data), end);
    }
    const cost = end.trainCost ?? end.cost;
    return html("li", { "data-line": place + 1, "class": isBest ? "best" : "" },
        html("a", { href: address, title: "Open this network in the playground" },
            hasMap ? canvas : html("span", { class: "sweep-none" }, diverged ? "diverged" : "no map"),
            html("span", { class: "sweep-name" }, html("i", {}), html("b", {}, value), html("span", {}, diverged ? "diverged" : `cost ${short(cost)}`)),
            ...(isBest ? [html("span", { class: "sweep-best" }, "best")] : [])));
}
