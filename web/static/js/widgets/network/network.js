import { detailsOf, frameOf, hasNumbers, ownerOf } from "../../shared/dom/details.js";
import { domainOf, isPlane } from "../../shared/plane/domain.js";
import { count } from "../../shared/numbers.js";
import { itemName, reading } from "../../shared/reading.js";
import { granted } from "../../shared/dom/room.js";
import { svg } from "../../shared/dom/svg.js";
import { knows } from "../../shared/words.js";
import { StageWidget } from "../../stage-widget.js";
import { ExampleRing } from "./example-ring.js";
import { Fold } from "./fold.js";
import { hit } from "./hit.js";
import { flowAt, frameAt, Inside, isKnown } from "./inside.js";
import { layInto, layOut } from "./layout.js";
import { Lines } from "./lines.js";
import { Maps } from "./maps.js";
import { Marks } from "./marks.js";
import { Neurons } from "./neurons.js";
import { Pulses } from "./pulses.js";
import { Signs, signsButton } from "./signs.js";
import { isUntouched, tried, TrialNote } from "./trial.js";
import { nextPlace } from "./arrow-keys.js";

/** The height for which the sizes of neurons are made, and how many times larger they become at most. */
const USUAL_ROOM = 380;
const MOST_GROWTH = 1.7;

/**
 * `<x-network data-height="380">`: the network. A weight is a line, wide by its size, blue above zero and orange below; a
 * neuron holds a map of what it answers over the input plane, or its activation's shade. Of single steps the gradients are seen
 * to go back. Arrow keys go along the connections. Of a wide layer some neurons stand for all; it can be opened, and others be drawn.
 */
class NetworkDiagram extends StageWidget {
    figure = { name: "Network diagram", line: "Each line is a weight: the larger, the thicker. Blue is positive, orange is negative." };
    /** @type {import("./layout.js").Layout | null} */ #layout = null;
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    #fold = new Fold([]);
    #more = document.createElement("div");
    /** The list that opens a folded layer; loaded when one is opened. @type {import("./roster.js").Roster | null} */ #roster = null;
    /** @type {import("./arrow-keys.js").Place} */ #place = { item: { kind: "neuron", at: [0, 0] }, about: "source" };
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;
    /** @type {Maps | null} */ #maps = null;
    /** @type {Marks | null} */ #marks = null;
    /** @type {Pulses | null} */ #pulses = null;
    /** @type {Signs | null} */ #signs = null;
    /** @type {Inside | null} */ #inside = null;
    /** @type {ExampleRing | null} */ #ring = null;
    /** The neurons that are pointed out, by layer and number. @type {string[]} */ #pointedOut = [];
    #flowed = "";
    #entered = false;
    #lines = new Lines();
    #neurons = new Neurons();
    #canvas = document.createElement("canvas");
    #figure = document.createElement("div");
    #said = document.createElement("p");
    #trial = new TrialNote();
    #sized = new ResizeObserver(() => this.#resize());

