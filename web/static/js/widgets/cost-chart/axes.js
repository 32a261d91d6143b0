import { count, short } from "../../shared/numbers.js";
import { palette } from "../../shared/palette.js";
import { logMarks } from "../../shared/step-axis.js";

const MOST_POWERS = 5;
/** The width, in pixels, that a mark of the axis of steps needs, and that of the other axis and the margin. */
const MARK = 60;
const BESIDE = 64;
/** The distances that two marks of an axis may have: whole steps, and round costs however small or large they get. */
const WHOLE = rounds(0, 9);
export const ROUND = rounds(-300, 300);

/** The powers of ten around what is between, two different ones. @param {number} low @param {number} high */
export function decades(low, high) {
    const from = Math.floor(Math.log10(low));
    return [Number(`1e${from}`), Number(`1e${Math.max(from + 1, Math.ceil(Math.log10(high)))}`)];
}

/** 1, 2 and 5 times each of these powers of ten. @param {number} from @param {number} to */
function rounds(from, to) {
    return Array.from({ length: to - from }, (_, i) => [1, 2, 5].map((digit) => Number(`${digit}e${from + i}`))).flat();
}

/** @param {{size: number, space: number, incrs: number[], log?: boolean}} request */
export function axis({ size, space, incrs, log }) {
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

/** The axis of steps. @param {boolean} isLog @param {boolean} isNamed whether its name stands below it */
export function stepAxis(isLog, isNamed) {
    return {
        ...axis({ size: isNamed ? 22 : 30, space: MARK, incrs: WHOLE }),
        ...(isNamed ? { label: "step", labelSize: 20, labelGap: 0, labelFont: "13px \"Source Sans 3\", sans-serif" } : {}),
        ...(isLog ? {
            splits: (/** @type {any} */ u, /** @type {number} */ _axis, /** @type {number} */ low, /** @type {number} */ high) =>
                logMarks(low, high, Math.max(2, Math.round((u.width - BESIDE) / MARK))),
            filter: (/** @type {any} */ _u, /** @type {number[]} */ splits) => splits,
        } : {}),
    };
}

/** The marks of a logarithmic axis of costs: powers of ten, at most a handful. @param {any} _u @param {number} _axis @param {number} low @param {number} high */
function powers(_u, _axis, low, high) {
    const [from, to] = [low, high].map((value) => Math.round(Math.log10(value)));
    const stride = Math.ceil((to - from) / MOST_POWERS);
    return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => Number(`1e${from + i * stride}`));
}

/** Removes zeros that carry no information. */
function bare(/** @type {string} */ text) {
    return text.replace(/(\.\d*?)0+(?=$| )/, "$1").replace(/\.(?=$| )/, "");
}
