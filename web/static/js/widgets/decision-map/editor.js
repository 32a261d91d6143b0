import { withdraw } from "../../shared/dom/withdraw.js";
import { write } from "../../shared/dom/write.js";
import { Session } from "./session.js";
import { FormSheet, StageSheet } from "./sheets.js";

/** The distance between a press and the point that it means, in pixels: more for a finger. */
const NEAR = 12;
const NEAR_FINGER = 22;
/** A key moves a point by this share of the domain, with Shift by five times as much. */
const STRIDE = 0.01;
const ARROWS = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] });
const KEYS = /** @type {Record<string, string>} */ ({
    PageUp: "previous", PageDown: "next", n: "add", Insert: "add", c: "relabel", Delete: "remove", Backspace: "remove", z: "undo" });

/** The editing session of a page whose stage is replaced when the points change. */
const ofPage = new Session(new FormSheet());

/** @typedef {import("../../shared/plane/domain.js").Domain} Domain */

/**
 * The points of a decision map, changed by pointer and by key: a press on an empty place adds one, on a point selects it and draws it along.
 */
export class PointEditor {
    #session;
    #map;
    #canvas;
    #redraw;
    /** @type {Domain} */ #domain = { low: -1, high: 1 };
    /** @type {HTMLElement[]} */ #tools = [];
    #leaving = new AbortController();
    /** @type {number | null} */ #dragged = null;

    /** @param {import("../../stage-widget.js").StageWidget} map @param {HTMLCanvasElement} canvas @param {() => void} redraw */
    constructor(map, canvas, redraw) {
        this.#session = FormSheet.isThere ? ofPage : new Session(new StageSheet(map.stage));
        this.#map = map;
        this.#canvas = canvas;
        this.#redraw = redraw;
    }

    static get wasOpen() {
        return FormSheet.isThere && ofPage.isOpen;
    }

    get isOpen() {
        return this.#tools.length > 0;
    }

    get points() {
        return this.#session.points;
    }

    get selected() {
        return this.#session.selected;
    }

    /** Shows the tools for the points as they were left, before the run that has them is there. */
    resume() {
        this.#domain = this.#session.domain;
        this.#begin();
        this.#tell();
    }

    /** Shows the tools for these data. @param {import("../../shared/types.js").Data} data @param {Domain} domain */
    open(data, domain) {
        this.#domain = domain;
        this.#session.meet(data, domain);
        this.#session.isOpen = true;
        if (!this.isOpen) {
            this.#begin();
        }
        this.#tell();
    }

    close() {
        this.#session.isOpen = false;
        this.#session.hadFocus = false;
        this.leave();
        this.#redraw();
    }

    leave() {
        this.#letGo();
        this.#leaving.abort();
        this.#tools.forEach((tool) => tool.remove());
        this.#tools = [];
        this.#canvas.removeAttribute("tabindex");
        this.#canvas.setAttribute("role", "img");
    }

