import { Editor } from "./editor.js";
import { GraphFigure } from "./figure.js";
import { Guesses } from "./guesses.js";
import { neighbour } from "./neighbour.js";
import { opened } from "./opened.js";
import { upright } from "./upright.js";
import { Values } from "./values.js";
import { Zoom } from "./zoom.js";
import { stateAt, stepsOf } from "../../graph/passes.js";
import { stepWords } from "../../graph/words.js";
import { svg } from "../../shared/dom/svg.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const PACE = 1800;
/** The room at the sides for the numbers under the outermost nodes. */
const MARGIN = 34;
const SMALLEST = 0.82;
/** A graph that just does not fit is made a little smaller than that instead of scrolled. */
const SQUEEZED = 0.6;
const LARGEST = 1.2;
/** The width below which a graph is drawn upright. */
const NARROW = 480;
/** The share of the window's height that a graph takes at most, as long as it can be read. */
const TALLEST = 0.46;
/** The large button's label in the forward pass, and in the backward pass. */
const VALUE = "Next value";
const DERIVATIVE = "Next derivative";
const PLAY = "M7 4l13 8-13 8z";
const BUTTONS = [
    { name: "first", label: "To the beginning", icon: "M5 5h2.2v14H5zM19 5v14l-9-7z" },
    { name: "previous", label: "Step back", key: ",", icon: "M19 11H8.800l4.100-4.100L11.500 5.500 5 12l6.500 6.500 1.400-1.400L8.800 13H19z" },
    { name: "next", label: VALUE, key: ".", icon: "" },
    { name: "last", label: "To the end", icon: "M5 5v14l9-7zM16.800 5H19v14h-2.200z" },
    { name: "play", label: "Play", key: "Space", icon: PLAY },
];
const PAUSE = "M6 4h4v16H6zM14 4h4v16h-4z";

/**
 * `<x-graph>` on a stage of an expression: its computation graph. Values go forward and derivatives back, one node at a time;
 * what is not reached yet is hidden, so that it can be guessed first. A selected node shows the sources of its numbers.
 */
class GraphWidget extends StageWidget {
    figure = { name: "Computation graph", line: "Values go forward through the formula, and derivatives go back." };
    /** @type {any} */ #graph = null;
    /** @type {GraphFigure | null} */ #figure = null;
    /** @type {import("../../graph/passes.js").Step[]} */ #steps = [];
    #at = 0;
    /** The step that the last press leads to; several may come before the next drawing. */
    #aim = 0;
    #playing = 0;
    #described = -1;
    /** @type {number | null} */ #selected = null;
    #scroll = make("div", "graph-figure");
    #words = make("p", "graph-words");
    #opened = make("div", "graph-opened");
    #place = make("p", "graph-place");
    #buttons = make("div", "graph-buttons");
    #values = new Values(make("div", "graph-values"), (values) => this.stage.act("values", values));
    #guesses = new Guesses(make("form", "graph-guesses"), () => this.#go(this.#aim + 1),
        () => this.#buttons.querySelector("[data-part=next]:not([disabled]), [data-part=previous]"));
    /** @type {Editor | null} */ #editor = null;
    #zoom = new Zoom(this.#scroll, () => this.#fit());
    #sized = new ResizeObserver(() => this.#fit());

