const MOST_DRAWN = 12;
const DRAWN_OF_WIDE = 10;
/** A figure narrower than this, as on a phone, is no higher than its neurons reach. */
const NARROW = 480;
const WIDEST_PITCH = 1.9;
const LEAST_NODE = 24;
/** The largest share of the distance to the next neuron that a neuron takes: none covers another, nor the button below the last. */
const CLOSEST = 0.82;

/** The number of a layer's neurons that are drawn one by one: the first ones of a wide layer represent all. */
export function drawnOf(/** @type {number} */ neurons) {
    return neurons > MOST_DRAWN ? DRAWN_OF_WIDE : neurons;
}

/**
 * The places of all parts, in CSS pixels.
 *
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {number} node a neuron's side
 * @property {number} stub a bias line's length
 * @property {number} thickness of its lines, as a share of the usual: less where they are many in little room
 * @property {number} bend how far a line goes level before it turns, as a share of its width: little where lines are steep
 * @property {{x: number, ys: number[], hidden: number, moreY: number}[]} columns one per layer: its neurons' middles, how many
 * are not drawn, and where that is said
 */

/**
 * Lays the network out as high as it must be, and at least as high as asked.
 *
 * @param {number[]} layers
 * @param {number} width
 * @param {number} least the least height
 * @returns {Layout}
 */
export function layOut(layers, width, least) {
    const most = slotsOf(layers);
    const node = Math.max(LEAST_NODE, Math.min(sideOf(most), (width / layers.length) * 0.55));
    const gap = most <= 6 ? 30 : 18;
    const wanted = width < NARROW ? Math.min(least, most * WIDEST_PITCH * node + 12) : least;
    return place(layers, width, Math.max(wanted, most * (node + gap) + 12), node);
}

/**
 * Just as high as the room is: in little room the neurons are smaller.
 *
 * @param {number[]} layers
 * @param {number} width
 * @param {number} height
 * @param {number} [growth] how many times larger than elsewhere a neuron may be
 * @returns {Layout}
 */
export function layInto(layers, width, height, growth = 1) {
    const most = slotsOf(layers);
    const pitch = (height - 12) / most;
    const node = Math.max(Math.min(LEAST_NODE, pitch * CLOSEST), Math.min(growth * sideOf(most), (width / layers.length) * 0.55, pitch * 0.68));
    return place(layers, width, height, Math.round(node));
}

/** The number of places of the largest layer. @param {number[]} layers */
function slotsOf(layers) {
    return Math.max(...layers.map((n) => drawnOf(n) + (n > MOST_DRAWN ? 1 : 0)));
}

/** A neuron's side where there is room enough. @param {number} most */
function sideOf(most) {
    return most <= 4 ? 50 : most <= 6 ? 44 : most <= 8 ? 38 : 32;
}

/** @param {number[]} layers @param {number} width @param {number} height @param {number} node @returns {Layout} */
function place(layers, width, height, node) {
    const most = slotsOf(layers);
    const column = width / layers.length;
    const pitch = Math.min((height - 12) / most, node * WIDEST_PITCH);
    const columns = layers.map((n, l) => {
        const drawn = drawnOf(n);
        const top = height / 2 - ((drawn + (n > MOST_DRAWN ? 1 : 0) - 1) * pitch) / 2;
        const ys = Array.from({ length: drawn }, (_, j) => Math.round(top + j * pitch));
        return { x: Math.round((l + 0.5) * column), ys, hidden: n - drawn, moreY: top + drawn * pitch };
    });
    const bend = Math.min(0.5, 0.04 + (1.1 * (column - node)) / (most * pitch));
    const thickness = Math.min(1, node / 40, most < 8 ? 1 : (column - node) / 80);
    return { width, height, node, stub: Math.min(11, pitch - node - 4), thickness, bend, columns };
}

/**
 * The ends of a weight's line.
 *
 * @param {Layout} layout
 * @param {number} l
 * @param {number} j
 * @param {number} k
 */
export function ends({ columns, node, bend }, l, j, k) {
    const x1 = columns[l].x + node / 2 + 1;
    const x2 = columns[l + 1].x - node / 2 - 1;
    return { x1, y1: columns[l].ys[k], x2, y2: columns[l + 1].ys[j], level: bend * (x2 - x1) };
}

/** The line's path: it leaves and arrives level. */
export function path(/** @type {ReturnType<typeof ends>} */ { x1, y1, x2, y2, level }) {
    return `M${x1} ${y1}C${x1 + level} ${y1} ${x2 - level} ${y2} ${x2} ${y2}`;
}

/**
 * The line's height at x, found by halving: its curve goes, with b for the bend, x1 + (x2-x1)(3b t(1-t)^2 + 3(1-b) t^2(1-t) + t^3)
 * and y1 + (y2-y1)(3t^2 - 2t^3).
 *
 * @param {ReturnType<typeof ends>} line
 * @param {number} x
 */
export function heightAt({ x1, y1, x2, y2, level }, x) {
    const share = (x - x1) / (x2 - x1);
    const bend = level / (x2 - x1);
    let low = 0;
    let high = 1;
    for (let i = 0; i < 14; i++) {
        const t = (low + high) / 2;
        const rest = 1 - t;
        if (t * (3 * bend * rest * rest + 3 * (1 - bend) * t * rest + t * t) < share) {
            low = t;
        } else {
            high = t;
        }
    }
    return y1 + (y2 - y1) * low * low * (3 - 2 * low);
}
