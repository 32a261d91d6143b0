import { count, percent, short, significant } from "../../shared/numbers.js";
import { gradientLengths } from "../../shared/lengths.js";
import { activations as described } from "../../shared/plane/activations.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const LOOKS_BACK = 14;
const ASK_EVERY_MS = 400;
const MOST_KEPT = 400;
const WIDTH = 240;
const HEIGHT = 44;
const REACT = "units that hardly react";
/** Activations with flat parts. */
/** The margin that keeps a dot at the beginning or the end whole. */
const EDGE = 4;

/**
 * One layer, as the server measures it at a step.
 *
 * @typedef {{gradient: number | null, factor: number | null, flat: number | null, units: number, different: number}} Layer
 * @typedef {{norms: number[], layers: Layer[] | null}} Health
 */

/**
 * `<x-layer-health>`: for each layer how long its gradient is, over the steps and as a multiple of the next layer's, and which share
 * of its units hardly reacts any more: saturated (a lock) or dead (a grey face).
 */
class LayerHealth extends StageWidget {
    figure = { name: "Layer health", line: "The length of the gradient in each layer, and the units that hardly react." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Map<number, Health>} */ #known = new Map();
    /** @type {{line: Element, now: Element, dot: Element, norm: Element, factor: Element, alike: Element, share: Element, bar: HTMLElement, flat: Element}[]} */ #rows = [];
    #asked = -1;
    #recalled = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    #table = document.createElement("div");
    #words = document.createElement("p");

