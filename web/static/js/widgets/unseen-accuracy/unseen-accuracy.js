import { html } from "../../shared/dom/html.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { count, percent } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {{step: number, testAccuracy: number}} Point */

/** Milliseconds between two counts of a run that plays. */
const RENEWED = 700;

const WIDE = 640;
const TALL = 220;
const LEFT = 48;
const FOOT = 26;
const TOP = 8;

/** The shares that the chart has a line for. */
const LINES = [0, 0.25, 0.5, 0.75, 1];

/**
 * `<x-unseen-accuracy>`: the share of the held-out examples whose class the network reads, as a number and as a curve over the steps. The server evaluates it at some steps.
 */
class UnseenAccuracy extends StageWidget {
    /** @type {Point[]} */ #points = [];
    #asked = "";
    #waiting = false;
    #from = 0;
    #later = 0;
    #number = html("p", { class: "unseen-number", role: "status" });
    #chart = html("div", { class: "unseen-chart" });
    #table = html("table");
    #details = html("details", { class: "table" }, html("summary", {}, "As a table"), this.#table);

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#number, this.#chart, this.#details);
        this.#details.addEventListener("toggle", () => this.#write(), { signal });
    }

    leave() {
        clearTimeout(this.#later);
    }

    build() {
        this.#asked = "";
        this.#points = [];
    }

    draw(/** @type {import("../../shared/types.js").Frame} */ frame, /** @type {any} */ _selection, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state, newest }) {
        this.#mark(frame.step, newest);
        const runs = state === "running";
        const key = `${newest} ${this.stage.run.frames} ${runs}`;
        const wait = this.#from - performance.now();
        if (key === this.#asked || this.#waiting) {
            return;
        }
        clearTimeout(this.#later);
        if (runs && wait > 0) {
            this.#later = setTimeout(() => this.redraw(), wait);
            return;
        }
        this.#asked = key;
        this.#from = performance.now() + RENEWED;
        this.#ask(newest, runs);
    }

    /** Asks for the newest point while the run plays, and for the whole curve when it rests. */
    async #ask(/** @type {number} */ newest, /** @type {boolean} */ runs) {
        this.#waiting = true;
        try {
            if (runs && this.#points.length > 0) {
                const { step, right, examples } = await this.stage.ask(`confusion?set=test&step=${newest}`);
                this.#points = [...this.#points.filter((point) => point.step < step), { step, testAccuracy: right / examples }];
            } else {
                this.#points = (await this.stage.ask(`accuracies?step=${newest}`)).points;
            }
            this.#show();
        } catch (error) {
            this.#chart.replaceChildren();
            this.#details.hidden = true;
            write(this.#number, /** @type {Error} */ (error).message);
        }
        this.#waiting = false;
        this.redraw();
    }

    #show() {
        const last = this.#points[this.#points.length - 1];
        this.#details.hidden = false;
        const { step, testAccuracy } = last;
        this.#number.replaceChildren(html("b", {}, percent(testAccuracy)), ` of the digits that it never trained on are read rightly at step ${count(step)}.`);
        this.#draw(last.step || 1);
        this.#write();
    }

    #draw(/** @type {number} */ end) {
        const x = (/** @type {number} */ step) => LEFT + ((WIDE - LEFT - 8) * step) / end;
        const y = (/** @type {number} */ share) => TOP + (TALL - TOP - FOOT) * (1 - share);
        this.#chart.replaceChildren();
        const root = svg(this.#chart, "svg", { "viewBox": `0 0 ${WIDE} ${TALL}`, "role": "img", "aria-label": "The accuracy on unseen digits over the steps" });
        for (const share of LINES) {
            svg(root, "path", { class: "grid", d: `M${LEFT} ${y(share)}H${WIDE - 8}` });
            svg(root, "text", { "x": LEFT - 8, "y": y(share) + 5, "text-anchor": "end" }).textContent = percent(share);
        }
        for (const part of [0, 0.5, 1]) {
            svg(root, "text", { "x": x(end * part), "y": TALL - 4, "text-anchor": part === 1 ? "end" : "middle" }).textContent = count(Math.round(end * part));
        }
        svg(root, "path", { class: "curve", d: `M${this.#points.map(({ step, testAccuracy }) => `${x(step).toFixed(1)} ${y(testAccuracy).toFixed(1)}`).join("L")}` });
        svg(root, "circle", { class: "now", r: 5, cx: -20, cy: -20 });
        this.#mark(this.stage.picture?.step ?? end, end);
    }

    /** The dot at the shown step, on the curve. */
    #mark(/** @type {number} */ step, /** @type {number} */ newest) {
        const dot = this.#chart.querySelector(".now");
        const after = this.#points.findIndex((point) => point.step >= step);
        const end = this.#points.at(-1)?.step ?? 0;
        if (dot && after >= 0 && end > 0 && step <= newest) {
            const [a, b] = [this.#points[Math.max(0, after - 1)], this.#points[after]];
            const part = b.step > a.step ? (step - a.step) / (b.step - a.step) : 1;
            const share = a.testAccuracy + part * (b.testAccuracy - a.testAccuracy);
            dot.setAttribute("cx", String(LEFT + ((WIDE - LEFT - 8) * step) / end));
            dot.setAttribute("cy", String(TOP + (TALL - TOP - FOOT) * (1 - share)));
        }
    }

    #write() {
        if (this.#details.open) {
            this.#table.replaceChildren(html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "step"), html("th", { scope: "col" }, "read rightly"))),
                html("tbody", {}, ...this.#points.map(({ step, testAccuracy }) => html("tr", {}, html("td", {}, count(step)), html("td", {}, percent(testAccuracy))))));
        }
    }
}

customElements.define("x-unseen-accuracy", UnseenAccuracy);
