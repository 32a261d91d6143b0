import { same } from "../../shared/items.js";
import { beside, short, signed } from "../../shared/numbers.js";
import { addressOf, parameterName, parameterOf } from "../../shared/parameters.js";
import { granted } from "../../shared/dom/room.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { NO_WEIGHTS, StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Item} Item */
/** @typedef {{h: number, cost: number}} Sample */

const REACH = 2;
const SIDE = 20;
/** The largest number of values that are asked for at once: a browser has few connections to a server, and others need them too. */
const AT_ONCE = 5;
const HEIGHT = 220;
/** The least reach to both sides that the heights are fitted to, before the slider moves. */
const LEAST_SEEN = 0.4;
const EDGE = { left: 8, right: 8, top: 16, bottom: 30 };

/**
 * `<x-wiggle>`: what the cost does when only the selected weight or bias changes: measured by running the network with each
 * of its values, and predicted by the slope where it is. The slider walks along both, and they are seen as far as it went.
 */
class Wiggle extends StageWidget {
    figure = { name: "Wiggle", line: "The cost for other values of one weight or bias, and the straight line that the gradient predicts." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("../../shared/types.js").Frame | null} */ #frame = null;
    /** @type {Item | null} */ #item = null;
    /** @type {Sample[]} */ #samples = [];
    #measured = "";
    /** The step and the value that were last looked at: another value at the same step was set by hand. */
    #at = { step: -1, value: NaN };
    /** The reason why nothing could be measured. */
    #refused = "";
    /** The reach of the slider so far, to both sides. */
    #seen = { low: 0, high: 0 };
    #figure = document.createElement("div");
    #slider = document.createElement("input");
    #title = document.createElement("p");
    #said = document.createElement("p");
    #sized = new ResizeObserver(() => this.#paint());

