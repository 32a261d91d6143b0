import { Curve } from "../../shared/curve.js";
import { parting } from "../../shared/branches.js";
import { html } from "../../shared/dom/html.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { palette } from "../../shared/palette.js";
import "./uplot.js";
import { StageWidget } from "../../stage-widget.js";
import { axis, decades, ROUND, stepAxis } from "./axes.js";
import { fillIn } from "./detail.js";
import { listenToPointer, pressKey } from "./gestures.js";
import { Key } from "./key.js";
import { Legend } from "./legend.js";
import { drawMarks } from "./marks.js";
import { Now } from "./now.js";
import { Reading } from "./reading.js";
import { moved, scaled, spanOf } from "./span.js";

const LEAST_STEPS = 20;
/** The time, in milliseconds, after which the part that is zoomed in is asked for more closely. */
const ASK_MS = 250;
const ABOUT = "Chart of the cost over the steps; the table below has its numbers. Press + and − to zoom, the arrow keys to move along, 0 to show all.";

/**
 * `<x-cost-chart>`: the cost over the steps (each batch's pale, the whole training set's strong, the test set's dashed, and the penalty beside it dotted), on linear or logarithmic axes,
 * with a mark where something was changed and a line at the shown step. A click goes to the step, and a drag over a part zooms in. A run that plays
 * at an even pace has a logarithmic axis of steps, unless the learner has chosen an axis.
 */
