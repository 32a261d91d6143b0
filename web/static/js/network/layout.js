const MOST_DRAWN = 12;
const DRAWN_OF_WIDE = 10;

/** How many of a layer's neurons are drawn one by one: of a wide layer the first ones stand for all. */
export function drawnOf(/** @type {number} */ neurons) {
    return neurons > MOST_DRAWN ? DRAWN_OF_WIDE : neurons;
}

/**
 * Where everything stands, in CSS pixels.
 *
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {number} node a neuron's side
 * @property {number} stub a bias line's length
 * @property {{x: number, ys: number[], hidden: number, moreY: number}[]} columns one per layer: its neurons' middles, how many
 *     are not drawn, and where that is said
 */

/**
 * @param {number[]} layers
 * @param {number} width
 * @param {number} least the least height
 * @returns {Layout}
 */
export function layOut(layers, width, least) {
    const slots = layers.map((n) => drawnOf(n) + (n > MOST_DRAWN ? 1 : 0));
    const most = Math.max(...slots);
    const column = width / layers.length;
    const wished = most <= 4 ? 50 : most <= 6 ? 44 : most <= 8 ? 38 : 32;
    const node = Math.max(24, Math.min(wished, column * 0.55));
    const gap = most <= 6 ? 30 : 18;
    const height = Math.max(least, most * (node + gap) + 12);
    const pitch = Math.min((height - 12) / most, node * 1.9);
    const columns = layers.map((n, l) => {
        const drawn = drawnOf(n);
        const top = height / 2 - ((slots[l] - 1) * pitch) / 2;
        const ys = Array.from({ length: drawn }, (_, j) => Math.round(top + j * pitch));
        return { x: Math.round((l + 0.5) * column), ys, hidden: n - drawn, moreY: top + drawn * pitch };
    });
    return { width, height, node, stub: Math.min(11, pitch - node - 4), columns };
}

/**
 * The ends of a weight's line.
 *
 * @param {Layout} layout
 * @param {number} l
 * @param {number} j
 * @param {number} k
 */
export function ends({ columns, node }, l, j, k) {
    return { x1: columns[l].x + node / 2 + 1, y1: columns[l].ys[k], x2: columns[l + 1].x - node / 2 - 1, y2: columns[l + 1].ys[j] };
}

/** The line's path: it leaves and arrives level. */
export function path(/** @type {ReturnType<typeof ends>} */ { x1, y1, x2, y2 }) {
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/**
 * The line's height at x. Its curve goes x1 + (x2-x1)(1.5t - 1.5t^2 + t^3), y1 + (y2-y1)(3t^2 - 2t^3).
 *
 * @param {ReturnType<typeof ends>} line
 * @param {number} x
 */
export function heightAt({ x1, y1, x2, y2 }, x) {
    const share = (x - x1) / (x2 - x1);
    let low = 0;
    let high = 1;
    for (let i = 0; i < 14; i++) {
        const t = (low + high) / 2;
        if (t * (1.5 - 1.5 * t + t * t) < share) {
            low = t;
        } else {
            high = t;
        }
    }
    return y1 + (y2 - y1) * low * low * (3 - 2 * low);
}
