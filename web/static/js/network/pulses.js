import { svg } from "../shared/svg.js";
import { ends, path } from "./layout.js";

const WHOLE = 900;
const LENGTH = 0.22;
const LEAST = 1e-5;
const MOST_PULSES = 240;

/**
 * One step's gradients, going back: from the last layer to the first a magenta pulse runs against each weight's line, as wide as
 * the root of its gradient. It is shown once for a step that was really made, and not at all where motion is unwelcome.
 */
export class Pulses {
    #group;

    constructor(/** @type {Element} */ group) {
        this.#group = group;
    }

    /**
     * @param {import("./layout.js").Layout} layout
     * @param {import("../shared/types.js").Frame} frame the step that was made
     */
    run(layout, { weightGradients }) {
        this.#group.replaceChildren();
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
            return;
        }
        const part = WHOLE / weightGradients.length;
        this.#largest(layout, weightGradients).forEach(({ l, j, k, size }) => {
            const width = 0.6 + 7 * Math.min(1, Math.sqrt(size) / 0.7);
            const pulse = svg(this.#group, "path", {
                "d": path(ends(layout, l, j, k)), "pathLength": 1, "stroke-width": width.toFixed(1),
                "stroke-dasharray": `${LENGTH} 2`, "stroke-dashoffset": LENGTH,
            });
            pulse.animate([{ strokeDashoffset: -1 }, { strokeDashoffset: LENGTH }],
                { duration: part, delay: (weightGradients.length - 1 - l) * part, fill: "both", easing: "ease-in-out" })
                .finished.then(() => pulse.remove(), () => {});
        });
    }

    /** @param {import("./layout.js").Layout} layout @param {number[][][]} gradients */
    #largest({ columns }, gradients) {
        return gradients
            .flatMap((layer, l) => columns[l + 1].ys.flatMap((_, j) => columns[l].ys.map((_, k) =>
                ({ l, j, k, size: Math.abs(layer[j][k]) }))))
            .filter(({ size }) => size > LEAST)
            .sort((a, b) => b.size - a.size)
            .slice(0, MOST_PULSES);
    }
}
