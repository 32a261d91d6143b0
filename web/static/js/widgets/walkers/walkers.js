import { figure } from "../../hills/figure.js";
import { row } from "../../shared/dom/html.js";
import { amid } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */

/**
 * `<x-walkers>`: the list of a hill's walkers, which is its pictures' legend and their numbers as a table: who, by which rate, how
 * many steps, where, how high, how steep. A walker that left is said to have.
 */
class Walkers extends StageWidget {
    #table = document.createElement("table");
    #names = "";
    /** @type {HTMLElement[][]} */ #cells = [];

    enter() {
        this.#table.className = "walkers";
        this.replaceChildren(this.#table);
    }

    draw(/** @type {any} */ { walkers }) {
        if (!walkers) {
            return;
        }
        const names = JSON.stringify(walkers.map((/** @type {HillWalker} */ w) => w.name));
        if (names !== this.#names) {
            this.#names = names;
            this.#make(walkers);
        }
        const largest = scale(walkers);
        walkers.forEach((/** @type {HillWalker} */ walker, /** @type {number} */ i) =>
            texts(walker, largest).forEach((text, column) => write(this.#cells[i][column], text)));
    }

    #make(/** @type {HillWalker[]} */ walkers) {
        const plane = walkers[0].place.position.length > 1;
        const head = row("th", ["walker", "rate", "steps", plane ? "place x, y" : "place x", "height", plane ? "slopes" : "slope"]);
        const rows = walkers.map((walker) => {
            const line = row("td", texts(walker, scale(walkers)).slice(0, 1).concat(Array(5).fill("")));
            const name = document.createElement("th");
            name.scope = "row";
            const picture = svg(name, "svg", { viewBox: "-11 -34 22 36", "aria-hidden": "true" });
            figure(picture, walker.index);
            name.append(document.createElement("span"));
            line.replaceChild(name, line.cells[0]);
            return line;
        });
        this.#table.replaceChildren(head, ...rows);
        this.#cells = rows.map((line) => [...line.cells].map((cell, i) =>
            i === 0 ? /** @type {HTMLElement} */ (cell.lastElementChild) : cell));
    }
}

/** @typedef {{position: number, height: number, slope: number}} Largest of its kind, on all trails */

/** @param {HillWalker[]} walkers @returns {Largest} */
function scale(walkers) {
    const places = walkers.flatMap(({ trail }) => trail);
    const largest = (/** @type {number[]} */ numbers) => numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    return { position: largest(places.flatMap((p) => p.position)), height: largest(places.map((p) => p.height)),
        slope: largest(places.flatMap((p) => p.slope)) };
}

/** @param {HillWalker} walker @param {Largest} largest */
function texts({ name, rate, momentum, byHand, place, lost, trail }, largest) {
    const written = (/** @type {number[]} */ numbers, /** @type {number} */ most) => numbers.map((x) => amid(x, most)).join(", ");
    if (lost) {
        return [name, rates(byHand, rate, momentum), String(trail.length - 1), "infinitely far", "", ""];
    }
    return [name, rates(byHand, rate, momentum), String(trail.length - 1),
        written(place.position, largest.position), amid(place.height, largest.height), written(place.slope, largest.slope)];
}

/** @param {boolean | undefined} byHand @param {number | undefined} rate @param {number | undefined} momentum */
function rates(byHand, rate, momentum) {
    return byHand || rate === undefined ? "by hand" : momentum ? `${rate}, momentum ${momentum}` : String(rate);
}

customElements.define("x-walkers", Walkers);
