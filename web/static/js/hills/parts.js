import { svg } from "../shared/svg.js";

/**
 * As many SVG elements as there are things to draw, made when first needed and hidden when there are fewer.
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

/** An arrow: a shaft and a head that points along it; none if it is shorter than a pixel or two. @param {Element} parent @param {string} kind */
export function arrow(parent, kind) {
    const g = svg(parent, "g", { class: `arrow ${kind}` });
    const halo = svg(g, "path", { class: "halo" });
    const line = svg(g, "path", { class: "line" });
    return {
        g,
        /** @param {number} x @param {number} y @param {number} dx @param {number} dy */
        place(x, y, dx, dy) {
            const long = Math.hypot(dx, dy);
            g.toggleAttribute("hidden", !(long > 3));
            if (!(long > 3)) {
                return;
            }
            const head = Math.min(9, long * 0.6);
            const [ux, uy] = [dx / long, dy / long];
            const [tx, ty] = [x + dx, y + dy];
            const side = (/** @type {number} */ s) => `${tx - head * (ux + s * 0.5 * uy)} ${ty - head * (uy - s * 0.5 * ux)}`;
            const d = `M${x} ${y}L${tx} ${ty}M${side(1)}L${tx} ${ty}L${side(-1)}`;
            set(halo, { d });
            set(line, { d });
        },
    };
}

let uses = 0;

/** A name that no other element of the page has. */
export function unique(/** @type {string} */ name) {
    uses += 1;
    return `${name}-${uses}`;
}
