import { isPlane } from "./domain.js";
import { count } from "../numbers.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The number of places along a side of the domain. */
const LEVELS = 4000;

/** The largest number of examples that can be changed by hand. */
const MOST_POINTS = 500;

/**
 * An example: where it is, whether its target is the higher one, whether it is held back; and where the targets are numbers and not classes,
 * how far along from the lowest to the highest its own is, from 0 to 1; and its class, from 0, where there are three or more.
 *
 * @typedef {{x: number, y: number, high: boolean, held: boolean, along?: number, of?: number}} Point
 */

/** The examples of a set of points of a plane and one target. @returns {Point[]} */
export function pointsOf(/** @type {import("../types.js").Data} */ { inputs, targets, testInputs, testTargets, classNames, places = inputs, testPlaces = testInputs }) {
    const all = [...targets, ...testTargets].map(([target]) => target);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const middle = (low + high) / 2;
    const isHigh = (/** @type {number} */ target) => (middle === all[0] ? target > 0.5 : target > middle);
    const areNumbers = new Set(all).size > 2;
    const points = (/** @type {number[][]} */ at, /** @type {number[][]} */ of, /** @type {boolean} */ held) => at.map(([x, y], i) => {
        const [target] = of[i];
        if (classNames) {
            return { x, y, high: false, held, of: of[i].indexOf(Math.max(...of[i])) };
        }
        return { x, y, high: isHigh(target), held, ...(areNumbers ? { along: (target - low) / (high - low) } : {}) };
    });
    return [...points(places, targets, false), ...points(testPlaces, testTargets, true)];
}

/** The examples of these points, with targets as these data have them. @param {Point[]} points @param {import("../types.js").Data} data */
export function examplesOf(points, data) {
    const known = pointsOf(data);
    const rows = [...data.targets, ...data.testTargets];
    const target = (/** @type {boolean} */ isHigh) => rows[known.findIndex(({ high }) => high === isHigh)] ?? rows[0].map(() => (isHigh ? 1 : 0));
    const targets = new Map([true, false].map((isHigh) => [isHigh, target(isHigh)]));
    const part = (/** @type {boolean} */ isHeld) => points.filter(({ held }) => held === isHeld);
    const places = (/** @type {Point[]} */ all) => all.map(({ x, y }) => [x, y]);
    const aims = (/** @type {Point[]} */ all) => all.map(({ high }) => targets.get(high));
    return { inputs: places(part(false)), targets: aims(part(false)), testInputs: places(part(true)), testTargets: aims(part(true)) };
}

/**
 * Points as an address holds them; the server reads it. Each coordinate is two digits that count parts of the domain.
 *
 * @param {Point[]} points
 * @param {import("./domain.js").Domain} domain
 */
export function encode(points, { low, high }) {
    const digits = (/** @type {number} */ value) => {
        const level = Math.max(0, Math.min(LEVELS, Math.round((LEVELS * (value - low)) / (high - low))));
        return DIGITS[Math.floor(level / 64)] + DIGITS[level % 64];
    };
    const part = (/** @type {boolean} */ isHigh, /** @type {boolean} */ held) =>
        points.filter((p) => p.high === isHigh && p.held === held).map(({ x, y }) => digits(x) + digits(y)).join("");
    return [low, high, part(true, false), part(false, false), part(true, true), part(false, true)].join("~");
}

/** Returns whether these examples must stay: they are no points of a plane, were recorded, or are locked. @param {import("../types.js").Setup} setup @param {{recording?: object, scene?: {locked: string[]}}} config the stage's */
export function isFixed(setup, { recording, scene }) {
    return !isPlane(setup) || recording !== undefined || (scene?.locked.includes("points") ?? false);
}

/** The reason why the points of a plane cannot be changed, in a sentence; null if they can. @param {import("../types.js").Setup} setup */
export function hindrance({ spec, data }) {
    const { features = ["x", "y"] } = /** @type {any} */ (spec.data);
    const targets = [...data.targets, ...data.testTargets];
    return features.join() !== "x,y" ? "You can change the points only while x₁ and x₂ are the only inputs."
        : targets.length > MOST_POINTS ? `You can change up to ${count(MOST_POINTS)} points; this data set has ${count(targets.length)}.`
            : data.classNames ? "Only the points of two classes can be changed."
            : new Set(targets.map(([target]) => target)).size > 2 ? "You can change points of two classes only. The targets of these are numbers." : null;
}
