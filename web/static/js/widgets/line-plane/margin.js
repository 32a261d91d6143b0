import { svg } from "../../shared/dom/svg.js";
import { towardOne } from "../../shared/plane/line.js";

/** @typedef {import("../../shared/plane/line.js").Neuron} Neuron */

/** The name of a band's edge is inside the band, so far beside the edge and from the plane's border. */
const BESIDE = 10;
const INSIDE = 30;

/**
 * The line with the largest margin as a band: along its two edges the sum is the margin and minus the margin. The radius is not drawn: it counts the input
 * of the bias as well, so it is longer than any distance in this plane.
 */
export class Margin {
    #square;
    #root;
    #band;
    #middle;
    #edges;

    /** @param {import("../../shared/plane/square.js").Square} square */
    constructor(square) {
        this.#square = square;
        this.#root = svg(square.root, "g", { class: "widest", role: "img" });
        this.#band = svg(this.#root, "path", { class: "band" });
        this.#middle = svg(this.#root, "path", { class: "middle" });
        this.#edges = ["sum = γ", "sum = −γ"].map((name) => {
            const text = svg(this.#root, "text", { "text-anchor": "end" });
            text.textContent = name;
            return { line: svg(this.#root, "path", { class: "edge" }), text };
        });
    }

    /** Draws the band of a picture, or nothing. @param {import("../../shared/types.js").PerceptronPicture | null} picture */
    draw(picture) {
        const { widest, margin } = picture ?? {};
        this.#root.toggleAttribute("hidden", !widest);
        if (!widest || margin === undefined) {
            return;
        }
        this.#root.setAttribute("aria-label", "The line with the largest margin, with a band around it. On the edges of the band the sum is the margin and minus the margin.");
        const [upper, lower] = [-margin, margin].map((by) => this.#square.cut({ ...widest, bias: widest.bias + by }).ends);
        this.#band.setAttribute("d", `M${[...upper, ...lower.toReversed()].map((point) => point.join(" ")).join("L")}Z`);
        this.#middle.setAttribute("d", path(this.#square.cut(widest).ends));
        const [dx] = towardOne(widest) ?? [0, 0];
        this.#edges.forEach(({ line, text }, i) => {
            const [start, end] = i === 0 ? upper : lower;
            line.setAttribute("d", path([start, end]));
            const [high, low] = start[1] < end[1] ? [start, end] : [end, start];
            const share = INSIDE / Math.hypot(high[0] - low[0], high[1] - low[1]);
            const inward = i === 0 ? -Math.sign(dx) : Math.sign(dx);
            text.setAttribute("x", String(high[0] + share * (low[0] - high[0]) + BESIDE * inward));
            text.setAttribute("y", String(high[1] + share * (low[1] - high[1]) + 5));
            text.setAttribute("text-anchor", inward < 0 ? "end" : "start");
        });
    }
}

function path(/** @type {[number, number][]} */ points) {
    return `M${points.map((point) => point.join(" ")).join("L")}`;
}
