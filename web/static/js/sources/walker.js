/** @typedef {import("../shared/types.js").HillPlace} HillPlace */

/** A slope below this is what rounding left of 0. */
const NOTHING = 1e-12;

/** A walker on a hill: from a start, by hand or by an update rule, and the known part of its path. */
export class Walker {
    /** @type {HillPlace[]} */ trail = [];
    /** True if the trail has all its steps: a descent that leaves the finite numbers has not. */
    complete = true;
    stepping = false;
    asked = 0;

    /**
     * @param {{name?: string, by?: string, start?: number[], optimizer?: any}} declared
     * @param {number} index its place among the walkers, by which it differs from them
     * @param {{start: number[], learningRate: number}} hill
     */
    constructor({ name, by, start, optimizer }, index, hill) {
        this.index = index;
        this.name = name ?? `Walker ${index + 1}`;
        this.byHand = by === "hand";
        this.start = start ?? hill.start;
        this.optimizer = { learningRate: hill.learningRate, ...optimizer };
    }

    /** The state of the walker at a step; one whose path ends earlier waits at its end. */
    at(/** @type {number} */ step) {
        const here = Math.min(step, this.trail.length - 1);
        return {
            index: this.index, name: this.name, byHand: this.byHand, start: this.start,
            rate: this.optimizer.learningRate, momentum: this.optimizer.momentum ?? 0,
            trail: this.trail.slice(0, here + 1), place: this.trail[here],
            lost: !this.complete && step > here,
        };
    }

    /** Makes a step by hand from where the walker stood at a step of the stage; what came after is forgotten. */
    step(/** @type {number} */ from, /** @type {number[]} */ step, /** @type {HillPlace} */ place) {
        this.trail = this.trail.slice(0, from + 1);
        const slope = place.slope.map((s) => (Math.abs(s) < NOTHING ? 0 : s));
        this.trail.push({ ...place, slope, number: this.trail.length, velocity: step });
    }

    /** Its path until a step, so that the server can make it again: by hand from place to place. */
    pathUntil(/** @type {number} */ step) {
        const { start, optimizer } = this;
        return this.byHand ? { way: this.at(step).trail.map(({ position }) => position) } : { start, optimizer, steps: step };
    }

    /** The record of the walker's steps up to a step, for the server. */
    stepsUntil(/** @type {number} */ step) {
        const { start, optimizer, byHand } = this;
        const { trail } = this.at(step);
        return byHand ? { start, steps: trail.slice(1).map((place) => place.velocity) } : { start, optimizer, steps: trail.length - 1 };
    }
}
