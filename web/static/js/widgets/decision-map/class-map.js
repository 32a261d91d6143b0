import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { Leads, LOOKS, shapePath } from "../../shared/plane/classes.js";
import { borders } from "../../shared/plane/borders.js";
import { drawClasses } from "../../shared/plane/picture.js";
import { short } from "../../shared/numbers.js";

/** The letters of names that stand close together in the legend. */
const SHORT = 3;

/** The map of a network that tells three or more classes apart, and its legend. */
export class ClassMap {
    legend;
    #size;
    /** @type {HTMLElement[]} */ #numbers = [];

    /** @param {string[]} names the classes' @param {number} size points along a side of the map */
    constructor(names, size) {
        this.names = names;
        this.#size = size;
        this.legend = html("ul", { "class": `map-classes ${names.some(({ length }) => length > SHORT) ? "wide" : ""}`, "aria-label": "Classes" });
        this.#numbers = names.map((name, i) => {
            const number = html("output");
            const line = html("li", { title: name });
            const mark = svg(line, "svg", { "viewBox": "-8 -8 16 16", "aria-hidden": "true" });
            svg(mark, "path", { class: `class-${(i % LOOKS) + 1}`, d: shapePath(i, 5) });
            line.append(html("span", {}, name), number);
            this.legend.append(line);
            return number;
        });
    }

    /**
     * Draws which class leads where, and returns the borders between them.
     *
     * @param {CanvasRenderingContext2D} context
     * @param {import("../../shared/plane/field.js").Field} field
     * @param {HTMLCanvasElement} small
     * @param {boolean} isPlain
     */
    draw(context, field, small, isPlain) {
        const last = field.values.length - 1;
        const outputs = field.values[last];
        const leads = new Leads(outputs);
        const full = field.scale(last).reach ? 2 * field.scale(last).reach : Math.max(...field.reaches[last]);
        drawClasses(context, leads, full, this.#size, small, isPlain);
        return borders(outputs, leads.winner, this.#size);
    }

    /** Writes what the outputs answer at the pointer, or nothing. @param {number[] | null} outputs */
    say(outputs) {
        const best = outputs ? outputs.indexOf(Math.max(...outputs)) : -1;
        this.#numbers.forEach((number, i) => {
            write(number, outputs ? short(outputs[i]) : "");
            number.parentElement?.toggleAttribute("data-leads", i === best);
        });
    }
}