    enter(/** @type {AbortSignal} */ signal) {
        this.#figure.className = "wiggle-figure";
        this.#title.className = "wiggle-title";
        this.#said.className = "wiggle-said";
        this.#said.setAttribute("role", "status");
        Object.assign(this.#slider, { type: "range", min: String(-SIDE), max: String(SIDE), value: "0" });
        this.#slider.setAttribute("aria-label", "Change of the selected weight or bias");
        this.#slider.addEventListener("input", () => this.#paint(), { signal });
        this.#slider.addEventListener("change", () => this.stage.redraw("select"), { signal });
        this.replaceChildren(this.#title, this.#figure, this.#slider, this.#said);
        this.#sized.observe(this.#figure);
    }

    leave() {
        this.#sized.disconnect();
        this.stage.trial = null;
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#item = null;
        this.#measured = "";
        this.stage.trial = null;
    }

    lacks(/** @type {import("../../shared/types.js").Frame} */ frame) {
        return frame.weights ? null : NO_WEIGHTS;
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept }) {
        /** @type {Item} */
        const chosen = kept && kept.kind !== "neuron" ? kept : this.#item ?? { kind: "weight", at: [0, 0, 0] };
        const { value } = parameterOf(chosen, frame);
        const isTyped = frame.step === this.#at.step && value !== this.#at.value;
        this.#at = { step: frame.step, value };
        if (isTyped || !same(chosen, this.#item)) {
            this.#item = chosen;
            this.#slider.value = "0";
            this.#seen = { low: 0, high: 0 };
        }
        this.#frame = frame;
        this.#measure(frame, chosen);
        this.#paint();
    }

    /** Has the network run with forty other values of this weight or bias, once for each step and each of them. */
    async #measure(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {Item} */ item) {
        const { step } = frame;
        const { at } = item;
        const key = `${step} ${at} ${parameterOf(item, frame).value}`;
        if (key === this.#measured || this.stage.progress.state === "running") {
            return;
        }
        this.#measured = key;
        this.#refused = "";
        this.#samples = [];
        try {
            /** @type {any[]} */ const found = [];
            for (let i = 0; i < SIDE && key === this.#measured; i += AT_ONCE) {
                found.push(...await Promise.all(Array.from({ length: AT_ONCE }, (_, more) =>
                    this.#nudge(step, at, (REACH * (i + more + 1)) / SIDE))));
            }
            if (key === this.#measured) {
                const centre = { h: 0, cost: found[0].cost.at };
                this.#samples = [centre, ...found.flatMap(({ h, cost }) => [{ h, cost: cost.plus }, { h: -h, cost: cost.minus }])]
                    .filter(({ cost }) => cost !== null).sort((a, b) => a.h - b.h);
                this.#paint();
            }
        } catch (error) {
            this.#refuse(key, /** @type {Error} */ (error));
        }
    }

    /** Says why there is nothing to walk along; a stage that was left needs no word. @param {string} key @param {Error} error */
    #refuse(key, error) {
        if (key === this.#measured && error.name !== "AbortError") {
            this.#refused = error.message;
            this.#paint();
        }
    }

    /** @param {number} step @param {number[]} at @param {number} h */
    async #nudge(step, at, h) {
        return { h, ...await this.stage.ask("nudges", { step, at, by: h }) };
    }

    #paint() {
        this.classList.toggle("refused", this.#refused !== "");
        if (!this.#setup || !this.#frame || !this.#item) {
            return;
        }
        const { value, gradient } = parameterOf(this.#item, this.#frame);
        const h = (REACH * Number(this.#slider.value)) / SIDE;
        const centre = this.#samples.find((s) => s.h === 0);
        const here = this.#samples.find((s) => Math.abs(s.h - h) < 1e-9);
        const name = parameterName(this.#item, this.#setup);
        write(this.#title, `${this.#item.kind === "bias" ? name.replace("b", "B") : `Weight ${name}`}, now ${short(value)}`);
        if (!centre || !here) {
            this.#figure.replaceChildren();
            this.stage.trial = null;
            delete this.dataset.nudged;
            write(this.#said, this.stage.progress.state === "running" ? "Press Pause to measure." : this.#refused || "Measuring …");
            return;
        }
        const width = this.#figure.clientWidth;
        if (width === 0) {
            return;
        }
        this.#seen = { low: Math.min(h, this.#seen.low), high: Math.max(h, this.#seen.high) };
        this.#note(this.#frame.step, this.#item);
        this.#say(h, value, here.cost - centre.cost, gradient * h);
        this.#try(h === 0 ? null : { item: this.#item, value: value + h, cost: here.cost });
        this.#plot(width, centre, here, gradient);
    }

    /** Has the network drawn with the value at the slider. @param {import("../../shared/types.js").Trial | null} trial */
    #try(trial) {
        const before = this.stage.trial;
        if (before?.value !== trial?.value || !same(before?.item ?? null, trial?.item ?? null)) {
            this.stage.trial = trial;
        }
    }

    /** Notes the part of the curve that shows, for its description. @param {number} step @param {Item} item */
    #note(step, item) {
        const { low, high } = this.#seen;
        if (low === high) {
            delete this.dataset.nudged;
        } else {
            this.dataset.nudged = String(new URLSearchParams({ step: String(step), ...addressOf(item), low: String(low), high: String(high) }));
        }
    }

    #say(/** @type {number} */ h, /** @type {number} */ value, /** @type {number} */ measured, /** @type {number} */ predicted) {
        this.#slider.setAttribute("aria-valuetext", `changed by ${short(h)}`);
        this.#slider.style.setProperty("--filled", `${50 + (50 * Number(this.#slider.value)) / SIDE}%`);
        if (h === 0) {
            write(this.#said, `Move the slider: the ${this.#item?.kind} changes, and everything else stays.`);
            return;
        }
        const part = (/** @type {string} */ name, /** @type {string} */ text, kind = "") => {
            const span = document.createElement("span");
            const number = document.createElement("b");
            number.className = kind;
            number.textContent = text;
            span.append(`${name} `, number);
            return span;
        };
        this.#said.replaceChildren(part(this.#item?.kind ?? "weight", `${short(value)} → ${short(value + h)}`), part("change of the cost, measured", signed(measured), "cost"),
            part("predicted by the slope", signed(predicted), "gradient"));
    }

    /**
     * @param {number} width
     * @param {Sample} centre
     * @param {Sample} here
     * @param {number} gradient
     */
    #plot(width, centre, here, gradient) {
        const height = granted(this.#figure) ?? HEIGHT;
        const { low, high } = this.#seen;
        const slope = (/** @type {number} */ h) => centre.cost + gradient * h;
        const [from, to] = [Math.min(low, -LEAST_SEEN), Math.max(high, LEAST_SEEN)];
        const costs = [...this.#samples.filter((s) => s.h >= from - 1e-9 && s.h <= to + 1e-9).map((s) => s.cost), slope(from), slope(to)];
        // The cost never falls below 0, however far down the slope points.
        const least = Math.max(0, Math.min(...costs));
        const span = Math.max(Math.max(...costs) - least, 1e-12);
        const x = (/** @type {number} */ h) => EDGE.left + ((h + REACH) / (2 * REACH)) * (width - EDGE.left - EDGE.right);
        const y = (/** @type {number} */ cost) => height - EDGE.bottom - ((cost - least) / span) * (height - EDGE.top - EDGE.bottom);
        const root = document.createElement("div");
        const figure = svg(root, "svg", { "viewBox": `0 0 ${width} ${height}`, "width": width, "height": height, "role": "img",
            "aria-label": "The cost as the selected weight or bias changes, with the tangent at its present value" });
        svg(figure, "line", { class: "axis", x1: EDGE.left, x2: width - EDGE.right, y1: height - EDGE.bottom, y2: height - EDGE.bottom });
        svg(figure, "line", { class: "now", x1: x(0), x2: x(0), y1: EDGE.top, y2: height - EDGE.bottom });
        for (const [h, anchor] of /** @type {[number, string][]} */ ([[-REACH, "start"], [0, "middle"], [REACH, "end"]])) {
            svg(figure, "text", { "x": x(h), "y": height - 9, "text-anchor": anchor }).textContent = h === 0 ? "now" : `${h < 0 ? "−" : "+"}${Math.abs(h)}`;
        }
        for (const [cost, at] of [[least + span, EDGE.top + 4], [least, height - EDGE.bottom - 6]]) {
            svg(figure, "text", { "x": EDGE.left, "y": at }).textContent = `cost ${beside(cost, span)}`;
        }
        const clip = `wiggle-${Math.round(width)}`;
        svg(svg(figure, "clipPath", { id: clip }), "rect", { x: 0, y: 4, width, height: height - EDGE.bottom - 4 });
        const inside = svg(figure, "g", { "clip-path": `url(#${clip})` });
        svg(inside, "line", { class: "tangent", x1: x(low), x2: x(high), y1: y(slope(low)), y2: y(slope(high)) });
        const seen = this.#samples.filter((s) => s.h >= low - 1e-9 && s.h <= high + 1e-9);
        svg(inside, "path", { class: "measured", d: `M${seen.map((s) => `${x(s.h)} ${y(s.cost)}`).join("L")}` });
        svg(inside, "line", { class: "apart", x1: x(here.h), x2: x(here.h), y1: y(here.cost), y2: y(slope(here.h)) });
        svg(inside, "circle", { class: "tangent-dot", cx: x(here.h), cy: y(slope(here.h)), r: 4.5 });
        svg(inside, "circle", { class: "measured-dot", cx: x(here.h), cy: y(here.cost), r: 5.5 });
        this.#figure.replaceChildren(figure);
    }
}

customElements.define("x-wiggle", Wiggle);