class CostChart extends StageWidget {
    figure = { name: "Cost chart", line: "The cost over the steps. A dashed line is the cost of the test examples." };
    /** @type {any} */ #plot = null;
    #log = false;
    /** The axis of steps that the learner has chosen on this page, which a new stage takes over. */
    static #axis = "";
    /** The part of the steps that is shown. @type {import("./span.js").Span} */ #span = null;
    #space = html("div", { "class": "chart", "role": "img", "tabindex": "0", "aria-label": ABOUT });
    #all = html("button", { type: "button", class: "chart-all", hidden: true }, "Show all");
    #frame = html("div", { class: "chart-frame" }, this.#space, this.#all);
    #reading = new Reading();
    /** The names of the axes and lines, where the page does not have them beside the chart. */ #key = this.closest(".part.cost") ? null : new Key();
    #asking = 0;
    /** @type {import("./gestures.js").Acts} */ #acts = {
        press: (x) => this.stage.seek(Math.round(this.#plot.posToVal(x, "x"))),
        drag: (from, to) => this.#show(spanOf(this.#stepAt(from), this.#stepAt(to)) ?? this.#span),
        scale: (factor) => this.#show(scaled(this.#span, factor, this.#shown, this.#whole(), this.#isLogSteps)),
        move: (share) => this.#show(moved(this.#span, share, this.#whole(), this.#isLogSteps)),
        all: () => this.#show(null),
    };
    /** @type {Curve | null} */ #curve = null;
    #shown = 0;
    #back = false;
    #now = new Now();
    /** The data that the chart was drawn from: while they stay, only the mark of the shown step moves. @type {unknown[]} */ #drawn = [];
    /** The other branches, and where each parted from this one. @type {(import("../../shared/branches.js").Forked & {parted: number})[]} */ #others = [];
    /** @type {string | null} */ #lit = null;
    #legend = new Legend((name, id) => this.stage.act(name, id), (id) => {
        this.stage.setProgress({ lit: id });
        this.stage.redraw("select");
    });
    #sized = new ResizeObserver(() => this.#resize());

    enter(/** @type {AbortSignal} */ signal) {
        if (this.#key) {
            this.#frame.prepend(this.#key.root);
        }
        this.append(this.#frame, this.#legend.root);
        this.addEventListener("change", (event) => this.#choose(/** @type {HTMLInputElement} */ (event.target)), { signal });
        this.#space.addEventListener("keydown", (event) => pressKey(event, this.#acts), { signal });
        this.#all.addEventListener("click", () => this.#show(null), { signal });
        this.#turn(CostChart.#axis === "log" || this.stage.progress.hasLogSteps);
        this.#sized.observe(this.#space);
        document.addEventListener("palette", () => this.#plot?.redraw(), { signal });
    }

    leave() {
        clearTimeout(this.#asking);
        this.#sized.disconnect();
        this.#plot?.destroy();
        this.#frame.remove();
        this.#legend.root.remove();
    }

    build() {
        this.#span = null;
        this.#make();
    }

    /** Turns to a logarithmic axis of steps when the run begins to play evenly: a linear one would show an L. */
    follow(/** @type {import("../../shared/types.js").Progress} */ { isEven }) {
        if (isEven && CostChart.#axis === "" && !this.#isLogSteps && this.querySelector("[name=steps]")) {
            this.#turn(true);
            if (this.#plot) {
                this.#make();
            }
        }
    }

    get #isLogSteps() {
        return this.stage.progress.hasLogSteps;
    }

    #choose(/** @type {HTMLInputElement} */ { name, value }) {
        if (name === "scale") {
            this.#log = value === "log";
        } else if (name === "steps") {
            CostChart.#axis = value;
            this.#turn(value === "log");
        }
        this.#make();
    }

    /** Turns to another axis of steps; the scrubber follows it. */
    #turn(/** @type {boolean} */ isLog) {
        const choice = /** @type {HTMLInputElement | null} */ (this.querySelector(`[name=steps][value=${isLog ? "log" : "even"}]`));
        if (choice) {
            choice.checked = true;
            if (isLog !== this.#isLogSteps) {
                this.stage.setProgress({ hasLogSteps: isLog });
                this.stage.redraw("select");
            }
        }
    }

    /** The farthest step of the axis when all is shown. */
    #whole() {
        const { steps, sketch, sketchSteps } = this.#curve ?? new Curve();
        return this.#reach("steps", Math.max(LEAST_STEPS, steps.at(-1) ?? 0, sketch.length > 0 ? sketchSteps : 0));
    }

    #stepAt(/** @type {number} */ x) {
        return Math.max(0, Math.round(this.#plot.posToVal(x, "x")));
    }

    /** Shows a part of the steps, or all of them. */
    #show(/** @type {import("./span.js").Span} */ span) {
        this.#span = span;
        withdraw(this.#all, "hidden", span === null, this.#space);
        this.#plot?.setData(this.#data());
        clearTimeout(this.#asking);
        this.#asking = setTimeout(() => this.#fillIn(), ASK_MS);
    }

    async #fillIn() {
        try {
            if (this.#span && await fillIn(this.stage, this.#span)) {
                this.stage.redraw("select");
            }
        } catch (/** @type {any} */ error) {
            this.stage.fail(error);
        }
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
            cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { size: 7, fill: () => palette().css.cost } },
            scales: {
                x: { time: false, ...(this.#isLogSteps ? { distr: 4, asinh: 1 } : {}), range: () => this.#span ?? [0, this.#whole()] },
                y: this.#log ? { distr: 3, range: (/** @type {any} */ _u, /** @type {number} */ low, /** @type {number} */ high) =>
                    decades(this.#least(low > 0 ? low : 1), this.#reach("costs", high > 0 ? high : 1)) } : { range: (/** @type {any} */ _u, /** @type {number} */ _low, /** @type {number} */ high) =>
                    [0, high > 0 ? this.#reach("costs", high) * 1.06 : 1] },
            },
            axes: [stepAxis(this.#isLogSteps, this.#key !== null), axis({ size: 46, space: 34, log: this.#log, incrs: ROUND })],
            series: [{}, line({ width: 1, alpha: 0.45 }), line({ width: 2 }), line({ width: 1.5, dash: [5, 4] }), line({ width: 2, dash: [2, 4] })],
            hooks: {
                draw: [(/** @type {any} */ u) => this.#marks(u)],
                ready: [(/** @type {any} */ u) => this.#listen(u)],
                setCursor: [(/** @type {any} */ u) => this.#reading.show(this.#curve, u.cursor.left < 0 ? null : u.cursor.idx, u.cursor.left > u.over.clientWidth / 2)],
            },
        }, this.#data(), this.#space);
    }

    #data() {
        const nothing = { steps: [0], costs: [null], trainCosts: [null], testCosts: [null], penalties: [null] };
        const { steps, costs, trainCosts, testCosts, penalties } = this.#curve ?? nothing;
        const drawn = (/** @type {(number | null)[]} */ values) =>
            this.#log ? values.map((v) => (v !== null && v > 0 ? v : null)) : values;
        return [steps, drawn(costs), drawn(trainCosts), drawn(testCosts), drawn(penalties)];
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
            this.#key?.draw(curve);
            this.#plot?.setData(this.#data());
        } else if (this.#plot) {
            this.#place();
        }
    }

    #marks(/** @type {any} */ u) {
        drawMarks(u, { curve: this.#curve, others: this.#others, lit: this.#lit, isLog: this.#log, font: getComputedStyle(this).fontFamily });
        this.#place();
    }

    /** The farthest step, or the highest cost, of all branches. */
    #reach(/** @type {"steps" | "costs"} */ what, /** @type {number} */ own) {
        return this.#others.reduce((most, { curve }) => Math.max(most, ...curve[what]), own);
    }

    /** The lowest cost above 0 of all branches. */
    #least(/** @type {number} */ own) {
        return this.#others.reduce((least, { curve }) => Math.min(least, ...curve.costs.filter((cost) => cost > 0)), own);
    }

    /** Puts the mark of the shown step where that step is now. */
    #place() {
        const at = this.#curve?.steps.findIndex((step) => step >= this.#shown) ?? -1;
        const cost = at < 0 ? null : this.#curve?.trainCosts[at] ?? this.#curve?.costs[at] ?? null;
        this.#now.place(this.#plot, this.#shown, cost !== null && (cost > 0 || !this.#log) ? cost : null, this.#back);
    }

    #listen(/** @type {any} */ u) {
        u.over.append(...this.#now.elements);
        u.over.append(this.#reading.root);
        listenToPointer(u, this.#acts);
    }
}

/** @param {object} look */
function line(look) {
    return { stroke: () => palette().css.cost, points: { show: false }, spanGaps: false, ...look };
}

customElements.define("x-cost-chart", CostChart);