    enter(/** @type {AbortSignal} */ signal) {
        this.#figure.className = "network-figure";
        this.#figure.tabIndex = 0;
        this.#figure.setAttribute("role", "application");
        this.#figure.setAttribute("aria-roledescription", "network");
        this.#figure.setAttribute("aria-label", "The network: the arrow keys move from connection to connection; type a digit or press Enter to set the selected weight");
        this.#said.className = "unseen";
        this.#said.setAttribute("role", "status");
        this.#more.className = "network-more";
        const frame = document.createElement("div");
        frame.className = "network-frame";
        frame.append(this.#figure, this.#trial.element, this.#more, signsButton(() => this.stage.redraw()));
        this.replaceChildren(frame, this.#said);
        this.#figure.addEventListener("pointermove", (e) => e.pointerType !== "touch" && this.#point(e, "point"), { signal });
        this.#figure.addEventListener("pointerleave", () => this.stage.select(null), { signal });
        this.#figure.addEventListener("click", (e) => this.#point(e, "toggle"), { signal });
        this.#figure.addEventListener("keydown", (e) => this.#key(e), { signal });
        this.stage.addEventListener("step", (event) => this.#layout
            && this.#pulses?.run(this.#layout, this.#folded(/** @type {CustomEvent} */ (event).detail.from)), { signal });
        this.stage.addEventListener("point-out", (event) => {
            this.#pointedOut = /** @type {CustomEvent} */ (event).detail.units;
            this.#neurons.pointOut(this.#fold.at, this.#pointedOut);
        }, { signal });
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#fold = new Fold(setup.spec.network.layers);
        this.#watch();
        this.#roster?.close();
        this.#maps = isPlane(setup) ? new Maps(setup, domainOf(setup.data), this.#fold) : null;
        this.#layout = null;
        this.#resize();
    }

    #resize() {
        const width = this.clientWidth;
        const room = granted(this);
        if (!this.#setup || width === 0 || (this.#layout?.width === width && (room === null || this.#layout.height === room))) {
            return;
        }
        const { layers } = this.#setup.spec.network;
        const layout = room === null ? layOut(layers, width, Number(this.dataset.height ?? 320)) : layInto(layers, width, room, growth(this, room));
        this.#layout = layout;
        const scale = devicePixelRatio || 1;
        this.#canvas.width = Math.round(width * scale);
        this.#canvas.height = Math.round(layout.height * scale);
        this.#canvas.style.height = `${layout.height}px`;
        this.#canvas.getContext("2d")?.scale(scale, scale);
        this.#figure.replaceChildren(this.#canvas);
        const root = svg(this.#figure, "svg", { "viewBox": `0 0 ${width} ${layout.height}`, "aria-hidden": "true" });
        const [lines, signs, pulses, neurons, ring, inside, before] =
            ["lines", "signs", "pulses", "neurons", "example", "inside", "before"].map((name) => svg(root, "g", { class: name }));
        this.#marks = new Marks(before);
        this.#inside = new Inside(inside);
        this.#ring = new ExampleRing(ring);
        this.#pulses = new Pulses(pulses);
        this.#signs = new Signs(signs);
        this.#signs.place(layout);
        this.#lines = new Lines();
        this.#lines.place(lines, layout);
        this.#neurons.place(neurons, layout, this.#setup, this.#maps === null);
        this.#neurons.name(this.#fold.at);
        this.#neurons.pointOut(this.#fold.at, this.#pointedOut);
        this.#offer(layout);
        this.redraw();
    }

    /** Under each layer that is folded a button that opens it. */
    #offer(/** @type {import("./layout.js").Layout} */ { columns, height }) {
        this.#more.replaceChildren(...columns.flatMap(({ x, hidden, moreY }, layer) => {
            if (hidden === 0) {
                return [];
            }
            const button = document.createElement("button");
            button.type = "button";
            button.className = "quiet";
            button.textContent = `… ${count(hidden)} more`;
            button.style.left = `${x}px`;
            button.style.top = `${Math.min(moreY, height - 12)}px`;
            button.addEventListener("click", () => this.#open(layer));
            return [button];
        }));
    }

    async #open(/** @type {number} */ layer) {
        const { Roster } = await import("./roster.js");
        this.#roster ??= new Roster((l, j) => this.#bring(l, j), () => this.#figure.focus());
        if (this.#setup) {
            this.append(this.#roster.root);
            this.#roster.open(layer, this.#setup);
            this.stage.redraw("select");
        }
    }

