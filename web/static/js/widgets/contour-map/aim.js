import { svg } from "../../shared/dom/svg.js";
import { set } from "../../hills/parts.js";

/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */
/** @typedef {import("../../hills/scale.js").Scale} Scale */

/** Pixels: nearer to the lowest place than this, an angle says nothing. */
const NEAR = 30;
/** Pixels from the walker to the arc of the angle, and from the arc to its number. */
const ARC = 46;
const BESIDE = 20;

/**
 * The steepest direction down from a walker as a straight dashed line to the map's edge, a dotted line to the nearest lowest place, and the angle
 * between the two.
 *
 * @param {Element} parent
 */
export function aim(parent) {
    const g = svg(parent, "g", { class: "aim" });
    const down = svg(g, "path", { class: "down" });
    const goal = svg(g, "path", { class: "goal" });
    const arc = svg(g, "path", { class: "arc" });
    const angle = svg(g, "text", { class: "middle" });

    return {
        /**
         * Draws the lines; without minima, as in fog, only the direction down. @param {HillWalker | null} walker @param {Scale} x @param {Scale} y
         * @param {{position: number[]}[]} minima
         */
        place(walker, x, y, minima) {
            const [dx, dy] = walker ? [-walker.place.slope[0], walker.place.slope[1]] : [0, 0];
            const steep = Math.hypot(dx, dy);
            g.toggleAttribute("hidden", !walker || !(steep > 0));
            if (!walker || !(steep > 0)) {
                return;
            }
            const [px, py] = [x.of(walker.place.position[0]), y.of(walker.place.position[1])];
            const reach = Math.min(toEdge(px, dx, x.from, x.to), toEdge(py, dy, y.to, y.from));
            set(down, { d: `M${px} ${py}L${px + reach * dx} ${py + reach * dy}` });
            const [gx, gy] = nearest(minima.map(({ position }) => [x.of(position[0]) - px, y.of(position[1]) - py]));
            const far = Math.hypot(gx, gy) > NEAR;
            for (const part of [goal, arc, angle]) {
                part.toggleAttribute("hidden", !far);
            }
            if (far) {
                turn(px, py, Math.atan2(dy, dx), Math.atan2(gy, gx));
                set(goal, { d: `M${px} ${py}l${gx} ${gy}` });
            }
        },
    };

    /** @param {number} px @param {number} py @param {number} from @param {number} to both in radians, clockwise as pixels go */
    function turn(px, py, from, to) {
        const by = Math.atan2(Math.sin(to - from), Math.cos(to - from));
        const at = (/** @type {number} */ radius, /** @type {number} */ direction) =>
            `${px + radius * Math.cos(direction)} ${py + radius * Math.sin(direction)}`;
        set(arc, { d: `M${at(ARC, from)}A${ARC} ${ARC} 0 0 ${by > 0 ? 1 : 0} ${at(ARC, to)}` });
        const [tx, ty] = at(ARC + BESIDE, from + by / 2).split(" ");
        set(angle, { x: tx, y: Number(ty) + 5 });
        angle.textContent = `${Math.round((Math.abs(by) * 180) / Math.PI)}°`;
    }
}

/** The number of paces up to an edge of the map. @param {number} at @param {number} pace @param {number} low @param {number} high */
function toEdge(at, pace, low, high) {
    return pace === 0 ? Infinity : Math.max(0, ((pace > 0 ? high : low) - at) / pace);
}

/** The shortest of the vectors; of none, one without length. @param {number[][]} vectors */
function nearest(vectors) {
    return [...vectors].sort((a, b) => Math.hypot(...a) - Math.hypot(...b))[0] ?? [0, 0];
}
