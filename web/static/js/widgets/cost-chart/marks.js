import { BEGINS_AT } from "../../shared/curve.js";
import { palette } from "../../shared/palette.js";

/** @typedef {import("../../shared/curve.js").Curve} Curve */
/** @typedef {import("../../shared/branches.js").Forked & {parted: number}} Other a branch, and the step at which it parted from the shown one */

/**
 * Draws what lies on the chart beside its curves: the expected curve, the other branches, and the changes.
 *
 * @param {any} u the plot
 * @param {{curve: Curve | null, others: Other[], lit: string | null, isLog: boolean, font: string}} what
 */
export function drawMarks(u, { curve, others, lit, isLog, font }) {
    const { ctx } = u;
    const { left, top, width, height } = u.bbox;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.setLineDash([]);
    sketch(u, ctx, curve);
    branches(u, ctx, others, lit, isLog);
    changes(u, ctx, curve?.marks ?? [], font);
    ctx.restore();
}

/**
 * Draws a tick with a word for every change; a word that would cover another goes a line down.
 *
 * @param {any} u @param {CanvasRenderingContext2D} ctx @param {Curve["marks"]} marks @param {string} font
 */
function changes(u, ctx, marks, font) {
    const { left, top, width, height } = u.bbox;
    const scale = devicePixelRatio || 1;
    /** The right ends of the lines' words. @type {number[]} */
    const ends = [];
    const { inkSoft, paper } = palette().css;
    ctx.font = `${13 * scale}px ${font}`;
    ctx.fillStyle = inkSoft;
    ctx.textAlign = "left";
    for (const { step, label } of [...marks].sort((a, b) => a.step - b.step)) {
        const x = Math.round(u.valToPos(step, "x", true));
        if (x < left || x > left + width) {
            continue;
        }
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

/**
 * Draws the other branches pale, each from the step at which it parted; strong the one that is pointed at.
 *
 * @param {any} u @param {CanvasRenderingContext2D} ctx @param {Other[]} others @param {string | null} lit @param {boolean} isLog
 */
function branches(u, ctx, others, lit, isLog) {
    const scale = devicePixelRatio || 1;
    for (const { id, parted, curve } of others) {
        const isLit = id === lit;
        ctx.strokeStyle = isLit ? palette().css.ink : palette().css.edge;
        ctx.lineWidth = (isLit ? 2 : 1.5) * scale;
        ctx.beginPath();
        const isEvaluated = curve.trainCosts.some((cost) => cost !== null);
        curve.steps.forEach((step, i) => {
            const cost = isEvaluated ? curve.trainCosts[i] : curve.costs[i];
            if (cost !== null && step >= parted && (cost > 0 || !isLog)) {
                ctx.lineTo(u.valToPos(step, "x", true), u.valToPos(cost, "y", true));
            }
        });
        ctx.stroke();
    }
}

/**
 * Draws the curve that was expected: over its steps, or else over the whole width, and as high beside the first cost as it was drawn beside the mark of it.
 *
 * @param {any} u @param {CanvasRenderingContext2D} ctx @param {Curve | null} curve
 */
function sketch(u, ctx, curve) {
    const heights = curve?.sketch ?? [];
    const first = curve?.trainCosts[0] ?? curve?.costs[0];
    if (heights.length < 2 || !first) {
        return;
    }
    const { bbox, scales } = u;
    const least = Math.max(scales.y.min, 0);
    ctx.beginPath();
    heights.forEach((height, i) => {
        const cost = Math.max(least, (height / BEGINS_AT) * first);
        const share = i / (heights.length - 1);
        const x = curve?.sketchSteps ? u.valToPos(share * curve.sketchSteps, "x", true) : bbox.left + bbox.width * share;
        ctx.lineTo(x, u.valToPos(cost, "y", true));
    });
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = 5 * (devicePixelRatio || 1);
    ctx.lineJoin = "round";
    ctx.strokeStyle = palette().css.edge;
    ctx.stroke();
    ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} top @param {number} bottom */
function stroke(ctx, x, top, bottom) {
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
}
