import { svg } from "../dom/svg.js";
import { cutSquare, towardOne } from "./line.js";

/** The drawing's own units: a square with room for the axes' names. */
const SIZE = 420;
const LEFT = 34;
const TOP = 10;
const SIDE = SIZE - LEFT - TOP;
/** The arrow from a line toward the outputs 1, and its name beyond its tip. */
const ARROW = 34;
const HEAD = 7;
const BEYOND = 13;
/** The places along a line that its arrow may have; the first of the freest is taken. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8];
/** An arrow's name at this distance from a dot is free. */
const FREE = 34;

/** @typedef {import("./line.js").Point} Point */
/** @typedef {import("./line.js").Neuron} Neuron */

/** A plane of two quantities, drawn as a square with its axes. */
export class Square {
    root;
    /** Below all lines: the sides of the outputs 1. */ ground;
    #domain;

    /**
     * @param {Element} room
     * @param {{low: number, high: number}} domain of both quantities
     * @param {{label: string, x: string, y: string, ticks: number[]}} words what the plane and its axes are called
     */
    constructor(room, domain, { label, x, y, ticks }) {
        this.#domain = domain;
        this.root = svg(room, "svg", { "class": "square-plane", "viewBox": `0 0 ${SIZE} ${SIZE}`, "role": "group", "aria-label": label });
        svg(this.root, "rect", { class: "plate", x: LEFT, y: TOP, width: SIDE, height: SIDE });
        this.ground = svg(this.root, "g");
        ticks.forEach((value) => this.#tick(value));
        const [middle] = this.drawn([(domain.low + domain.high) / 2, 0]);
        writeName(this.root, x, { "x": middle, "y": SIZE - 6, "text-anchor": "middle", "class": "axis" });
        writeName(this.root, y, { x: 4, y: TOP + SIDE / 2 + 5, class: "axis" });
    }

    #tick(/** @type {number} */ value) {
        const [x, y] = this.drawn([value, value]);
        svg(this.root, "path", { class: "grid", d: `M${x} ${TOP}V${TOP + SIDE}M${LEFT} ${y}H${LEFT + SIDE}` });
        writeName(this.root, String(value), { "x": x, "y": TOP + SIDE + 17, "text-anchor": "middle" });
        writeName(this.root, String(value), { "x": LEFT - 7, "y": y + 5, "text-anchor": "end" });
    }

    /** The place at which a point is drawn. @param {Point} point @returns {Point} */
    drawn([x, y]) {
        const { low, high } = this.#domain;
        const share = (/** @type {number} */ value) => (value - low) / (high - low);
        return [LEFT + SIDE * share(x), TOP + SIDE * (1 - share(y))];
    }

    /** The point that is drawn there, or the nearest one of the plane. @param {Point} at @returns {Point} */
    pointAt([left, top]) {
        const { low, high } = this.#domain;
        const inside = (/** @type {number} */ share) => low + (high - low) * Math.min(1, Math.max(0, share));
        return [inside((left - LEFT) / SIDE), inside(1 - (top - TOP) / SIDE)];
    }

    /** The part of the plane on which a neuron's sum is above 0, and the ends of its line, as they are drawn. @param {Neuron} neuron */
    cut(neuron) {
        const { side, ends } = cutSquare(neuron, this.#domain);
        return { side: side.map((point) => this.drawn(point)), ends: ends.map((point) => this.drawn(point)) };
    }
}

/** One neuron's line in a square, with the side of the outputs 1 and an arrow that points to it. */
export class LineOf {
    #square;
    #side;
    #line;
    #arrow;
    #name;
    #root;

    /** @param {Square} square @param {string} kind how it looks, as the style sheet calls it @param {string} name at the arrow's tip */
    constructor(square, kind, name = "1") {
        this.#square = square;
        this.#root = svg(square.root, "g", { class: `line-of ${kind}` });
        this.#side = svg(square.ground, "path", { class: `side ${kind}` });
        this.#line = svg(this.#root, "path", { class: "line" });
        this.#arrow = svg(this.#root, "path", { class: "arrow" });
        this.#name = svg(this.#root, "text", { "text-anchor": "middle" });
        this.#name.textContent = name;
    }

    /**
     * Draws a neuron's line, or nothing where it has none in the plane.
     *
     * @param {Neuron | null} neuron
     * @param {Point[]} dots that its name keeps clear of, as they are drawn
     * @returns {Point[]} the place of its name, if it has a line
     */
    draw(neuron, dots = []) {
        const { side, ends } = neuron ? this.#square.cut(neuron) : { side: [], ends: [] };
        this.#side.setAttribute("d", side.length ? `M${side.map((point) => point.join(" ")).join("L")}Z` : "");
        const toward = neuron && ends.length === 2 ? towardOne(neuron) : null;
        this.#root.toggleAttribute("data-away", toward === null);
        if (toward === null) {
            return [];
        }
        const [from, to] = ends;
        this.#line.setAttribute("d", `M${from.join(" ")}L${to.join(" ")}`);
        /** @type {Point} */
        const direction = [toward[0], -toward[1]];
        const along = (/** @type {number} */ share) => /** @type {Point} */ ([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
        const room = (/** @type {number} */ share) => Math.min(FREE, ...dots.map((dot) => distance(dot, beyond(along(share), direction))));
        const start = along(PLACES.reduce((best, share) => (room(share) > room(best) ? share : best)));
        this.#drawArrow(start, direction);
        return [beyond(start, direction)];
    }

    /** @param {Point} from @param {Point} direction */
    #drawArrow([x, y], [dx, dy]) {
        const [nameX, nameY] = beyond([x, y], [dx, dy]);
        const [tipX, tipY] = [x + ARROW * dx, y + ARROW * dy];
        const back = (/** @type {number} */ side) => `${tipX - HEAD * dx - side * HEAD * 0.6 * dy} ${tipY - HEAD * dy + side * HEAD * 0.6 * dx}`;
        this.#arrow.setAttribute("d", `M${x} ${y}L${tipX} ${tipY}M${back(1)}L${tipX} ${tipY}L${back(-1)}`);
        this.#name.setAttribute("x", String(nameX));
        this.#name.setAttribute("y", String(nameY + 5));
    }
}

/** The place of an arrow's name. @param {Point} from @param {Point} direction @returns {Point} */
function beyond([x, y], [dx, dy]) {
    return [x + (ARROW + BEYOND) * dx, y + (ARROW + BEYOND) * dy];
}

/** @param {Point} a @param {Point} b */
function distance(a, b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** @param {Element} room @param {string} text @param {Record<string, string | number>} attributes */
function writeName(room, text, attributes) {
    svg(room, "text", attributes).textContent = text;
}
