import { pool, set, unique } from "../../hills/parts.js";
import { reach } from "../../hills/reach.js";
import { linear, ticks, tickText } from "../../hills/scale.js";
import { granted } from "../../shared/dom/room.js";
import { svg } from "../../shared/dom/svg.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").HillPicture} HillPicture */
/** @typedef {import("../../hills/scale.js").Scale} Scale */

const MARGIN = { left: 46, right: 14, top: 26, bottom: 40 };
const HEIGHT = 220;
const LEAST_STEPS = 10;
/** The reach over the frame of the plot of a dot on its edge. */
const ABOVE = 5;

/** `<x-heights>`: how high each walker is, step by step; a click goes to the step. */
class Heights extends StageWidget {
    figure = { name: "Heights", line: "The height of each walker over the steps." };
    #box = document.createElement("div");
    #svg = svg(this.#box, "svg", { class: "hill-figure heights-figure", role: "img", "aria-label": "Chart of each walker’s height over its steps; the list of walkers has the numbers" });
    #axes = svg(this.#svg, "g", { class: "axes" });
    #sketch = svg(this.#svg, "path", { class: "sketched" });
    #inside = unique("heights");
    #clip = svg(svg(svg(this.#svg, "defs"), "clipPath", { id: this.#inside }), "rect");
    #plot = svg(this.#svg, "g", { "clip-path": `url(#${this.#inside})` });
    #lines = pool(this.#plot, (parent, i) => svg(parent, "path", { class: `height-line walker-${i % 4}` }));
    #now = svg(this.#svg, "path", { class: "now" });
    #dots = pool(this.#svg, (parent, i) => svg(parent, "circle", { class: `height-dot walker-${i % 4}`, r: 4 }));
    /** @type {Scale | null} */ #x = null;
    #scales = "";
    #sized = new ResizeObserver(() => this.redraw());

    enter(/** @type {AbortSignal} */ signal) {
        this.#box.className = "hill-box";
        this.append(this.#box);
        this.#svg.addEventListener("click", (event) => this.#x && this.stage.seek(
            Math.round(this.#x.back(/** @type {MouseEvent} */ (event).clientX - this.#svg.getBoundingClientRect().left))), { signal });
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    draw(/** @type {any} */ picture, /** @type {any} */ _selection, /** @type {import("../../shared/curve.js").Curve} */ { sketch },
        /** @type {import("../../shared/types.js").Progress} */ { newest }) {
        const width = Math.round(this.clientWidth);
        if (!picture.walkers || width <= MARGIN.left + MARGIN.right) {
            return;
        }
        const { walkers, step, last } = /** @type {HillPicture} */ (picture);
        const [low, high] = reach(walkers);
        const height = granted(this.#box) ?? HEIGHT;
        const x = linear(0, Math.max(LEAST_STEPS, sketch.length > 0 ? last : newest), MARGIN.left, width - MARGIN.right);
        const y = linear(low, high, height - MARGIN.bottom, MARGIN.top);
        this.#x = x;
        this.#frame(width, height, x, y);
        set(this.#sketch, { d: sketched(sketch, x, y) });
        const drawn = walkers.map(({ trail }) => trail.map((place) => [x.of(place.number), Math.max(-9999, y.of(place.height))]));
        this.#lines.fit(drawn, (path, points) => set(path, { d: `M${points.map((p) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join("L")}` }));
        this.#dots.fit(drawn, (dot, points) => {
            const [cx, cy] = points[points.length - 1];
            set(dot, { cx, cy });
            dot.toggleAttribute("hidden", cy < y.to - ABOVE);
        });
        this.#now.toggleAttribute("hidden", step >= newest);
        set(this.#now, { d: `M${x.of(step)} ${y.to}V${y.from}` });
    }

    /** The axes, made again when a scale is another. @param {number} width @param {number} height @param {Scale} x @param {Scale} y */
    #frame(width, height, x, y) {
        const scales = [width, height, x.high, y.low, y.high].join();
        if (scales === this.#scales) {
            return;
        }
        this.#scales = scales;
        set(this.#svg, { viewBox: `0 0 ${width} ${height}`, width, height });
        set(this.#clip, { x: x.from - ABOVE, y: y.to - ABOVE, width: x.to - x.from + 2 * ABOVE, height: y.from - y.to + 2 * ABOVE });
        this.#axes.replaceChildren();
        svg(this.#axes, "path", { d: `M${x.from} ${y.from}H${x.to}` });
        for (const tick of ticks(0, x.high, Math.min(6, width / 70)).filter(Number.isInteger)) {
            svg(this.#axes, "text", { x: x.of(tick), y: y.from + 18, class: "middle" }).textContent = tickText(tick);
        }
        for (const tick of ticks(y.low, y.high, 4)) {
            svg(this.#axes, "path", { class: "grid", d: `M${x.from} ${y.of(tick)}H${x.to}` });
            svg(this.#axes, "text", { x: x.from - 8, y: y.of(tick) + 4, class: "end" }).textContent = tickText(tick);
        }
        svg(this.#axes, "text", { x: 4, y: 14, class: "name" }).textContent = "height";
        svg(this.#axes, "text", { x: x.to, y: height - 4, class: "name end" }).textContent = "step";
    }
}

/** The curve that was expected, over the whole chart: only its shape can be compared. @param {number[]} sketch @param {Scale} x @param {Scale} y */
function sketched(sketch, x, y) {
    const across = (x.to - x.from) / (sketch.length - 1);
    return sketch.length < 2 ? "" : `M${sketch.map((height, i) => `${x.from + i * across} ${y.from + height * (y.to - y.from)}`).join("L")}`;
}

customElements.define("x-heights", Heights);
