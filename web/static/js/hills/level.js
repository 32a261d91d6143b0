/** The ground counts as level below this slope. */
export const LEVEL = 0.005;
/** The distance to the lowest place, as a share of the whole picture, within which a walker is at the bottom of its valley. */
const NEAR = 0.012;

/** Tests whether a walker is the learner, whom the words address as you. */
function isYou(/** @type {string} */ name) {
    return name === "You";
}

/** Says that a walker left the picture. @param {string} name @param {boolean | undefined} lost @param {string} where */
export function leftWords(name, lost, where) {
    const you = isYou(name);
    return lost ? `${name} ${you ? "are" : "is"} infinitely far away` : `${name} ${you ? "have" : "has"} left the map: ${where}`;
}

/** Says that a walker is where its valley is lowest. */
export function floorWords(/** @type {string} */ name) {
    return `The ground is level here. ${isYou(name) ? "You are" : `${name} is`} at the floor of this valley.`;
}

/** Says that a walker is where the ground falls on both sides. */
export function ridgeWords(/** @type {string} */ name) {
    return `The ground is level here, and it falls on both sides. ${isYou(name) ? "You are" : `${name} is`} on a ridge.`;
}

/**
 * The shape of the ground of a hill over a line at a place: a floor or a ridge where it is level or all but level and curved.
 *
 * @param {number} at
 * @param {number} slope
 * @param {{axes: number[][], heights: number[][]}} map
 * @returns {"floor" | "ridge" | "level" | "slope"}
 */
export function lieOf(at, slope, { axes: [xs], heights: [heights] }) {
    const step = xs[1] - xs[0];
    const i = Math.min(xs.length - 2, Math.max(1, Math.round((at - xs[0]) / step)));
    const curvature = (heights[i - 1] - 2 * heights[i] + heights[i + 1]) / step ** 2;
    const isNear = Math.abs(slope / curvature) < NEAR * (xs[xs.length - 1] - xs[0]) && Math.abs(curvature) > LEVEL;
    return isNear && curvature > 0 ? "floor" : isNear && Math.abs(slope) < LEVEL ? "ridge" : Math.abs(slope) < LEVEL ? "level" : "slope";
}

/**
 * Tests whether a place is at one of the lowest places of a hill over a plane.
 *
 * @param {number[]} position
 * @param {import("./terrain.js").Terrain} terrain
 */
export function nearest([x, y], { xs, ys, minima }) {
    const near = NEAR * Math.min(xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
    return minima.some(({ position: [mx, my] }) => Math.hypot(x - mx, y - my) < near);
}