    enter(/** @type {AbortSignal} */ signal) {
        const scroll = this.#scroll;
        scroll.tabIndex = 0;
        scroll.setAttribute("role", "application");
        scroll.setAttribute("aria-roledescription", "computation graph");
        scroll.setAttribute("aria-label", "The computation graph: arrow keys go from node to node, Enter opens one; plus and minus zoom, 0 fits the whole, Shift with an arrow key moves it");
        this.#words.setAttribute("role", "status");
        scroll.addEventListener("click", (event) => this.#select(GraphFigure.at(event.target), "toggle"), { signal });
        scroll.addEventListener("keydown", (event) => this.#key(event), { signal });
        const editor = make("div", "graph-editor");
        if (this.stage.config.graph?.editable) {
            this.#editor = new Editor(editor, (expression) => this.stage.act("expression", { expression }));
            this.stage.addEventListener("faults", (event) => {
                const { faults, typed } = /** @type {CustomEvent} */ (event).detail;
                this.#editor?.refuse(faults, typed, this.#graph?.nodes ?? []);
                this.toggleAttribute("data-stale", faults.length > 0);
            }, { signal });
        }
        const foot = make("div", "graph-foot");
        foot.append(this.#buttons, this.#place, this.#zoom.place);
        this.#zoom.listen(signal);
        this.replaceChildren(editor, scroll, foot, this.#words, this.#guesses.place, this.#opened, this.#values.place);
        this.#makeButtons(signal);
        this.#sized.observe(this);
    }

    leave() {
        clearInterval(this.#playing);
        this.#sized.disconnect();
    }

    #makeButtons(/** @type {AbortSignal} */ signal) {
        this.#buttons.replaceChildren(...BUTTONS.map(({ name, label, key, icon }) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = name === "next" ? "act" : "round";
            button.dataset.part = name;
            button.title = key ? `${label} (${key})` : label;
            if (key) {
                button.dataset.key = key;
            }
            if (name === "next") {
                button.textContent = label;
            } else {
                button.setAttribute("aria-label", label);
                svg(svg(button, "svg", { "viewBox": "0 0 24 24", "aria-hidden": "true" }), "path", { d: icon });
            }
            button.addEventListener("click", () => this.#press(name), { signal });
            return button;
        }));
    }

    #press(/** @type {string} */ name) {
        const last = this.#steps.length - 1;
        if (name === "play") {
            this.#play(this.#playing === 0);
            return;
        }
        this.#play(false);
        if (name === "next" && this.#guesses.check()) {
            return;
        }
        this.#go({ first: 0, previous: this.#aim - 1, next: this.#aim + 1, last }[name] ?? 0);
    }

    #go(/** @type {number} */ step) {
        this.#aim = Math.max(0, Math.min(this.#steps.length - 1, step));
        this.stage.seek(this.#aim);
    }

    #play(/** @type {boolean} */ on) {
        clearInterval(this.#playing);
        this.#playing = 0;
        if (on) {
            if (this.#at === this.#steps.length - 1) {
                this.#go(0);
            }
            this.#playing = setInterval(() => {
                this.#go(this.#at + 1);
                if (this.#at + 1 >= this.#steps.length - 1) {
                    this.#play(false);
                }
            }, PACE);
        }
        const button = this.#buttons.querySelector("[data-part=play]");
        button?.setAttribute("aria-label", on ? "Pause" : "Play");
        button?.querySelector("path")?.setAttribute("d", on ? PAUSE : PLAY);
    }

    build(/** @type {any} */ { graph }) {
        this.#play(false);
        this.#graph = graph;
        this.#steps = stepsOf(graph);
        this.#described = -1;
        this.#aim = 0;
        this.#zoom.reset();
        this.#picture(graph);
        this.#values.build(graph);
        this.#editor?.show(graph.typed);
        this.#fit();
    }

    /** The picture: upright where there is little room. */
    #picture(/** @type {any} */ graph) {
        const layout = this.clientWidth < NARROW ? upright(graph.layout) : graph.layout;
        this.#scroll.replaceChildren();
        const root = svg(this.#scroll, "svg", { "viewBox": `${-MARGIN} 0 ${layout.width + 2 * MARGIN} ${layout.height}`, "aria-hidden": "true" });
        this.#figure = new GraphFigure(root, graph, layout);
    }

    /** Scales the figure to the room that there is, but never so small that it cannot be read: then it scrolls. */
    #fit() {
        if (this.#figure && this.clientWidth > 0 && this.clientWidth < NARROW !== (this.#figure.layout.upright ?? false)) {
            this.#picture(this.#graph);
            this.redraw();
        }
        const root = /** @type {SVGElement | null} */ (this.#scroll.querySelector("svg"));
        if (root && this.#figure && this.clientWidth > 0) {
            const { height } = this.#figure.layout;
            const width = this.#figure.layout.width + 2 * MARGIN;
            const fitting = (this.#scroll.clientWidth - 2) / width;
            const tall = Math.max(SMALLEST, (TALLEST * window.innerHeight) / height);
            const usual = this.#figure.layout.upright ? Math.min(1, fitting) : fitting < SQUEEZED ? SMALLEST : Math.min(LARGEST, fitting, tall);
            const scale = this.#zoom.scale(usual, Math.min(fitting, (TALLEST * window.innerHeight) / height));
            root.setAttribute("width", String(Math.round(width * scale)));
            root.setAttribute("height", String(Math.round(height * scale)));
        }
    }

    draw(/** @type {any} */ { step, values, graph }, /** @type {any} */ { item }) {
        if (!this.#figure || !graph) {
            return;
        }
        this.#graph = graph;
        const forward = step === this.#at + 1;
        this.#at = Math.min(step, this.#steps.length - 1);
        this.#steps = stepsOf(graph);
        this.#selected = item?.kind === "node" ? item.at[0] : null;
        const state = stateAt(graph, this.#steps, this.#at);
        this.#figure.show(graph, state, this.#selected);
        write(this.#words, stepWords(graph, state.now));
        write(this.#place, `${this.#at} of ${this.#steps.length - 1}`);
        this.#values.show(values);
        this.#guesses.show(graph, state, this.#at);
        this.#opened.replaceChildren(...(this.#selected === null ? [] : opened(graph, state, this.#selected)));
        this.#label(state.next);
        this.#limit();
        if (this.#described !== this.#at) {
            this.#described = this.#at;
            this.#reveal(state.now, forward);
        }
        this.#remember(values);
    }

    /** Names on the large button what the next press computes. */
    #label(/** @type {import("../../graph/passes.js").Step | undefined} */ next) {
        const label = next?.kind === "forward" ? VALUE : DERIVATIVE;
        const button = /** @type {HTMLElement | null} */ (this.#buttons.querySelector("[data-part=next]"));
        if (button && button.textContent !== label) {
            write(button, label);
            button.title = `${label} (.)`;
        }
    }

    #limit() {
        const last = this.#steps.length - 1;
        const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (this.#buttons.querySelector(`[data-part=${name}]`));
        const [atFirst, atLast] = [this.#at === 0, this.#at === last];
        const ends = /** @type {[string, boolean, string][]} */ ([
            ["first", atFirst, "next"], ["previous", atFirst, "next"], ["next", atLast, "previous"], ["last", atLast, "previous"]]);
        for (const [name, over, heir] of ends.toSorted(([, one], [, other]) => Number(one) - Number(other))) {
            withdraw(part(name), "disabled", over, part(heir));
        }
    }

    /** Brings the node of this step into sight. */
    #reveal(/** @type {import("../../graph/passes.js").Step} */ step, /** @type {boolean} */ forward) {
        if (forward) {
            this.#figure?.pulse(step);
        }
        const box = this.#figure?.layout.boxes.find((/** @type {any} */ b) => b.node === step.node);
        const root = this.#scroll.querySelector("svg");
        if (box && root && this.#figure && step.kind !== "given") {
            const scale = root.clientWidth / (this.#figure.layout.width + 2 * MARGIN);
            const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
            this.#scroll.scrollTo({ left: (box.x + MARGIN + box.width / 2) * scale - this.#scroll.clientWidth / 2,
                top: (box.y + box.height / 2) * scale - this.#scroll.clientHeight / 2, behavior: calm ? "auto" : "smooth" });
        } else if (step.kind === "given") {
            this.#scroll.scrollTo({ left: 0 });
        }
    }

    /** Keeps the address of a page that asks for it the same as what is shown. */
    #remember(/** @type {Record<string, number>} */ values) {
        if (!this.stage.config.inAddress) {
            return;
        }
        const query = new URLSearchParams({ expression: this.#graph.typed,
            values: Object.entries(values).map(([name, value]) => `${name}:${value}`).join(",") });
        const address = `?${query}`;
        if (location.search !== address && this.dataset.begun) {
            history.replaceState(history.state, "", address);
        }
        this.dataset.begun = "yes";
    }

    #select(/** @type {number | null} */ id, /** @type {"hold" | "toggle"} */ how) {
        this.#selected = id;
        this.stage.select(id === null ? null : /** @type {any} */ ({ kind: "node", at: [id] }), how);
    }

    #key(/** @type {KeyboardEvent} */ event) {
        if (event.altKey || event.ctrlKey || event.metaKey || !this.#graph) {
            return;
        }
        if (event.key.startsWith("Arrow") && !event.shiftKey) {
            this.#select(neighbour(this.#figure?.layout.boxes ?? [], this.#selected, event.key), "hold");
        } else if (event.key === "Escape") {
            this.#select(null, "hold");
        } else if (!this.#zoom.key(event)) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

function make(/** @type {string} */ name, /** @type {string} */ look) {
    const element = document.createElement(name);
    element.className = look;
    return element;
}

customElements.define("x-graph", GraphWidget);
