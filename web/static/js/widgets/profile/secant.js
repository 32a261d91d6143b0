import { long } from "../../shared/numbers.js";
import { svg } from "../../shared/dom/svg.js";
import { set } from "../../hills/parts.js";

/** @typedef {import("../../hills/scale.js").Scale} Scale */
/** @typedef {import("../../shared/types.js").HillPlace} HillPlace */
/** @typedef {import("../../shared/types.js").Secant} Secant */

/** Pixels that a side of the triangle needs for its number. */
const ROOM = 26;

/** The secant of a hill from the side: the line through both points, and between them the run and the rise. @param {Element} parent */
export function secantLine(parent) {
    const g = svg(parent, "g", { class: "secant" });
    const line = svg(g, "path", { class: "through" });
    const run = svg(g, "path", { class: "run" });
    const rise = svg(g, "path", { class: "rise" });
    const runText = svg(g, "text", { class: "run middle" });
    const riseText = svg(g, "text", { class: "rise" });
    const end = svg(g, "circle", { r: 4.5 });

    return {
        /** @param {Secant | null} secant @param {HillPlace} from @param {Scale} x @param {Scale} y */
        place(secant, from, x, y) {
            const found = secant?.measured.find(({ width }) => width === secant.width);
            g.toggleAttribute("hidden", !found);
            if (!found) {
                return;
            }
            const [x0, y0] = [x.of(from.position[0]), y.of(from.height)];
            const [x1, y1] = [x.of(found.to.position[0]), y.of(found.to.height)];
            const at = (/** @type {number} */ pixel) => y.of(from.height + found.slope * (x.back(pixel) - from.position[0]));
            set(line, { d: `M${x.from} ${at(x.from)}L${x.to} ${at(x.to)}` });
            set(run, { d: `M${x0} ${y0}H${x1}` });
            set(rise, { d: `M${x1} ${y0}V${y1}` });
            set(runText, { x: (x0 + x1) / 2, y: y0 + (found.rise < 0 ? -8 : 18) });
            set(riseText, { x: x1 + 8, y: (y0 + y1) / 2 + 5 });
            runText.textContent = x1 - x0 > ROOM ? `run ${long(found.width)}` : "";
            riseText.textContent = Math.abs(y1 - y0) > ROOM ? `rise ${long(found.rise)}` : "";
            set(end, { cx: x1, cy: y1 });
        },
    };
}