    #begin() {
        const template = /** @type {HTMLTemplateElement} */ (this.#map.querySelector("template[data-part=points]"));
        this.#tools = /** @type {HTMLElement[]} */ ([.../** @type {DocumentFragment} */ (template.content.cloneNode(true)).children]);
        this.#map.querySelector("[data-part=change]")?.before(...this.#tools);
        this.#canvas.tabIndex = 0;
        this.#canvas.setAttribute("role", "application");
        this.#canvas.setAttribute("aria-roledescription", "points");
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        this.#tools.forEach((tool) => tool.addEventListener("click", (event) => this.#press(event), { signal }));
        const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ hear) => this.#canvas.addEventListener(name, hear, { signal });
        on("pointerdown", (event) => this.#grab(event));
        on("pointermove", (event) => this.#drag(event));
        on("pointerup", () => this.#letGo());
        on("pointercancel", () => this.#letGo());
        on("keydown", (event) => this.#key(event));
        on("focus", () => (this.#session.hadFocus = true));
        // The focus is lost when the stage is replaced, but nobody took it away.
        on("blur", () => setTimeout(() => (this.#session.hadFocus &&= !this.#canvas.isConnected)));
        if (this.#session.hadFocus) {
            this.#canvas.focus({ preventScroll: true });
        }
    }

    #press(/** @type {Event} */ event) {
        const name = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do;
        if (name) {
            this.#do(name);
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const arrow = ARROWS[event.key];
        const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if ((!arrow && !name) || event.altKey || ((event.ctrlKey || event.metaKey) && name !== "undo")) {
            return;
        }
        event.preventDefault();
        if (arrow) {
            const stride = STRIDE * (this.#domain.high - this.#domain.low) * (event.shiftKey ? 5 : 1);
            const { x, y } = this.#session.points[this.#session.selected];
            this.#move(x + arrow[0] * stride, y + arrow[1] * stride);
        } else {
            this.#do(name);
        }
    }

    #do(/** @type {string} */ name) {
        const { points, selected } = this.#session;
        const count = points.length;
        if (name === "previous" || name === "next") {
            this.#session.selected = (selected + (name === "next" ? 1 : count - 1)) % count;
        } else if (name === "add") {
            const middle = (this.#domain.low + this.#domain.high) / 2;
            this.#add(middle, middle);
        } else if (name === "relabel") {
            this.#session.change(points.with(selected, { ...points[selected], high: !points[selected].high }), "");
        } else if (name === "remove" && count > 1) {
            this.#session.selected = Math.min(selected, count - 2);
            this.#session.change(points.toSpliced(selected, 1), "");
        } else if (name === "undo") {
            this.#session.undo();
        }
        this.#tell();
    }

    #add(/** @type {number} */ x, /** @type {number} */ y) {
        const colour = /** @type {HTMLInputElement | null} */ (this.#map.querySelector("[name=colour]:checked"));
        const point = this.#within({ x, y, high: colour?.value !== "0", held: false });
        this.#session.selected = this.#session.points.length;
        this.#session.change([...this.#session.points, point], "");
    }

    #move(/** @type {number} */ x, /** @type {number} */ y) {
        const { points, selected } = this.#session;
        this.#session.change(points.with(selected, this.#within({ ...points[selected], x, y })), `move ${selected}`);
        this.#tell();
    }

    /** @param {import("../../shared/plane/points.js").Point} point */
    #within(point) {
        const inside = (/** @type {number} */ value) => Math.max(this.#domain.low, Math.min(this.#domain.high, value));
        return { ...point, x: inside(point.x), y: inside(point.y) };
    }

    #grab(/** @type {PointerEvent} */ event) {
        const [x, y] = this.#place(event);
        const reach = (event.pointerType === "touch" ? NEAR_FINGER : NEAR) * (this.#domain.high - this.#domain.low) / this.#canvas.clientWidth;
        const nearest = this.#session.points.reduce((best, point, i) => {
            const far = Math.hypot(point.x - x, point.y - y);
            return far < best.far ? { far, i } : best;
        }, { far: reach, i: -1 });
        if (nearest.i < 0) {
            this.#add(x, y);
        } else {
            this.#session.selected = nearest.i;
        }
        this.#dragged = this.#session.selected;
        this.#session.isHeld = true;
        this.#canvas.setPointerCapture(event.pointerId);
        this.#tell();
    }

    #letGo() {
        this.#dragged = null;
        this.#session.isHeld = false;
    }

    #drag(/** @type {PointerEvent} */ event) {
        if (this.#dragged !== null && this.#dragged === this.#session.selected) {
            this.#move(...this.#place(event));
        }
    }

    /** The place of a pointer in the plane. @returns {[number, number]} */
    #place(/** @type {PointerEvent} */ event) {
        const box = this.#canvas.getBoundingClientRect();
        const { low, high } = this.#domain;
        return [low + ((high - low) * (event.clientX - box.left)) / box.width, high - ((high - low) * (event.clientY - box.top)) / box.height];
    }

    /** Says which point is selected, and draws. */
    #tell() {
        const { points, selected } = this.#session;
        const { x, y, high, held } = points[selected];
        const text = `${selected + 1} of ${points.length}`;
        const more = `${high ? "blue" : "orange"}${held ? ", held back" : ""}, x₁ ${brief(x)}, x₂ ${brief(y)}`;
        const part = (/** @type {string} */ selector) => /** @type {HTMLElement | null} */ (this.#map.querySelector(selector));
        write(part(".points-tools output"), text);
        write(part("[data-part=where]"), more[0].toUpperCase() + more.slice(1));
        withdraw(part("[data-do=undo]"), "disabled", !this.#session.canUndo, this.#canvas);
        withdraw(part("[data-do=remove]"), "disabled", points.length === 1, this.#canvas);
        this.#canvas.setAttribute("aria-label", "The points: arrow keys move the selected one, Page up and Page down select, N adds one, C recolours, Delete removes, Z undoes");
        this.#redraw();
    }
}

function brief(/** @type {number} */ value) {
    return value.toFixed(2).replace("-", "\u2212");
}
