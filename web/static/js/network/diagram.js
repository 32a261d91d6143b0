import { domainOf, isPlane } from "../shared/domain.js";
import { reading } from "../shared/reading.js";
import { svg } from "../shared/svg.js";
import { StageWidget } from "../stage-widget.js";
import { hit } from "./hit.js";
import { flowAt, frameAt, Inside, isKnown } from "./inside.js";
import { layOut } from "./layout.js";
import { Lines } from "./lines.js";
import { Maps } from "./maps.js";
import { Marks } from "./marks.js";
import { Neurons } from "./neurons.js";
import { Pulses } from "./pulses.js";
import { Signs, signsButton } from "./signs.js";
import { walk } from "./walk.js";

/**
 * `<x-network data-height="380">`: the network. A weight is a line, wide by its size, blue above zero and orange below; a
 * neuron holds a map of what it answers over the input plane, or its activation's shade. Of single steps the gradients are seen
 * to go back. Arrow keys go along the connections.
 */
class NetworkDiagram extends StageWidget {
    /** @type {import("./layout.js").Layout | null} */ #layout = null;
    /** @type {import("../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("./walk.js").Place} */ #place = { item: { kind: "neuron", at: [0, 0] }, about: "source" };
    /** @type {import("../shared/types.js").Frame | null} */ #frame = null;
    /** @type {Maps | null} */ #maps = null;
    /** @type {Marks | null} */ #marks = null;
    /** @type {Pulses | null} */ #pulses = null;
    /** @type {Signs | null} */ #signs = null;
    /** @type {Inside | null} */ #inside = null;
    #flowed = "";
    #entered = false;
    #lines = new Lines();
    #neurons = new Neurons();
    #canvas = document.createElement("canvas");
    #figure = document.createElement("div");
    #said = document.createElement("p");
    #sized = new ResizeObserver(() => this.#resize());

    enter(/** @type {AbortSignal} */ signal) {
        this.#figure.className = "network-figure";
        this.#figure.tabIndex = 0;
        this.#figure.setAttribute("role", "application");
        this.#figure.setAttribute("aria-roledescription", "network");
        this.#figure.setAttribute("aria-label", "The network: arrow keys go along its connections, a digit or Enter sets the weight that one is on");
        this.#said.className = "unseen";
        this.#said.setAttribute("role", "status");
        this.replaceChildren(this.#figure, signsButton(() => this.stage.redraw()), this.#said);
        this.#figure.addEventListener("pointermove", (e) => e.pointerType !== "touch" && this.#point(e, "point"), { signal });
        this.#figure.addEventListener("pointerleave", () => this.stage.select(null), { signal });
        this.#figure.addEventListener("click", (e) => this.#point(e, "toggle"), { signal });
        this.#figure.addEventListener("keydown", (e) => this.#key(e), { signal });
        this.stage.addEventListener("step", (event) => this.#layout
            && this.#pulses?.run(this.#layout, /** @type {CustomEvent} */ (event).detail.from), { signal });
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#maps = isPlane(setup.data) ? new Maps(setup, domainOf(setup.data)) : null;
        this.#layout = null;
        this.#resize();
    }

    #resize() {
        const width = this.clientWidth;
        if (!this.#setup || width === 0 || this.#layout?.width === width) {
            return;
        }
        const layout = layOut(this.#setup.spec.network.layers, width, Number(this.dataset.height ?? 320));
        this.#layout = layout;
        const scale = devicePixelRatio || 1;
        this.#canvas.width = Math.round(width * scale);
        this.#canvas.height = Math.round(layout.height * scale);
        this.#canvas.style.height = `${layout.height}px`;
        this.#canvas.getContext("2d")?.scale(scale, scale);
        this.#figure.replaceChildren(this.#canvas);
        const root = svg(this.#figure, "svg", { "viewBox": `0 0 ${width} ${layout.height}`, "aria-hidden": "true" });
        const [lines, signs, pulses, neurons, inside, before] =
            ["lines", "signs", "pulses", "neurons", "inside", "before"].map((name) => svg(root, "g", { class: name }));
        this.#marks = new Marks(before);
        this.#inside = new Inside(inside);
        this.#pulses = new Pulses(pulses);
        this.#signs = new Signs(signs);
        this.#signs.place(layout);
        this.#lines = new Lines();
        this.#lines.place(lines, layout);
        this.#neurons.place(neurons, layout, this.#setup, this.#maps === null);
        this.stage.redraw();
    }

    draw(/** @type {import("../shared/types.js").Frame} */ frame, /** @type {import("../shared/types.js").Selection} */ { item },
        /** @type {any} */ _curve, /** @type {any} */ _progress, /** @type {import("../shared/types.js").Moment | null} */ moment) {
        const layout = this.#layout;
        if (!layout || !this.#setup) {
            return;
        }
        const { activations } = this.#setup.spec.network;
        if (!frame.weights) {
            this.#neurons.show(frame, activations, null);
            return;
        }
        const shown = moment ? frameAt(frame, moment) : frame;
        this.#lines.show(shown);
        this.#signs?.show(shown.weights);
        this.#neurons.show(shown, activations,
            moment && ((l, j) => isKnown(moment, frame.weights.length, l, j)));
        this.#inside?.show(layout, frame, moment);
        this.#flow(frame, moment);
        this.#figure.classList.toggle("taken-apart", moment !== null);
        const context = moment ? null : this.#canvas.getContext("2d");
        if (context) {
            this.#maps?.draw(context, layout, frame);
        }
        this.#marks?.show(layout, shown, item, { inside: moment !== null, round: moment !== null || this.#maps === null });
        this.#frame = frame;
    }

    /** What flows along the lines, once as a moment is come to. */
    #flow(/** @type {import("../shared/types.js").Frame} */ frame, /** @type {import("../shared/types.js").Moment | null} */ moment) {
        const key = moment ? [frame.step, moment.part, moment.layer, moment.neuron].join() : "";
        const flow = key !== this.#flowed && moment ? flowAt(frame, moment) : null;
        this.#flowed = key;
        if (flow && this.#layout) {
            this.#pulses?.flow(this.#layout, flow);
        }
    }

    #point(/** @type {MouseEvent} */ event, /** @type {"point" | "toggle"} */ how) {
        const box = this.#figure.getBoundingClientRect();
        const item = this.#layout && hit(this.#layout, event.clientX - box.left, event.clientY - box.top);
        this.#figure.classList.toggle("over", item !== null);
        this.stage.select(item, how);
        if (item && how === "toggle") {
            this.#place = { item, about: this.#place.about };
            this.#entered = true;
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        if (!this.#setup || !this.#frame || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        if (event.key.startsWith("Arrow")) {
            this.#place = this.#entered ? walk(this.#place, event.key, this.#setup.spec.network.layers) : this.#place;
            this.#entered = true;
            this.stage.select(this.#place.item, "hold");
            this.#said.textContent = reading(this.#place.item, this.#frame, this.#setup).plain;
        } else if (event.key === "Escape") {
            this.stage.select(null, "hold");
            this.#entered = false;
            this.#said.textContent = "Nothing selected";
        } else if (/^([-.\d]|Enter)$/.test(event.key)) {
            this.stage.dispatchEvent(new CustomEvent("type", { detail: { key: event.key } }));
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

customElements.define("x-network", NetworkDiagram);
