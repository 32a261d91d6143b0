import { parting } from "../shared/branches.js";
import { count, short } from "../shared/numbers.js";
import { palette } from "../shared/palette.js";
import "../shared/uplot.js";
import { StageWidget } from "../stage-widget.js";
import { Legend } from "./cost-chart/legend.js";

/** @typedef {import("../shared/curve.js").Curve} Curve */

const LEAST_STEPS = 20;
const MOST_POWERS = 5;
/** What may lie between two marks of an axis: whole steps, and round costs however small or large they get. */
const WHOLE = rounds(0, 9);
const ROUND = rounds(-300, 300);

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
    /** The other branches, and where each parted from this one. @type {(import("../shared/branches.js").Forked & {parted: number})[]} */ #others = [];
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
        /** @type {import("../shared/types.js").Progress} */ progress) {
        const { shown, newest, branches, branch, lit } = progress;
        this.#legend.draw(progress);
        const own = branches.find(({ id }) => id === branch);
        this.#others = own ? branches.filter((other) => other !== own).map((other) => ({ ...other, parted: parting({ ...own, newest }, other) })) : [];
        this.#lit = lit;
        this.#curve = curve;
        this.#shown = shown;
        this.#back = shown < newest;
        if (curve.steps.length > 0) {
            this.#plot?.setData(this.#data());
        }
    }

    /** The line at the shown step, what was expected, what was changed, and the other branches. */
    #marks(/** @type {any} */ u) {
        const { ctx } = u;
        ctx.save();
        ctx.setLineDash([]);
        this.#sketch(u, ctx);
        this.#branches(u, ctx);
        this.#changes(u, ctx);
        this.#now(u, ctx, Math.round(u.valToPos(this.#shown, "x", true)));
        ctx.restore();
    }

    /** A tick with a word for every change; a word that would stand on another goes a line down. */
    #changes(/** @type {any} */ u, /** @type {CanvasRenderingContext2D} */ ctx) {
        const { left, top, width, height } = u.bbox;
        const scale = devicePixelRatio || 1;
        /** Where the words of each line end. @type {number[]} */
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

    /** The curve that was expected, over the whole width: only its shape can be compared. */
    #sketch(/** @type {any} */ { bbox }, /** @type {CanvasRenderingContext2D} */ ctx) {
        const sketch = this.#curve?.sketch ?? [];
        if (sketch.length < 2) {
            return;
        }
        ctx.beginPath();
        sketch.forEach((height, i) => ctx.lineTo(bbox.left + (bbox.width * i) / (sketch.length - 1), bbox.top + bbox.height * (1 - height)));
        ctx.globalAlpha = 0.5;
        ctx.lineWidth = 5 * (devicePixelRatio || 1);
        ctx.lineJoin = "round";
        ctx.strokeStyle = palette().css.edge;
        ctx.stroke();
        ctx.globalAlpha = 1;
    }

    /** A dot on the curve at the shown step; a line too, while one looks back. */
    #now(/** @type {any} */ u, /** @type {CanvasRenderingContext2D} */ ctx, /** @type {number} */ x) {
        const { css } = palette();
        const at = this.#curve?.steps.findIndex((step) => step >= this.#shown) ?? -1;
        const cost = at < 0 ? null : this.#curve?.trainCosts[at] ?? this.#curve?.costs[at];
        if (this.#back) {
            ctx.strokeStyle = css.ink;
            stroke(ctx, x, u.bbox.top, u.bbox.top + u.bbox.height);
        }
        if (cost !== null && cost !== undefined && (cost > 0 || !this.#log)) {
            ctx.beginPath();
            ctx.arc(x, u.valToPos(cost, "y", true), 4 * (devicePixelRatio || 1), 0, 7);
            ctx.fillStyle = css.cost;
            ctx.fill();
        }
    }

    #listen(/** @type {any} */ u) {
        u.over.addEventListener("click", (/** @type {MouseEvent} */ event) =>
            this.stage.seek(Math.round(u.posToVal(event.offsetX, "x"))));
    }
}

/** The powers of ten around what is between, two different ones. @param {number} low @param {number} high */
function decades(low, high) {
    const from = Math.floor(Math.log10(low));
    return [Number(`1e${from}`), Number(`1e${Math.max(from + 1, Math.ceil(Math.log10(high)))}`)];
}

/** 1, 2 and 5 times each of these powers of ten. @param {number} from @param {number} to */
function rounds(from, to) {
    return Array.from({ length: to - from }, (_, i) => [1, 2, 5].map((digit) => Number(`${digit}e${from + i}`))).flat();
}

/** @param {object} look */
function line(look) {
    return { stroke: () => palette().css.cost, points: { show: false }, spanGaps: false, ...look };
}

/** @param {{size: number, space: number, incrs: number[], log?: boolean}} wish */
function axis({ size, space, incrs, log }) {
    return {
        incrs,
        ...(log ? { splits: powers, filter: (/** @type {any} */ _u, /** @type {number[]} */ splits) => splits } : {}),
        size: log === undefined ? size : (/** @type {any} */ _u, /** @type {string[] | null} */ labels) =>
            Math.max(size, 14 + 6.5 * Math.max(0, ...(labels ?? []).map((label) => label?.length ?? 0))),
        space,
        stroke: () => palette().css.inkSoft,
        font: "13px \"Source Sans 3\", sans-serif",
        gap: 4,
        grid: { stroke: () => palette().css.hairline, width: 1, show: size > 40 },
        ticks: { show: false },
        values: (/** @type {any} */ _u, /** @type {(number | null)[]} */ values) =>
            values.map((v) => (v === null ? "" : log === undefined ? count(v) : bare(short(v)))),
    };
}

/** The marks of a logarithmic axis: powers of ten, at most a handful. @param {any} _u @param {number} _axis @param {number} low @param {number} high */
function powers(_u, _axis, low, high) {
    const [from, to] = [low, high].map((value) => Math.round(Math.log10(value)));
    const stride = Math.ceil((to - from) / MOST_POWERS);
    return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => Number(`1e${from + i * stride}`));
}

/** Without the zeros that say nothing. */
function bare(/** @type {string} */ text) {
    return text.replace(/(\.\d*?)0+(?=$| )/, "$1").replace(/\.(?=$| )/, "");
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} top @param {number} bottom */
function stroke(ctx, x, top, bottom) {
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
}

customElements.define("x-cost-chart", CostChart);
