import { reach } from "../../hills/reach.js";
import { linear, ticks, tickText } from "../../hills/scale.js";
import { BEGINS_AT } from "../../shared/curve.js";
import { count } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { StageWidget } from "../../stage-widget.js";

const COLUMNS = 40;
const WIDTH = 320;
const HEIGHT = 160;
/** The approximate number of heights that are numbered beside a hill's sketch. */
const NUMBERS = 3;

/** @type {[string, (x: number) => number][]} */
const SHAPES = [
    ["falls fast, then ever more slowly", (x) => BEGINS_AT * (0.08 + 0.92 * Math.exp(-5 * x))],
    ["falls evenly", (x) => BEGINS_AT * (1 - 0.9 * x)],
    ["stays up, then falls", (x) => BEGINS_AT * (0.08 + 0.92 / (1 + Math.exp(14 * (x - 0.55))))],
    ["falls in waves", (x) => BEGINS_AT * (0.08 + 0.92 * Math.exp(-3 * x) * (0.6 + 0.4 * Math.cos(30 * x)))],
    ["stays as it is", () => BEGINS_AT],
    ["rises", (x) => BEGINS_AT + (0.98 - BEGINS_AT) * x * x],
];

/**
 * `<x-sketch>` around an svg and a hidden field: the cost curve that the learner expects, drawn by pointer or chosen among shapes
 * with the arrow keys, and cleared with Delete. The stage's chart shows it under the real one. On a hill it has the heights of the
 * chart beside it.
 */
class Sketch extends StageWidget {
    figure = { name: "Sketched curve", line: "The cost curve that was sketched before the training." };
    /** Heights from 0 to 1, from left to right. @type {number[]} */ #heights = [];
    #shape = -1;
    #last = -1;
    /** The columns that were drawn by pointer: beyond them, the curve goes on level. */
    #drawn = { from: 0, to: COLUMNS - 1 };
    /** @type {Element | null} */ #line = null;
    /** The instruction, until something is drawn. @type {Element | null} */ #hint = null;
    /** The scale of a hill's sketch. @type {SVGElement | null} */ #scale = null;

    enter(/** @type {AbortSignal} */ signal) {
        const plane = /** @type {SVGSVGElement} */ (this.querySelector("svg"));
        plane.replaceChildren();
        this.#scale = svg(plane, "g", {});
        this.#line = svg(plane, "path", {});
        const isOfCost = this.stage.querySelector("x-cost-chart") !== null;
        const label = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ anchor) => {
            svg(plane, "text", { x, y, "text-anchor": anchor }).textContent = text;
        };
        label(isOfCost ? "cost ↑" : "height ↑", 8, 18, "start");
        if (isOfCost) {
            svg(plane, "circle", { class: "begins", cx: 4, cy: HEIGHT * (1 - BEGINS_AT), r: 4 });
            label("begins here", 13, HEIGHT * (1 - BEGINS_AT) + 5, "start");
        }
        if (this.stage.config.hill === undefined) {
            label(this.#steps > 0 ? `step ${count(this.#steps)}` : "steps →", WIDTH - 8, HEIGHT - 18, "end");
        }
        label("draw here, or choose with ← and →", WIDTH / 2, HEIGHT / 2 + 5, "middle");
        this.#hint = plane.lastElementChild;
        plane.addEventListener("pointerdown", (event) => {
            plane.setPointerCapture(event.pointerId);
            this.#last = -1;
            this.#draw(event, plane);
        }, { signal });
        plane.addEventListener("pointermove", (event) => event.buttons > 0 && this.#draw(event, plane), { signal });
        plane.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.querySelector("input")?.addEventListener("restored", () => this.#restore(), { signal });
        this.querySelector("[data-part=clear]")?.addEventListener("click", () => {
            this.#clear();
            plane.focus();
        }, { signal });
        if (this.stage.curve.sketch.length === COLUMNS) {
            this.#take(this.stage.curve.sketch, "drawn");
        } else {
            this.#restore();
        }
    }

    /** The number of steps that the sketch goes over; 0 if nothing says it. */
    get #steps() {
        return Number(this.dataset.steps ?? 0);
    }

    /** Shows the sketch of an earlier visit. */
    #restore() {
        const heights = (this.querySelector("input")?.value ?? "").split(" ").map(Number);
        if (heights.length === COLUMNS && heights.every(Number.isFinite)) {
            this.#take(heights, "drawn");
        }
    }

