import { svg } from "../shared/dom/svg.js";

/**
 * A pool of SVG elements, one for each thing to draw, made when first needed and hidden when there are fewer.
 *
 * @param {Element} parent
 * @param {(parent: Element, i: number) => SVGElement} make
 */
export function pool(parent, make) {
    /** @type {SVGElement[]} */
    const made = [];
    return {
        /** @template T @param {T[]} things @param {(element: SVGElement, thing: T, i: number) => void} fit */
        fit(things, fit) {
            while (made.length < things.length) {
                made.push(make(parent, made.length));
            }
            made.forEach((element, i) => {
                element.toggleAttribute("hidden", i >= things.length);
                if (i < things.length) {
                    fit(element, things[i], i);
                }
            });
        },
    };
}

/** Sets attributes. @param {Element} element @param {Record<string, string | number>} attributes */
export function set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, String(value));
    }
}

/** The strokes across the shaft of an arrow that is longer than it is drawn: their distance, and their reach to both sides. */
const BREAK = { apart: 4, reach: 5 };

/** An arrow: a shaft and a head that points along it; none if it is shorter than a pixel or two. It ends at the edge of a box, with two strokes across its shaft. @param {Element} parent @param {string} kind */
export function arrow(parent, kind) {
    const g = svg(parent, "g", { class: `arrow ${kind}` });
    const halo = svg(g, "path", { class: "halo" });
    const line = svg(g, "path", { class: "line" });
    return {
        g,
        /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {Box} box */
        place(x, y, dx, dy, box) {
            const share = shareInside(x, y, dx, dy, box);
            [dx, dy] = [dx * share, dy * share];
            const long = Math.hypot(dx, dy);
            g.toggleAttribute("hidden", !(long > 3));
            if (!(long > 3)) {
                return;
            }
            const head = Math.min(9, long * 0.6);
            const [ux, uy] = [dx / long, dy / long];
            const [tx, ty] = [x + dx, y + dy];
            const side = (/** @type {number} */ s) => `${tx - head * (ux + s * 0.5 * uy)} ${ty - head * (uy - s * 0.5 * ux)}`;
            const d = `M${x} ${y}L${tx} ${ty}M${side(1)}L${tx} ${ty}L${side(-1)}${share < 1 ? broken(x + dx / 2, y + dy / 2, ux, uy) : ""}`;
            set(halo, { d });
            set(line, { d });
        },
    };
}

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/**
 * The share of an arrow inside a box, from its beginning there. @param {number} x @param {number} y @param {number} dx @param {number} dy @param
 * {Box} box
 */
function shareInside(x, y, dx, dy, { left, right, top, bottom }) {
    const along = (/** @type {number} */ at, /** @type {number} */ by, /** @type {number} */ low, /** @type {number} */ high) =>
        by === 0 ? 1 : Math.max(0, ((by > 0 ? high : low) - at) / by);
    return Math.min(1, along(x, dx, left, right), along(y, dy, top, bottom));
}

/** Two strokes across a shaft. @param {number} x @param {number} y @param {number} ux @param {number} uy */
function broken(x, y, ux, uy) {
    const stroke = (/** @type {number} */ at) => {
        const [cx, cy] = [x + at * ux, y + at * uy];
        return `M${cx - BREAK.reach * uy} ${cy + BREAK.reach * ux}L${cx + BREAK.reach * uy} ${cy - BREAK.reach * ux}`;
    };
    return stroke(-BREAK.apart / 2) + stroke(BREAK.apart / 2);
}

let uses = 0;

/** A name that no other element of the page has. */
export function unique(/** @type {string} */ name) {
    uses += 1;
    return `${name}-${uses}`;
}
