import { shareOf } from "./step-axis.js";
import { tweakLabel } from "./tweaks.js";

const MOST_POINTS = 1600;
/** The height at which a sketch of the expected curve begins, so that there is room above. */
export const BEGINS_AT = 0.75;

/**
 * A run's cost over its steps as far as it is known here (its batch's, over the training set, over the test set), thinned without losing extremes: of
 * each stretch that is thinned the lowest and the highest of each of the three stay.
 */
export class Curve {
    constructor() {
        /** @type {number[]} */ this.steps = [];
        /** @type {number[]} */ this.costs = [];
        /** @type {(number | null)[]} */ this.trainCosts = [];
        /** @type {(number | null)[]} */ this.testCosts = [];
        /** The penalty beside each cost, where there is one. @type {(number | null)[]} */ this.penalties = [];
        /** @type {{step: number, label: string}[]} */ this.marks = [];
        /** Another one whenever anything of it is. */ this.version = 0;
        /** The curve that the learner expects: heights from 0 to 1, from left to right. @type {number[]} */ this.sketch = [];
        /** The number of steps that this curve goes over; 0 if it goes over all that the chart shows. */ this.sketchSteps = 0;
    }

    /**
     * Takes in the interface's account of the steps so far.
     *
     * @param {[number, number, number | null][]} points
     */
    replace(points) {
        this.version++;
        this.steps = points.map((p) => p[0]);
        this.costs = points.map((p) => p[1]);
        this.trainCosts = points.map(() => null);
        this.testCosts = points.map((p) => p[2]);
        this.penalties = points.map(() => null);
    }

    /** The same from a step on, with the changes made since. @param {{points: [number, number, number | null][], tweaks: any[]}} account */
    recall({ points, tweaks }, from = 0) {
        this.#splice(from, Infinity, points.map(([step, cost, testCost]) => [step, cost, null, testCost, null]));
        this.version++;
        this.marks = tweaks.map((tweak) => ({ step: tweak.step, label: tweakLabel(tweak) }));
    }

    /**
     * Adds a part of the curve with the costs over the whole sets: from its first step to its last one it is known as thoroughly as can be.
     *
     * @param {[number, number, number | null, number | null, number?][]} points the last number is the penalty, where there is one
     */
    evaluate(points) {
        if (points.length > 0) {
            this.#splice(points[0][0], points[points.length - 1][0], points.map(([step, cost, train, test, penalty = 0]) => [step, cost, train, test, penalty || null]));
        }
    }

    /** Puts these points in place of those between two steps. @param {number} from @param {number} to @param {[number, number, number | null, number | null, number | null][]} points */
    #splice(from, to, points) {
        this.version++;
        const start = this.steps.findIndex((step) => step >= from);
        const at = start < 0 ? this.steps.length : start;
        const count = this.steps.slice(at).filter((step) => step <= to).length;
        [this.steps, this.costs, this.trainCosts, this.testCosts, this.penalties].forEach((/** @type {any[]} */ values, i) =>
            values.splice(at, count, ...points.map((point) => point[i])));
    }

    /** The known part of the curve up to a step: the beginning of a branch. */
    upTo(/** @type {number} */ step) {
        const before = new Curve();
        const last = this.steps.findLastIndex((at) => at <= step) + 1;
        before.steps = this.steps.slice(0, last);
        before.costs = this.costs.slice(0, last);
        before.trainCosts = this.trainCosts.slice(0, last);
        before.testCosts = this.testCosts.slice(0, last);
        before.penalties = this.penalties.slice(0, last);
        before.marks = this.marks.filter((mark) => mark.step < step);
        return before;
    }

    /** Notes that something was changed at a step, once. */
    mark(/** @type {number} */ step, /** @type {string} */ label) {
        if (!this.marks.some((mark) => mark.step === step && mark.label === label)) {
            this.version++;
            this.marks.push({ step, label });
        }
    }

    /**
     * A step that arrived: a new one at the end, or the newest again after it was changed.
     *
     * @param {import("./types.js").Frame} frame
     */
    add({ step, cost, trainCost, testCost, penalty = 0 }) {
        const last = this.steps.length - 1;
        if (last >= 0 && step < this.steps[last]) {
            return;
        }
        const at = last >= 0 && step === this.steps[last] ? last : last + 1;
        if (at === last && cost === this.costs[at] && trainCost === this.trainCosts[at] && testCost === this.testCosts[at]
            && (penalty || null) === this.penalties[at]) {
            return;
        }
        this.version++;
        this.steps[at] = step;
        this.costs[at] = cost;
        this.trainCosts[at] = trainCost;
        this.testCosts[at] = testCost;
        this.penalties[at] = penalty || null;
        if (this.steps.length > MOST_POINTS) {
            this.#thin();
        }
    }

    /** The length between two steps as a share of the whole axis, linear or logarithmic, whichever is longer. @param {number} from @param {number} to */
    #length(from, to) {
        const end = this.steps[this.steps.length - 1];
        return Math.max((to - from) / end, shareOf(to, end, true) - shareOf(from, end, true));
    }

    /** Thins the half of the curve's stretches that are the shortest on an axis of steps: on a linear one or on a logarithmic one, wherever they are longer. */
    #thin() {
        const last = this.steps.length - 1;
        const known = [this.costs, this.trainCosts, this.testCosts].filter((values) => values.some((value) => value !== null));
        /** @type {Set<number>} */
        const extremes = new Set([0, last]);
        const stretch = 4 * known.length;
        const starts = Array.from({ length: Math.ceil(last / stretch) }, (_, i) => i * stretch);
        const ends = starts.map((start) => Math.min(start + stretch, last));
        const lengths = starts.map((start, i) => this.#length(this.steps[start], this.steps[ends[i]]));
        const middle = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)];
        starts.forEach((start, s) => {
            if (lengths[s] > middle) {
                this.steps.slice(start, ends[s]).forEach((_, i) => extremes.add(start + i));
                return;
            }
            for (const values of known) {
                extremesOf(values, start, ends[s]).forEach((i) => extremes.add(i));
            }
        });
        const kept = [...extremes].sort((a, b) => a - b);
        this.steps = kept.map((i) => this.steps[i]);
        this.costs = kept.map((i) => this.costs[i]);
        this.trainCosts = kept.map((i) => this.trainCosts[i]);
        this.testCosts = kept.map((i) => this.testCosts[i]);
        this.penalties = kept.map((i) => this.penalties[i]);
    }
}

/** The places of the lowest and the highest known value of a stretch. @param {(number | null)[]} values @param {number} start @param {number} end */
function extremesOf(values, start, end) {
    let low = -1;
    let high = -1;
    for (let i = start; i < end; i++) {
        const value = values[i];
        if (value !== null) {
            low = low < 0 || value < /** @type {number} */ (values[low]) ? i : low;
            high = high < 0 || value > /** @type {number} */ (values[high]) ? i : high;
        }
    }
    return low < 0 ? [] : [low, high];
}
