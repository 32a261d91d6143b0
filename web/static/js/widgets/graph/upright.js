/** The room that a node's numbers take beside it, and the height of a node's body. */
const TEXT = 66;
const BODY = 40;
/** The distances between the centres of two nodes on the page, for each pixel of the lying drawing. */
const ACROSS = 0.96;
const DOWN = 0.55;
const EDGE = 6;
/** The place of a line's numbers: near the operand, so that two lines into one node have room for theirs. */
const LABEL_AT = 0.36;

/**
 * The drawing of a graph turned upright for a narrow screen: operands above the node that is made of them. The numbers of a node
 * are beside it instead of above and below.
 *
 * @param {any} layout
 * @returns {any}
 */
export function upright({ boxes, edges }) {
    const top = Math.min(...boxes.map((/** @type {any} */ box) => box.y + box.height / 2));
    const left = Math.min(...boxes.map((/** @type {any} */ box) => box.x + box.width / 2));
    const widest = Math.max(...boxes.map((/** @type {any} */ box) => box.width));
    const turned = boxes.map((/** @type {any} */ box) => ({ node: box.node, width: box.width + TEXT, body: box.width, height: BODY,
        x: EDGE + widest / 2 + (box.y + box.height / 2 - top) * ACROSS - box.width / 2, y: EDGE + (box.x + box.width / 2 - left) * DOWN }));
    const at = new Map(turned.map((/** @type {any} */ box) => [box.node, box]));
    return {
        upright: true, boxes: turned, edges: edges.map((/** @type {any} */ edge) => line(edge, at, boxes)),
        width: Math.max(...turned.map((/** @type {any} */ box) => box.x + box.width)) + EDGE,
        height: Math.max(...turned.map((/** @type {any} */ box) => box.y + box.height)) + EDGE,
    };
}

/** The line from an operand's lower edge to its node's upper edge. @param {any} edge @param {Map<number, any>} at @param {any[]} lying */
function line(edge, at, lying) {
    const to = at.get(edge.node);
    const start = edge.points[0];
    const from = at.get(lying.find((box) => Math.abs(box.x + box.width - start[0]) < 1 && start[1] > box.y && start[1] < box.y + box.height).node);
    const [x, y] = [from.x + from.body / 2, from.y + BODY];
    const entry = lying.find((box) => box.node === edge.node);
    const end = edge.points.at(-1);
    const [u, v] = [to.x + to.body / 2 + end[1] - entry.y - entry.height / 2, to.y];
    const bend = (v - y) / 2;
    return { ...edge, points: [[x, y], [x, y + bend], [u, v - bend], [u, v]], label: [x + (u - x) * LABEL_AT * LABEL_AT, y + (v - y) * LABEL_AT] };
}
