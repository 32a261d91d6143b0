import { parting } from "../../shared/branches.js";
import { BEGINS_AT } from "../../shared/curve.js";
import { palette } from "../../shared/palette.js";
import "./uplot.js";
import { StageWidget } from "../../stage-widget.js";
import { axis, decades, ROUND, WHOLE } from "./axes.js";
import { Legend } from "./legend.js";
import { Now } from "./now.js";

/** @typedef {import("../../shared/curve.js").Curve} Curve */

const LEAST_STEPS = 20;
/**
 * `<x-cost-chart>`: the cost over the steps (each batch's pale, the whole training set's strong, the test set's dashed), on an even or a logarithmic scale, with a mark where something
 * was changed and a line at the shown step. A click goes to the step.
 */
class CostChart extends StageWidget {
    /** @type {any} */ #plot = null;
    #log = false;
    #space = document.createElement("div");
    /** @type {Curve | null} */ #curve = null;
    #shown = 0;
    #back = false;
    #now = new Now();
    /** The data that the chart was drawn from: while they stay, only the mark of the shown step moves. @type {unknown[]} */ #drawn = [];
    /** The other branches, and where each parted from this one. @type {(import("../../shared/branches.js").Forked & {parted: number})[]} */ #others = [];
    /** @type {string | null} */ #lit = null;
    #legend = new Legend((name, id) => this.stage.act(name, id), (id) => {
        this.stage.advance({ lit: id });
        this.stage.redraw("select");
    });
    #sized = new ResizeObserver(() => this.#resize());

    enter(/** @type {AbortSignal} */ signal) {
        this.#space.className = "chart";
        this.#space.setAttribute("role", "img");
        this.#space.setAttribute("aria-label", "Chart of the cost over the steps; the table below has its numbers");
        this.append(this.#space, this.#legend.root);
        this.querySelector("form")?.addEventListener("change", (event) => {
            this.#log = /** @type {HTMLInputElement} */ (event.target).value === "log";
            this.#make();
        }, { signal });
        this.#sized.observe(this.#space);
        document.addEventListener("palette", () => this.#plot?.redraw(), { signal });
    }

    leave() {
        this.#sized.disconnect();
        this.#plot?.destroy();
        this.#space.remove();
        this.#legend.root.remove();
    }

    build() {
        this.#make();
    }

    #size() {
        return { width: Math.max(160, this.#space.clientWidth), height: Math.max(120, this.#space.clientHeight) };
    }

    #resize() {
        this.#plot?.setSize(this.#size());
    }

    #make() {
        const { uPlot } = /** @type {any} */ (window);
        this.#plot?.destroy();
        this.#drawn = [];
        this.#plot = new uPlot({
            ...this.#size(),
            padding: [12, 18, 0, 0],
            legend: { show: false },
            cursor: { y: false, drag: { x: false, y: false }, points: { size: 7, fill: () => palette().css.cost } },
            scales: {
                x: { time: false, range: (/** @type {any} */ _u, /** @type {number} */ _low, /** @type {number} */ high) =>
                    [0, this.#reach("steps", Math.max(LEAST_STEPS, high ?? 0))] },
                y: this.#log ? { distr: 3, range: (/** @type {any} */ _u, /** @type {number} */ low, /** @type {number} */ high) =>
                    decades(this.#least(low > 0 ? low : 1), this.#reach("costs", high > 0 ? high : 1)) } : { range: (/** @type {any} */ _u, /** @type {number} */ _low, /** @type {number} */ high) =>
                    [0, high > 0 ? this.#reach("costs", high) * 1.06 : 1] },
            },
            axes: [axis({ size: 30, space: 60, incrs: WHOLE }), axis({ size: 46, space: 34, log: this.#log, incrs: ROUND })],
            series: [{}, line({ width: 1, alpha: 0.45 }), line({ width: 2 }), line({ width: 1.5, dash: [5, 4] })],
            hooks: { draw: [(/** @type {any} */ u) => this.#marks(u)], ready: [(/** @type {any} */ u) => this.#listen(u)] },
        }, this.#data(), this.#space);
    }

    #data() {
        const nothing = { steps: [0], costs: [null], trainCosts: [null], testCosts: [null] };
        const { steps, costs, trainCosts, testCosts } = this.#curve ?? nothing;
        const drawn = (/** @type {(number | null)[]} */ values) =>
            this.#log ? values.map((v) => (v !== null && v > 0 ? v : null)) : values;
        return [steps, drawn(costs), drawn(trainCosts), drawn(testCosts)];
    }

    draw(/** @type {any} */ _frame, /** @type {any} */ _selection, /** @type {Curve} */ curve,
        /** @type {import("../../shared/types.js").Progress} */ progress) {
        const { shown, newest, branches, branch, lit } = progress;
        this.#legend.draw(progress);
        const own = branches.find(({ id }) => id === branch);
        this.#others = own ? branches.filter((other) => other !== own).map((other) => ({ ...other, parted: parting({ ...own, newest }, other) })) : [];
        this.#lit = lit;
        this.#curve = curve;
        this.#shown = shown;
        this.#back = shown < newest;
        const drawn = [curve, curve.version, curve.sketch, branches, lit];
        if (curve.steps.length > 0 && drawn.some((part, i) => part !== this.#drawn[i])) {
            this.#drawn = drawn;
            this.#plot?.setData(this.#data());
        } else if (this.#plot) {
            this.#place();
        }
    }

    /** Draws the expected curve, the changes, and the other branches. */
    #marks(/** @type {any} */ u) {
        const { ctx } = u;
        const { left, top, width, height } = u.bbox;
        ctx.save();
        ctx.beginPath();
        ctx.rect(left, top, width, height);
        ctx.clip();
        ctx.setLineDash([]);
        this.#sketch(u, ctx);
        this.#branches(u, ctx);
        this.#changes(u, ctx);
        ctx.restore();
        this.#place();
    }

    /** Draws a tick with a word for every change; a word that would cover another goes a line down. */
    #changes(/** @type {any} */ u, /** @type {CanvasRenderingContext2D} */ ctx) {
        const { left, top, width, height } = u.bbox;
        const scale = devicePixelRatio || 1;
        /** The right ends of the lines' words. @type {number[]} */
        const ends = [];
        const { inkSoft, paper } = palette().css;
        ctx.font = `${13 * scale}px ${getComputedStyle(this).fontFamily}`;
        ctx.fillStyle = inkSoft;
        ctx.textAlign = "left";
        for (const { step, label } of [...this.#curve?.marks ?? []].sort((a, b) => a.step - b.step)) {
            const x = Math.round(u.valToPos(step, "x", true));
            ctx.strokeStyle = inkSoft;
            ctx.lineWidth = scale;
            ctx.setLineDash([2 * scale, 3 * scale]);
            stroke(ctx, x, top, top + height);
            ctx.setLineDash([]);
            const wide = ctx.measureText(label).width;
            const from = x + 5 * scale + wide > left + width ? x - 5 * scale - wide : x + 5 * scale;
            const free = ends.findIndex((end) => end < from);
            const row = free < 0 ? ends.length : free;
            ends[row] = from + wide + 6 * scale;
            ctx.strokeStyle = paper;
            ctx.lineWidth = 4 * scale;
            ctx.strokeText(label, from, top + (10 + 15 * row) * scale);
            ctx.fillText(label, from, top + (10 + 15 * row) * scale);
        }
    }

    /** The other branches, pale, each from the step at which it parted; strong the one that is pointed at. */
    #branches(/** @type {any} */ u, /** @type {CanvasRenderingContext2D} */ ctx) {
        const scale = devicePixelRatio || 1;
        for (const { id, parted, curve } of this.#others) {
            const isLit = id === this.#lit;
            ctx.strokeStyle = isLit ? palette().css.ink : palette().css.edge;
            ctx.lineWidth = (isLit ? 2 : 1.5) * scale;
            ctx.beginPath();
            const isEvaluated = curve.trainCosts.some((cost) => cost !== null);
            curve.steps.forEach((step, i) => {
                const cost = isEvaluated ? curve.trainCosts[i] : curve.costs[i];
                if (cost !== null && step >= parted && (cost > 0 || !this.#log)) {
                    ctx.lineTo(u.valToPos(step, "x", true), u.valToPos(cost, "y", true));
                }
            });
            ctx.stroke();
        }
    }

    /** The farthest step, or the highest cost, of all branches. */
    #reach(/** @type {"steps" | "costs"} */ what, /** @type {number} */ own) {
        return this.#others.reduce((most, { curve }) => Math.max(most, ...curve[what]), own);
    }

    /** The lowest cost above 0 of all branches. */
    #least(/** @type {number} */ own) {
        return this.#others.reduce((least, { curve }) => Math.min(least, ...curve.costs.filter((cost) => cost > 0)), own);
    }

    /** The curve that was expected: over the whole width, and as high beside the first cost as it was drawn beside the mark of it. */
    #sketch(/** @type {any} */ u, /** @type {CanvasRenderingContext2D} */ ctx) {
        const sketch = this.#curve?.sketch ?? [];
        const first = this.#curve?.trainCosts[0] ?? this.#curve?.costs[0];
        if (sketch.length < 2 || !first) {
            return;
        }
        const { bbox, scales } = u;
        const least = Math.max(scales.y.min, 0);
        ctx.beginPath();
        sketch.forEach((height, i) => {
            const cost = Math.max(least, (height / BEGINS_AT) * first);
            ctx.lineTo(bbox.left + (bbox.width * i) / (sketch.length - 1), u.valToPos(cost, "y", true));
        });
        ctx.globalAlpha = 0.5;
        ctx.lineWidth = 5 * (devicePixelRatio || 1);
        ctx.lineJoin = "round";
        ctx.strokeStyle = palette().css.edge;
        ctx.stroke();
        ctx.globalAlpha = 1;
    }

    /** Puts the mark of the shown step where that step is now. */
    #place() {
        const at = this.#curve?.steps.findIndex((step) => step >= this.#shown) ?? -1;
        const cost = at < 0 ? null : this.#curve?.trainCosts[at] ?? this.#curve?.costs[at] ?? null;
        this.#now.place(this.#plot, this.#shown, cost !== null && (cost > 0 || !this.#log) ? cost : null, this.#back);
    }

    #listen(/** @type {any} */ u) {
        u.over.append(...this.#now.elements);
        u.over.addEventListener("click", (/** @type {MouseEvent} */ event) =>
            this.stage.seek(Math.round(u.posToVal(event.offsetX, "x"))));
    }
}

/** @param {object} look */
function line(look) {
    return { stroke: () => palette().css.cost, points: { show: false }, spanGaps: false, ...look };
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} top @param {number} bottom */
function stroke(ctx, x, top, bottom) {
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
}

customElements.define("x-cost-chart", CostChart);
