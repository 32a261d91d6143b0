import { viewOf } from "../../kept/keys.js";
import { BASE } from "../../shared/base.js";
import { forked } from "../../shared/branches.js";
import { costCurves } from "../../shared/cost-curves.js";
import { html } from "../../shared/dom/html.js";
import { Trial } from "../../shared/dom/trial.js";
import { count, percent, plain, short } from "../../shared/numbers.js";
import { tuned, tweakLabel } from "../../shared/tweaks.js";
import { StageWidget } from "../../stage-widget.js";
import { differences } from "./differences.js";

/** The largest number of runs beside each other: each has a colour of its own. */
const MOST = 8;
const POINTS = 300;
/** The tab's own storage keeps the runs that were added. */
const KEPT = "compared-runs";

/**
 * @typedef {{view: string, name: string}} Named
 * @typedef {object} Compared
 * @property {string} letter
 * @property {string} name
 * @property {any} spec as its tweaks left it
 * @property {string} changes
 * @property {any} frame at its newest step
 * @property {[number, number | null][]} points
 */

/**
 * `<x-compare>`: up to eight runs beside each other: the branches of the page's run, and runs that the learner added before. Their curves are in one chart,
 * their newest numbers and the settings in which they differ in one table.
 */
class Compare extends StageWidget {
    figure = { name: "Comparison of runs", line: "The cost of each run over its steps, and its numbers at its newest step." };
    #trial = new Trial("Compare", "Reading the runs …");
    #add = html("button", { type: "button", class: "act second" }, "Add this run");
    #added = html("ul", { class: "compare-added" });
    #result = html("div", { class: "compare-result" });
    /** Runs of other settings. @type {Named[]} */ #kept = recalled();

    enter(/** @type {AbortSignal} */ signal) {
        this.#add.addEventListener("click", () => this.#keep(), { signal });
        this.#added.addEventListener("click", (event) => {
            const view = /** @type {Element} */ (event.target).closest("button")?.dataset.view;
            if (view) {
                this.#set(this.#kept.filter((run) => run.view !== view));
            }
        }, { signal });
        this.#trial.listen(signal, () => this.#compare());
        this.replaceChildren(html("p", { class: "note" }, "Add this run, change a setting, and train again: the run that you added is kept. All branches of the run on this page take part by themselves."),
            html("div", { class: "acts" }, this.#add, this.#trial.button), this.#added, this.#trial.note, this.#result);
        this.#list();
    }

    /** The branches of the run on the page. @returns {Named[]} */
    #branches() {
        return forked(this.stage.progress.all).map(({ id, label, parent, from }) =>
            ({ view: viewOf(id) || id, name: parent < 0 ? "this run" : `${label} from step ${count(from)}` }));
    }

    #keep() {
        const { spec } = this.stage.setup ?? {};
        const front = this.stage.progress.branch ?? "";
        const view = viewOf(front) || front;
        if (!spec || view === "") {
            this.#trial.say("There is no run yet. Press Step forward first.");
        } else if (this.#kept.length >= MOST) {
            this.#trial.say(`${MOST} runs can be compared. Take one away first.`);
        } else if (!this.#kept.some((run) => run.view === view)) {
            this.#set([...this.#kept, { view, name: `${spec.data.name.replaceAll("-", " ")}, ${spec.network.layers.join("-")}, rate ${plain(spec.optimizer.learningRate, 6)}` }]);
            this.#trial.say("Added. Press Compare when you have trained another one.");
        }
    }

    #set(/** @type {Named[]} */ runs) {
        this.#kept = runs;
        try {
            sessionStorage.setItem(KEPT, JSON.stringify(runs));
        } catch {
            // The list lasts as long as the page.
        }
        this.#list();
    }

    #list() {
        this.#added.replaceChildren(...this.#kept.map(({ view, name }) => html("li", {}, name,
            html("button", { "type": "button", "class": "quiet", "data-view": view, "aria-label": `Take away: ${name}` }, "×"))));
        this.#added.hidden = this.#kept.length === 0;
    }

    async #compare() {
        const branches = this.#branches();
        const named = [...this.#kept.filter(({ view }) => !branches.some((branch) => branch.view === view)), ...branches];
        const read = await Promise.allSettled(named.slice(0, MOST).map((run, i) => this.#read(run, String.fromCharCode("A".charCodeAt(0) + i))));
        const fault = read.find((each) => each.status === "rejected" && each.reason.status !== 404);
        if (fault) {
            throw /** @type {PromiseRejectedResult} */ (fault).reason;
        }
        const runs = read.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
        if (runs.length < 2) {
            this.#result.replaceChildren();
            this.#trial.say("There is only one run. Add it, change a setting and train again; or go back a few steps and change something there, which makes a branch.");
            return;
        }
        this.#result.replaceChildren(costCurves(runs, "The cost of each run over its steps; the table has the newest numbers."), tableOf(runs));
        this.#trial.say([named.length > MOST ? `The first ${MOST} of ${named.length} runs are compared.` : "",
            read.length > runs.length ? "The server no longer has some of the runs that were added." : ""].join(" ").trim());
    }

    /** @param {Named} run @param {string} letter @returns {Promise<Compared>} */
    async #read({ view, name }, letter) {
        const address = `${BASE}api/runs/${view}`;
        const { spec, tweaks, step } = await this.stage.get(address);
        const [frame, costs] = await Promise.all([this.stage.get(`${address}/frames/${step}?evaluate=true`), this.stage.get(`${address}/costs?points=${POINTS}&evaluate=true`)]);
        const points = costs.evaluated?.points.map((/** @type {number[]} */ [at, , whole]) => [at, whole]) ?? costs.points.map((/** @type {number[]} */ [at, cost]) => [at, cost]);
        return { letter, name, spec: tuned(spec, tweaks), frame, points,
            changes: tweaks.map((/** @type {any} */ tweak) => `${tweakLabel(tweak)} at step ${count(tweak.step)}`).join(", ") };
    }
}

/** @returns {Named[]} */
function recalled() {
    try {
        return JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
    } catch {
        return [];
    }
}

function tableOf(/** @type {Compared[]} */ runs) {
    const number = (/** @type {number | null | undefined} */ value, write = short) => (typeof value === "number" ? write(value) : "–");
    const columns = [
        { name: "step", values: runs.map(({ frame }) => count(frame.step)) },
        { name: "cost", values: runs.map(({ frame }) => number(frame.trainCost ?? frame.cost)) },
        { name: "test cost", values: runs.map(({ frame }) => number(frame.testCost)) },
        { name: "right", values: runs.map(({ frame }) => number(frame.accuracy, percent)) },
        { name: "right of the test examples", values: runs.map(({ frame }) => number(frame.testAccuracy, percent)) },
        ...differences(runs.map(({ spec }) => spec)),
        { name: "changes", values: runs.map(({ changes }) => changes || "–") },
    ].filter(({ values }) => values.some((value) => value !== "–"));
    return html("div", { "class": "numbers-table sweep-table", "tabindex": 0, "role": "group", "aria-label": "The runs, and the settings in which they differ" },
        html("table", {}, html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "run"), ...columns.map(({ name }) => html("th", { scope: "col" }, name)))),
            html("tbody", {}, ...runs.map(({ letter, name }, i) => html("tr", { "data-line": i + 1 },
                html("th", { scope: "row" }, html("i", {}), `${letter} ${name}`), ...columns.map(({ values }) => html("td", {}, values[i])))))));
}

customElements.define("x-compare", Compare);