    enter() {
        this.#table.className = "health";
        this.#words.className = "note";
        this.replaceChildren(this.#table, this.#words);
    }

    leave() {
        clearTimeout(this.#waiting);
        this.#waiting = undefined;
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#known.clear();
        this.#asked = -1;
        this.#recalled = false;
        const { layers, activations } = setup.spec.network;
        this.#table.replaceChildren(...["layer", "length of its gradient", REACT].map((text) => cell("head", text)));
        this.#rows = activations.map((name, l) => this.#row(l === layers.length - 2 ? "output" : `hidden ${l + 1}`, name));
    }

    #row(/** @type {string} */ name, /** @type {string} */ activation) {
        const head = cell("layer", name);
        const small = document.createElement("small");
        small.textContent = activation;
        const alike = document.createElement("small");
        head.append(small, alike);
        const chart = cell("chart-cell", "");
        const root = svg(chart, "svg", { "viewBox": `0 0 ${WIDTH} ${HEIGHT}`, "preserveAspectRatio": "none", "aria-hidden": "true" });
        const line = svg(root, "path", { "class": "norms", "vector-effect": "non-scaling-stroke" });
        const now = svg(root, "path", { "class": "now", "vector-effect": "non-scaling-stroke" });
        const dot = svg(root, "path", { "class": "dot", "vector-effect": "non-scaling-stroke" });
        const norm = document.createElement("b");
        const factor = document.createElement("small");
        const length = cell("norm", "");
        length.append(norm, factor);
        chart.append(length);
        const flat = cell("flat", "");
        const bar = document.createElement("span");
        const share = document.createElement("b");
        const { flat: state } = described[activation];
        const mark = sign(state === "dead");
        bar.className = "flat-bar";
        bar.append(document.createElement("i"));
        /** @type {HTMLElement} */ (bar.firstChild).style.width = "0";
        const words = document.createElement("span");
        words.className = "flat-words";
        words.textContent = REACT;
        flat.append(...(state ? [mark, words, bar, share] : []));
        this.#table.append(head, chart, flat);
        return { line, now, dot, norm, factor, alike, share, bar: /** @type {HTMLElement} */ (bar.firstChild), flat };
    }

    draw(/** @type {any} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { shown, newest }) {
        if (!this.#setup || this.#rows.length === 0) {
            return;
        }
        this.#keep(shown, { norms: gradientLengths(frame), layers: this.#known.get(shown)?.layers ?? null });
        this.#show(shown, newest);
        if (!this.#recalled && newest > 1) {
            this.#recalled = true;
            this.#recall(newest);
        }
        if (this.#known.get(shown)?.layers === null) {
            this.#waiting ??= setTimeout(() => this.#ask(), ASK_EVERY_MS);
        }
    }

    #keep(/** @type {number} */ step, /** @type {Health} */ health) {
        this.#known.set(step, health);
        if (this.#known.size > MOST_KEPT) {
            const odd = [...this.#known.keys()].sort((a, b) => a - b).filter((_, i) => i % 2 === 1);
            odd.forEach((key) => this.#known.delete(key));
        }
    }

    /** The steps before this page looked. */
    async #recall(/** @type {number} */ newest) {
        for (let i = 0; i < LOOKS_BACK; i++) {
            const step = Math.round((newest * i) / LOOKS_BACK);
            if (!this.#known.has(step) && this.isConnected) {
                try {
                    this.#keep(step, { norms: gradientLengths(await this.stage.ask(`frames/${step}?detail=summary&digits=5`)), layers: null });
                } catch {
                    return;
                }
            }
        }
        this.redraw();
    }

    /** Has the server measure the layers at the step that is shown by now. */
    async #ask() {
        this.#waiting = undefined;
        const step = this.stage.progress.shown;
        if (this.#asked === step) {
            return;
        }
        this.#asked = step;
        const setup = this.#setup;
        try {
            const { layers } = await this.stage.ask(`health?step=${step}`);
            const known = this.#known.get(step);
            if (known && setup === this.#setup) {
                known.layers = layers;
                this.redraw();
            }
        } catch {
            // A recording holds no answers to this; the columns stay empty.
        }
    }

    #show(/** @type {number} */ shown, /** @type {number} */ newest) {
        const steps = [...this.#known.keys()].sort((a, b) => a - b);
        const all = steps.flatMap((step) => this.#known.get(step)?.norms ?? []).filter((norm) => norm > 0).map(Math.log10);
        const high = Math.max(...all, -3) + 0.2;
        const low = Math.max(Math.min(...all, high - 1.4), high - 12) - 0.2;
        const x = (/** @type {number} */ step) => EDGE + ((WIDTH - 2 * EDGE) * step) / Math.max(newest, 1);
        const y = (/** @type {number} */ norm) => norm > 0 ? Math.min(HEIGHT - EDGE, EDGE + ((HEIGHT - 2 * EDGE) * (high - Math.log10(norm))) / (high - low)) : HEIGHT - EDGE;
        const now = this.#known.get(shown);
        const measured = now?.layers ?? this.#lastLayers(shown);
        this.#rows.forEach((row, l) => {
            const points = steps.map((step) => `${x(step).toFixed(1)} ${y(this.#known.get(step)?.norms[l] ?? 0).toFixed(1)}`);
            row.line.setAttribute("d", points.length > 1 ? `M${points.join("L")}` : "");
            row.now.setAttribute("d", `M${x(shown).toFixed(1)} 0V${HEIGHT}`);
            row.dot.setAttribute("d", `M${x(shown).toFixed(1)} ${y(now?.norms[l] ?? 0).toFixed(1)}h0`);
            write(row.norm, short(now?.norms[l] ?? 0));
            const layer = measured?.[l];
            const share = layer?.flat ?? null;
            const factor = layer?.factor ?? null;
            write(row.factor, factor === null ? "" : `${significant(factor, 3)} × the next`);
            write(row.alike, layer ? kinds(layer) : "");
            write(row.share, share === null ? "\u2013" : percent(share));
            row.bar.style.width = `${100 * (share ?? 0)}%`;
            row.flat.classList.toggle("some", (share ?? 0) > 0);
        });
        write(this.#words, now ? `${comparison(now.norms)} ${span(newest)}` : "");
    }

    /** The last known layers, while steps come faster than the server answers. */
    #lastLayers(/** @type {number} */ shown) {
        const before = [...this.#known.entries()].filter(([step, { layers }]) => step <= shown && layers).sort(([a], [b]) => b - a);
        return before[0]?.[1].layers ?? null;
    }
}

/** Says that units are copies of each other, if some are. */
function kinds(/** @type {Layer} */ { units, different }) {
    return different === units ? "" : different === 1 ? `${units} units, all alike` : `${units} units, ${different} different`;
}

/** The first layer beside the last, in words. */
function comparison(/** @type {number[]} */ norms) {
    const [first, last] = [norms[0], norms[norms.length - 1]];
    if (norms.length < 2 || last === 0 || first === 0) {
        return first === 0 ? "No gradient reaches the first layer." : "";
    }
    const ratio = last / first;
    return ratio >= 2 ? `The last layer’s gradient is ${times(ratio)} as long as the first one’s.`
        : ratio <= 0.5 ? `The first layer’s gradient is ${times(1 / ratio)} as long as the last one’s.`
            : "The gradients of the first and of the last layer have about the same length.";
}

/** The words about the charts' two directions. */
function span(/** @type {number} */ newest) {
    return newest === 0 ? "The charts begin with the first step."
        : `The charts go from step 0 to ${count(newest)}, on one logarithmic scale.`;
}

function cell(/** @type {string} */ look, /** @type {string} */ text) {
    const element = document.createElement("div");
    element.className = look;
    element.textContent = text;
    return element;
}

/** A small lock for saturated units, a grey face for dead ones. */
function sign(/** @type {boolean} */ dead) {
    const holder = document.createElement("span");
    holder.className = "flat-sign";
    holder.title = dead ? "dead: its output is 0 for nearly every example" : "saturated: its curve is flat at nearly every example";
    const root = svg(holder, "svg", { "viewBox": "0 0 20 20", "aria-hidden": "true" });
    if (dead) {
        svg(root, "circle", { cx: 10, cy: 10, r: 7.5 });
        svg(root, "path", { d: "M6.500 7.500l2 2m0-2l-2 2M11.500 7.500l2 2m0-2l-2 2M7 14h6" });
    } else {
        svg(root, "rect", { x: 4.5, y: 9, width: 11, height: 8, rx: 1.5 });
        svg(root, "path", { d: "M7 9V6.500a3 3 0 0 1 6 0V9" });
    }
    return holder;
}

/** The ratio in words, without a row of zeros. */
function times(/** @type {number} */ ratio) {
    return `${ratio < 9.95 ? ratio.toFixed(1) : ratio < 1e6 ? count(Math.round(ratio)) : short(ratio)} times`;
}

customElements.define("x-layer-health", LayerHealth);
