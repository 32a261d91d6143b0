import { svg } from "../../shared/dom/svg.js";
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
     * @param {import("../../shared/types.js").Frame} frame the step that was made
     */
    run(layout, { weightGradients }) {
        this.#group.replaceChildren();
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
            return;
        }
        const part = WHOLE / weightGradients.length;
        this.#largest(layout, weightGradients).forEach((pulse) =>
            this.#send(layout, pulse, { backward: true, delay: (weightGradients.length - 1 - pulse.l) * part, duration: part }));
    }

    /** The flow in a part of a step: forward through all layers, or the gradients back. @param {import("./layout.js").Layout} layout @param {import("../../shared/types.js").Frame} frame @param {string} part */
    sweep(layout, frame, part) {
        if (part === "mean") {
            this.run(layout, frame);
            return;
        }
        this.#group.replaceChildren();
        if (part !== "a" || matchMedia("(prefers-reduced-motion: reduce)").matches) {
            return;
        }
        const duration = WHOLE / frame.weights.length;
        this.#largest(layout, frame.weights.map((layer, l) => layer.map((row) => row.map((w, k) => w * frame.activations[l][k]))))
            .forEach((pulse) => this.#send(layout, pulse, { backward: false, delay: pulse.l * duration, duration }));
    }

    /**
     * Draws the flow along one layer's lines at a substep.
     *
     * @param {import("./layout.js").Layout} layout
     * @param {NonNullable<ReturnType<typeof import("./inside.js").flowAt>>} flow
     */
    flow(layout, { l, backward, size }) {
        this.#group.replaceChildren();
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
            return;
        }
        layout.columns[l + 1].ys.forEach((_, j) => layout.columns[l].ys.forEach((__, k) => {
            const value = Math.abs(size(j, k));
            if (value > LEAST) {
                this.#send(layout, { l, j, k, size: value }, { backward, delay: 0, duration: WHOLE });
            }
        }));
    }

    /**
     * @param {import("./layout.js").Layout} layout
     * @param {{l: number, j: number, k: number, size: number}} pulse
     * @param {{backward: boolean, delay: number, duration: number}} timing
     */
    #send(layout, { l, j, k, size }, { backward, delay, duration }) {
        const width = 0.6 + 7 * Math.min(1, Math.sqrt(size) / 0.7);
        const pulse = svg(this.#group, "path", {
            "class": backward ? "backward" : "forward", "d": path(ends(layout, l, j, k)), "pathLength": 1,
            "stroke-width": width.toFixed(1), "stroke-dasharray": `${LENGTH} 2`, "stroke-dashoffset": LENGTH,
        });
        const dashes = [{ strokeDashoffset: LENGTH }, { strokeDashoffset: -1 }];
        pulse.animate(backward ? dashes.toReversed() : dashes, { duration, delay, fill: "both", easing: "ease-in-out" })
            .finished.then(() => pulse.remove(), () => {});
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
