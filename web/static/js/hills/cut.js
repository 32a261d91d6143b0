/** A coarse slice comes first, the fine one after it: the numbers of points along each side. */
export const SIZES = [15, 49];

/** The question for a stage's slice at a step. @param {Partial<import("../stage/config.js").Slice>} slice @param {number} step @param {number} size */
export function cutQuery({ directions = "random", span }, step, size) {
    return new URLSearchParams({ directions, size: String(size), coarser: "true", step: String(step), ...(span ? { span: String(span) } : {}) });
}
