import { set, unique } from "../../hills/parts.js";
import { row } from "../../shared/dom/html.js";
import { long } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Secant} Line */

/** Pixels: the square's side, the room around it, and how wide a strip must be to hold its name. */
const SIDE = 150;
const MARGIN = 30;
const ROOM = 22;

/**
 * `<x-secant>`: rise over run from the first walker's place to one a width to its right, for each width chosen so far; on the
 * parabola beside the square whose side grows by the width.
 */
class SecantTable extends StageWidget {
    figure = { name: "Secant", line: "The straight line through two points of the hill, and its slope for smaller and smaller widths." };
    #widths = document.createElement("fieldset");
    #table = document.createElement("table");
    #square = svg(this, "svg", { class: "grown-square", role: "img" });
    #shown = "";
    #isParabola = false;

    enter(/** @type {AbortSignal} */ signal) {
        this.#widths.className = "widths";
        this.#table.className = "measured";
        const side = document.createElement("div");
        side.append(this.#widths, this.#table);
        this.replaceChildren(side, this.#square);
        this.#widths.addEventListener("change", (event) =>
            this.stage.act("width", { width: Number(/** @type {HTMLInputElement} */ (event.target).value) }), { signal });
    }

    build(/** @type {any} */ setup) {
        this.#isParabola = setup.hill?.name === "parabola";
        this.#widths.replaceChildren();
        this.#shown = "";
    }

    draw(/** @type {any} */ { secant, position, height }) {
        if (!secant) {
            return;
        }
        if (this.#widths.childElementCount === 0) {
            this.#offer(secant);
        }
        for (const radio of this.#widths.querySelectorAll("input")) {
            radio.checked = Number(radio.value) === secant.width;
        }
        const shown = JSON.stringify([secant, position]);
        if (shown !== this.#shown) {
            this.#shown = shown;
            this.#list(secant, position[0], height);
            this.#grow(position[0], secant.width);
        }
    }

    #offer(/** @type {Line} */ { widths }) {
        const legend = document.createElement("legend");
        legend.textContent = "Width k";
        const choice = document.createElement("div");
        choice.className = "choice";
        const name = unique("width");
        for (const width of widths) {
            const label = document.createElement("label");
            const radio = Object.assign(document.createElement("input"), { type: "radio", name, value: String(width), autocomplete: "off" });
            label.append(radio, long(width));
            choice.append(label);
        }
        this.#widths.replaceChildren(legend, choice);
    }

    /** @param {Line} secant @param {number} x @param {number} height */
    #list({ measured, width: chosen }, x, height) {
        const caption = document.createElement("caption");
        caption.textContent = `From x = ${long(x)}, at height ${long(height)}`;
        const rows = measured.map(({ width, rise, slope }) => {
            const line = row("td", [long(width), long(rise), long(slope)]);
            line.classList.toggle("chosen", width === chosen);
            return line;
        });
        this.#table.replaceChildren(caption, row("th", ["run k", "rise", "rise / run"]), ...rows);
    }

    /** A square of side x, and what it gains when its side grows by the width. @param {number} x @param {number} width */
    #grow(x, width) {
        this.#square.replaceChildren();
        this.#square.toggleAttribute("hidden", !this.#isParabola || !(x > 0));
        if (this.#square.hasAttribute("hidden")) {
            return;
        }
        const unit = SIDE / (x + width);
        const [old, strip] = [x * unit, width * unit];
        const size = SIDE + MARGIN;
        set(this.#square, { viewBox: `0 0 ${size} ${size}`, width: size, height: size,
            "aria-label": `A square of side ${long(x)} that grows by ${long(width)}: two strips of area ${long(x * width)} each and a corner of area ${long(width * width)}` });
        this.#area("x²", "old", 0, strip, old, old);
        this.#area("x·k", "strip", 0, 0, old, strip);
        this.#area("x·k", "strip", old, strip, strip, old);
        this.#area("k²", "corner", old, 0, strip, strip);
        this.#name("x", old / 2, SIDE + 20);
        this.#name("k", Math.min(old + strip / 2, SIDE - 3), SIDE + 20);
        this.#name("x", SIDE + 14, strip + old / 2 + 5);
        this.#name("k", SIDE + 14, Math.max(strip / 2, 6) + 5);
    }

    /** @param {string} name @param {string} kind @param {number} x @param {number} y @param {number} width @param {number} height */
    #area(name, kind, x, y, width, height) {
        svg(this.#square, "rect", { class: kind, x, y, width, height });
        if (Math.min(width, height) > ROOM) {
            this.#name(name, x + width / 2, y + height / 2 + 5);
        }
    }

    #name(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
        svg(this.#square, "text", { x, y, class: "middle" }).textContent = text;
    }
}

customElements.define("x-secant", SecantTable);