    /** @param {any} picture */
    draw({ walkers, last }) {
        const scale = this.#scale;
        if (!walkers || !scale || scale.childElementCount > 0) {
            return;
        }
        const y = linear(...reach(walkers), HEIGHT, 0);
        const write = (/** @type {string} */ text, /** @type {Record<string, any>} */ at) => (svg(scale, "text", at).textContent = text);
        for (const tick of ticks(y.low, y.high, NUMBERS)) {
            svg(scale, "line", { x1: 0, x2: WIDTH, y1: y.of(tick), y2: y.of(tick) });
            write(tickText(tick), { x: 12, y: Math.min(HEIGHT - 5, y.of(tick) + 5) });
        }
        const start = y.of(walkers[0].trail[0].height);
        svg(scale, "circle", { class: "begins", cx: 4, cy: start, r: 4 });
        write("begins here", { x: 44, y: start + 5 });
        write(`step ${last}`, { "x": WIDTH - 8, "y": HEIGHT - 8, "text-anchor": "end" });
    }

    #clear() {
        this.#shape = -1;
        this.#take([], "none yet");
    }

    /** Draws from the pointer's last place to its new one. */
    #draw(/** @type {PointerEvent} */ event, /** @type {SVGSVGElement} */ plane) {
        const box = plane.getBoundingClientRect();
        const within = (/** @type {number} */ share) => Math.min(1, Math.max(0, share));
        const at = Math.round(within((event.clientX - box.left) / box.width) * (COLUMNS - 1));
        const height = 1 - within((event.clientY - box.top) / box.height);
        const heights = this.#heights.length > 0 ? this.#heights : new Array(COLUMNS).fill(height);
        this.#drawn = this.#heights.length > 0 ? { from: Math.min(at, this.#drawn.from), to: Math.max(at, this.#drawn.to) } : { from: at, to: at };
        const from = this.#last < 0 ? at : this.#last;
        const start = heights[from];
        for (let i = Math.min(from, at); i <= Math.max(from, at); i++) {
            heights[i] = from === at ? height : start + ((height - start) * (i - from)) / (at - from);
        }
        this.#last = at;
        heights.fill(heights[this.#drawn.from], 0, this.#drawn.from).fill(heights[this.#drawn.to], this.#drawn.to);
        this.#take(heights, "drawn");
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Delete: 0, Backspace: 0 }[event.key];
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        if (by === 0) {
            this.#clear();
            return;
        }
        this.#shape = (Math.max(this.#shape, by < 0 ? 0 : -1) + by + SHAPES.length) % SHAPES.length;
        const [name, of] = SHAPES[this.#shape];
        this.#drawn = { from: 0, to: COLUMNS - 1 };
        this.#take(Array.from({ length: COLUMNS }, (_, i) => of(i / (COLUMNS - 1))), name);
    }

    #take(/** @type {number[]} */ heights, /** @type {string} */ name) {
        this.#heights = heights;
        const places = heights.map((h, i) => `${((WIDTH * i) / (COLUMNS - 1)).toFixed(1)} ${(HEIGHT * (1 - h)).toFixed(1)}`);
        this.#line?.setAttribute("d", heights.length > 0 ? `M${places.join("L")}` : "");
        this.#hint?.setAttribute("display", heights.length > 0 ? "none" : "inline");
        this.querySelector("[data-part=clear]")?.toggleAttribute("hidden", heights.length === 0);
        this.querySelector("svg")?.setAttribute("aria-label", `Your sketch of the curve: ${name}. Draw it, or choose with the arrow keys`);
        const field = /** @type {HTMLInputElement | null} */ (this.querySelector("input"));
        if (field) {
            field.value = heights.map((h) => h.toFixed(2)).join(" ");
        }
        this.stage.curve.sketch = [...heights];
        this.stage.curve.sketchSteps = this.#steps;
        this.stage.redraw();
    }
}

customElements.define("x-sketch", Sketch);
