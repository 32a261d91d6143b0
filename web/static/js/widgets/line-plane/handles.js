import { svg } from "../../shared/dom/svg.js";

/** @typedef {import("../../shared/plane/line.js").Point} Point */
/** @typedef {[Point, Point]} Ends */

/** One press of an arrow key moves an end so far; with Shift, a tenth of it. */
const KEY_STEP = 0.05;
/** Two ends nearer than this make no line. */
const NEAREST = 0.1;
const NAMES = ["A", "B"];
/** @type {Record<string, Point>} */
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The two ends by which the learner holds a line: dragged by mouse or touch, moved by the arrow keys. */
export class Handles {
    root;
    /** @type {SVGElement[]} */ #handles;
    /** @type {Ends} */ #ends = [[0, 0], [1, 1]];
    /** @type {number | null} */ #held = null;
    #change;
    #square;

    /** @param {import("../../shared/plane/square.js").Square} square @param {(ends: Ends) => void} change */
    constructor(square, change) {
        this.#square = square;
        this.#change = change;
        this.root = svg(square.root, "g", { class: "handles" });
        this.#handles = NAMES.map((name, i) => {
            const handle = svg(this.root, "g", { "class": "handle", "tabindex": 0, "role": "button", "data-end": i });
            svg(handle, "circle", { class: "reach", r: 26 });
            svg(handle, "circle", { class: "grip", r: 12 });
            svg(handle, "text", { "y": 5, "text-anchor": "middle" }).textContent = name;
            return handle;
        });
    }

    listen(/** @type {AbortSignal} */ signal) {
        this.root.addEventListener("pointerdown", (event) => this.#hold(/** @type {PointerEvent} */ (event)), { signal });
        this.root.addEventListener("pointermove", (event) => this.#drag(/** @type {PointerEvent} */ (event)), { signal });
        for (const name of ["pointerup", "pointercancel"]) {
            this.root.addEventListener(name, () => (this.#held = null), { signal });
        }
        this.root.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
    }

    draw(/** @type {Ends} */ ends) {
        this.#ends = ends;
        this.#handles.forEach((handle, i) => {
            const [x, y] = ends[i];
            handle.setAttribute("transform", `translate(${this.#square.drawn(ends[i]).join(" ")})`);
            handle.setAttribute("aria-label", `End ${NAMES[i]} of the line, at x₁ ${x.toFixed(2)}, x₂ ${y.toFixed(2)}. Move it with the arrow keys.`);
        });
    }

    #hold(/** @type {PointerEvent} */ event) {
        const end = /** @type {SVGElement} */ (event.target).closest("[data-end]");
        if (end instanceof SVGElement) {
            event.preventDefault();
            end.focus({ preventScroll: true });
            this.root.setPointerCapture(event.pointerId);
            this.#held = Number(end.dataset.end);
        }
    }

    #drag(/** @type {PointerEvent} */ event) {
        const matrix = /** @type {SVGSVGElement} */ (this.#square.root).getScreenCTM();
        if (this.#held !== null && matrix) {
            const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
            this.#move(this.#held, this.#square.pointAt([x, y]));
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const direction = KEYS[event.key];
        const end = /** @type {SVGElement} */ (event.target).closest("[data-end]");
        if (direction && end instanceof SVGElement) {
            event.preventDefault();
            event.stopPropagation();
            const i = Number(end.dataset.end);
            const far = event.shiftKey ? KEY_STEP / 10 : KEY_STEP;
            const [x, y] = this.#ends[i];
            this.#move(i, this.#square.pointAt(this.#square.drawn([x + far * direction[0], y + far * direction[1]])));
        }
    }

    /** @param {number} i @param {Point} to */
    #move(i, to) {
        const other = this.#ends[1 - i];
        if (Math.hypot(to[0] - other[0], to[1] - other[1]) >= NEAREST) {
            this.#ends = i === 0 ? [to, other] : [other, to];
            this.#change(this.#ends);
        }
    }
}