    /** Has another neuron of a folded layer drawn, and selects it. */
    #bring(/** @type {number} */ layer, /** @type {number} */ j) {
        this.#fold.bring(layer, j);
        this.#watch();
        this.#neurons.name(this.#fold.at);
        this.stage.select({ kind: "neuron", at: [layer, j] }, "hold");
        this.stage.redraw();
    }

    /** The numbers of what is drawn come with each frame, also while the run goes on. */
    #watch() {
        this.stage.watch(this.#fold.isWhole ? undefined : [...this.#fold.at]);
    }

    /** A frame of what is drawn. @returns {import("../../shared/types.js").Frame} */
    #folded(/** @type {any} */ frame) {
        const details = detailsOf(this.stage);
        return this.#fold.frame(frame, (layer, j) => details.of(frame, layer, j));
    }

    /** Asks for the numbers of the drawn neurons that the frame does not have, while it is at rest. */
    #ask(/** @type {any} */ frame, /** @type {import("../../shared/types.js").Progress} */ { state }) {
        if (!frame.weights && state !== "running" && JSON.stringify(frame.excerpt?.neurons) !== JSON.stringify(this.#fold.at)) {
            detailsOf(this.stage).want(frame, this.#fold.at.flatMap((drawn, layer) =>
                (layer === 0 ? [] : drawn.map((j) => /** @type {[number, number]} */ ([layer, j])))));
        }
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item },
        /** @type {any} */ _curve, /** @type {import("../../shared/types.js").Progress} */ progress,
        /** @type {import("../../shared/types.js").Substep | null} */ at) {
        const layout = this.#layout;
        if (!layout || !this.#setup || !frame.activations) {
            return;
        }
        this.#frame = frame;
        this.#ask(frame, progress);
        this.#roster?.draw(frame, this.#fold.at);
        const { trial } = this.stage;
        this.#trial.show(trial, frame, this.#setup);
        const onPad = this.stage.drawnActivations;
        const seen = tried(onPad ? { ...frame, activations: onPad } : frame, trial);
        const drawn = this.#folded(seen);
        const substep = this.#fold.substep(at);
        const shown = substep ? frameAt(drawn, substep) : drawn;
        const isMapped = this.#maps !== null && frame.weights !== undefined && !substep;
        this.#lines.show(shown);
        this.#signs?.show(shown.weights);
        this.#neurons.show(shown, this.#setup.spec.network.activations, substep
            ? (l, j) => isKnown(substep, drawn.weights.length, l, j) : isMapped ? null : () => true);
        this.#inside?.show(layout, drawn, substep, knows(this.stage, "delta"));
        this.#flow(drawn, substep);
        this.#ring?.show(layout, this.#setup, isMapped && this.stage.querySelector("x-examples") ? frame.example : null);
        this.#figure.classList.toggle("taken-apart", !isMapped);
        const context = isMapped ? this.#canvas.getContext("2d") : null;
        if (context) {
            this.#maps?.draw(context, layout, seen);
        }
        this.#marks?.show(layout, shown, this.#hasNumbers(frame, item) && isUntouched(item, trial) ? this.#fold.inner(item) : null, { inside: substep !== null, round: !isMapped });
    }

    /** Returns whether the number of an item is known. @param {any} frame @param {import("../../shared/types.js").Item | null} item */
    #hasNumbers(frame, item) {
        return item !== null && (item.kind === "neuron" || hasNumbers(frame, item, detailsOf(this.stage).of(frame, ...ownerOf(item))));
    }

    /** Draws the flow along the lines, once when the step comes to a substep. */
    #flow(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Substep | null} */ substep) {
        const key = substep ? [frame.step, substep.part, substep.layer, substep.neuron].join() : "";
        const isNew = key !== this.#flowed && substep !== null;
        this.#flowed = key;
        if (isNew && this.#layout && !knows(this.stage, "delta")) {
            this.#pulses?.sweep(this.#layout, frame, substep.part);
            return;
        }
        const flow = isNew ? flowAt(frame, substep) : null;
        if (flow && this.#layout) {
            this.#pulses?.flow(this.#layout, flow);
        }
    }

    #point(/** @type {MouseEvent} */ event, /** @type {"point" | "toggle"} */ how) {
        const box = this.#figure.getBoundingClientRect();
        const item = this.#layout && hit(this.#layout, event.clientX - box.left, event.clientY - box.top);
        this.#figure.classList.toggle("over", item !== null);
        this.stage.select(this.#fold.outer(item), how);
        if (item && how === "toggle") {
            this.#place = { item, about: this.#place.about };
            this.#entered = true;
        }
    }

    /** An item and its numbers, if they are known. */
    #read(/** @type {import("../../shared/types.js").Item} */ item) {
        const frame = /** @type {any} */ (this.#frame);
        const setup = /** @type {import("../../shared/types.js").Setup} */ (this.#setup);
        const [layer, j] = ownerOf(item);
        const detail = frame.weights ? undefined : detailsOf(this.stage).of(frame, layer, j);
        const known = frame.weights || layer === 0 ? frame : detail && hasNumbers(frame, item, detail) && frameOf(frame, layer, j, detail);
        return known ? reading(item, known, setup, (word) => knows(this.stage, word)).plain : itemName(item, setup);
    }

    #key(/** @type {KeyboardEvent} */ event) {
        if (!this.#setup || !this.#frame || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        if (event.key.startsWith("Arrow")) {
            this.#place = this.#entered ? nextPlace(this.#place, event.key, this.#setup.spec.network.layers) : this.#place;
            this.#entered = true;
            const item = /** @type {import("../../shared/types.js").Item} */ (this.#fold.outer(this.#place.item));
            this.stage.select(item, "hold");
            this.#said.textContent = this.#read(item);
        } else if (event.key === "Escape") {
            this.stage.select(null, "hold");
            this.#entered = false;
            this.#said.textContent = "Nothing selected";
        } else if (/^([-.\d]|Enter)$/.test(event.key)) {
            this.stage.dispatchEvent(new CustomEvent("type", { detail: { key: event.key, from: this } }));
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

/** Neurons grow with the room where a page asks for it, up to a size that leaves room for their lines. */
function growth(/** @type {HTMLElement} */ { dataset }, /** @type {number} */ room) {
    return dataset.grows === undefined ? 1 : Math.min(MOST_GROWTH, Math.max(1, room / USUAL_ROOM));
}

customElements.define("x-network", NetworkDiagram);
