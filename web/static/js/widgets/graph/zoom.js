import { withdraw } from "../../shared/dom/withdraw.js";

const LEAST = 0.3;
const MOST = 2.5;
const FACTOR = 1.25;

/** The pixels by which one press with Shift pans. */
const PAN = 80;

const BUTTONS = [
    { name: "out", label: "Zoom out", text: "−" },
    { name: "whole", label: "Fit the whole graph", text: "fit" },
    { name: "in", label: "Zoom in", text: "+" },
];

/**
 * The scale of a graph: by buttons, by the keys + − 0, by the wheel with Ctrl, and by two fingers. Until somebody chooses one, the graph has the scale that fits best
 * and can be read. With Shift, the arrow keys move the graph.
 */
export class Zoom {
    place = document.createElement("div");
    /** The chosen scale; without one, the graph has its own. @type {number | null} */ #chosen = null;
    #shown = 1;
    #whole = 1;
    #scroll;
    #change;
    /** The distance of two fingers and the scale when they came. @type {{apart: number, scale: number} | null} */ #pinch = null;

    /** @param {HTMLElement} scroll the element that shows the graph and scrolls @param {() => void} change draws the graph at its scale */
    constructor(scroll, change) {
        this.#scroll = scroll;
        this.#change = change;
        this.place.className = "graph-zoom";
        this.place.setAttribute("role", "group");
        this.place.setAttribute("aria-label", "Size of the graph");
        this.place.replaceChildren(...BUTTONS.map(({ name, label, text }) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "quiet";
            button.dataset.zoom = name;
            button.setAttribute("aria-label", label);
            button.title = label;
            button.textContent = text;
            return button;
        }));
    }

    /** @param {AbortSignal} signal */
    listen(signal) {
        this.place.addEventListener("click", ({ target }) => {
            const name = /** @type {HTMLElement} */ (target).closest("button")?.dataset.zoom;
            if (name) {
                this.#turn(name);
            }
        }, { signal });
        this.#scroll.addEventListener("wheel", (event) => {
            if (event.ctrlKey) {
                event.preventDefault();
                this.#set(this.#shown * Math.exp(-event.deltaY / 300));
            }
        }, { signal, passive: false });
        this.#scroll.addEventListener("touchstart", ({ touches }) => (this.#pinch = touches.length === 2 ? { apart: distance(touches), scale: this.#shown } : null), { signal, passive: true });
        this.#scroll.addEventListener("touchmove", (event) => {
            if (this.#pinch && event.touches.length === 2) {
                event.preventDefault();
                this.#set((this.#pinch.scale * distance(event.touches)) / this.#pinch.apart);
            }
        }, { signal, passive: false });
    }

    /** Forgets what was chosen: another graph has its own scale. */
    reset() {
        this.#chosen = null;
    }

    /** The scale to draw at. @param {number} usual the one that fits best and can be read @param {number} whole the one that shows the whole graph */
    scale(usual, whole) {
        this.#whole = Math.max(LEAST / 2, Math.min(1, whole));
        this.#shown = this.#chosen ?? usual;
        this.place.hidden = this.#chosen === null && usual <= whole;
        const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement | null} */ (this.place.querySelector(`[data-zoom=${name}]`));
        withdraw(button("in"), "disabled", this.#shown >= MOST, button("out"));
        withdraw(button("out"), "disabled", this.#shown <= Math.min(LEAST, this.#whole), button("in"));
        return this.#shown;
    }

    /** Takes a key of the graph; answers whether it was one of these. @param {KeyboardEvent} event */
    key({ key, shiftKey }) {
        const name = { "+": "in", "=": "in", "-": "out", "0": "whole" }[key];
        const way = /** @type {Record<string, [number, number]>} */ ({
            ArrowUp: [0, -PAN], ArrowDown: [0, PAN], ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0] })[key];
        if (name) {
            this.#turn(name);
        } else if (way && shiftKey) {
            this.#scroll.scrollBy(...way);
        } else {
            return false;
        }
        return true;
    }

    #turn(/** @type {string} */ name) {
        this.#set(name === "whole" ? this.#whole : this.#shown * (name === "in" ? FACTOR : 1 / FACTOR));
    }

    /** Draws at another scale; the middle of the view stays in the middle. */
    #set(/** @type {number} */ scale) {
        const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroll;
        const before = this.#shown;
        this.#chosen = Math.max(Math.min(LEAST, this.#whole), Math.min(MOST, scale));
        this.#change();
        const grown = this.#shown / before;
        this.#scroll.scrollTo({
            left: (scrollLeft + clientWidth / 2) * grown - clientWidth / 2,
            top: (scrollTop + clientHeight / 2) * grown - clientHeight / 2,
            behavior: "instant",
        });
    }
}

/** @param {TouchList} touches two fingers */
function distance([one, other]) {
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
