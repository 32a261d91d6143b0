import { svg } from "../../shared/dom/svg.js";

/** The side of a square's place, in the drawing's own units. */
const CELL = 10;
const GAP = 0.8;

/** A number for each person as a square, in rows of people: its area is as large as the number, its colour is its sign. */
export class Block {
    root = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    columns;
    size;
    #order;
    /** The squares by person. @type {{place: SVGElement, square: SVGElement, middle: [number, number]}[]} */ #cells = [];

    /** @param {number[][]} order the people of each row */
    constructor(order) {
        this.#order = order.flat();
        this.columns = order[0].length;
        this.size = this.#order.length;
        this.root.setAttribute("class", "block");
        this.root.setAttribute("viewBox", `0 0 ${CELL * this.columns} ${CELL * order.length}`);
        this.root.setAttribute("aria-hidden", "true");
        order.forEach((people, row) => people.forEach((person, column) => {
            const cell = svg(this.root, "g", { "data-person": person, "transform": `translate(${CELL * column} ${CELL * row})` });
            const place = svg(cell, "rect", { class: "place", x: GAP / 2, y: GAP / 2, width: CELL - GAP, height: CELL - GAP });
            this.#cells[person] = { place, square: svg(cell, "rect", {}), middle: [CELL / 2, CELL / 2] };
        }));
    }

    /** The person at a place, row by row. */
    personAt(/** @type {number} */ place) {
        return this.#order[place];
    }

    /** @param {number[]} values by person @param {number} most the size of the largest square's number */
    draw(values, most) {
        this.#cells.forEach(({ square, middle: [x, y] }, person) => {
            const side = (CELL - GAP) * Math.sqrt(Math.abs(values[person]) / most);
            square.setAttribute("class", values[person] < 0 ? "below" : "above");
            square.setAttribute("x", (x - side / 2).toFixed(2));
            square.setAttribute("y", (y - side / 2).toFixed(2));
            square.setAttribute("width", side.toFixed(2));
            square.setAttribute("height", side.toFixed(2));
        });
    }

    /** Outlines a person's place, more strongly if this very square is selected; -1 for nobody. @param {number} person @param {boolean} isSelected */
    mark(person, isSelected) {
        this.#cells.forEach(({ place }, p) => {
            place.classList.toggle("near", p === person);
            place.classList.toggle("now", p === person && isSelected);
        });
    }
}
