/** The largest number of times that the scale grows; a walker that climbs higher leaves the chart. */
const MOST_LEAPS = 8;

/**
 * The range of the chart: from the lowest place to a little above the highest start. A walker that climbs higher makes the scale four times as high,
 * again and again up to a limit: so it stays the same while one compares, and a height that grows is seen to grow.
 *
 * @param {import("../shared/types.js").HillWalker[]} walkers
 * @returns {[number, number]} the ends of the scale of heights
 */
export function reach(walkers) {
    const all = walkers.flatMap(({ trail }) => trail.map((place) => place.height));
    const start = Math.max(...walkers.map(({ trail }) => trail[0].height));
    const low = Math.min(0, ...all.filter((height) => height > start - 1e6));
    const highest = Math.max(...all);
    let room = 1.25 * Math.max(start - low, 1e-6);
    for (let times = 0; times < MOST_LEAPS && low + room < highest; times++) {
        room *= 4;
    }
    return [low, low + room];
}
