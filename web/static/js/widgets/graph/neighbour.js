/**
 * The nearest node in the direction of an arrow key; from none the first one.
 *
 * @param {any[]} boxes
 * @param {number | null} selected
 * @param {string} key
 * @returns {number}
 */
export function neighbour(boxes, selected, key) {
    const from = boxes.find((box) => box.node === selected);
    if (!from) {
        return boxes[0].node;
    }
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [0, 0];
    let nearest = from;
    let least = Infinity;
    for (const box of boxes) {
        const [x, y] = [box.x - from.x, box.y - from.y];
        const along = x * dx + y * dy;
        const distance = along + 2 * Math.abs(x * dy + y * dx);
        if (along > 1 && distance < least) {
            [nearest, least] = [box, distance];
        }
    }
    return nearest.node;
}
