import { count, percent, plain, short, significant } from "../../shared/numbers.js";
import { valueAt } from "./paths.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */

/** @type {Record<string, (frame: Frame) => string>} */
const VALUES = {
    step: (f) => count(f.step),
    epoch: (f) => count(f.epoch),
    cost: (f) => short(f.trainCost ?? f.cost),
    batchCost: (f) => (f.trainCost === null || f.trainCost === f.cost ? "" : short(f.cost)),
    penalty: (f) => (f.penalty ? short(f.penalty) : ""),
    testCost: (f) => (f.testCost === null ? "" : short(f.testCost)),
    accuracy: (f) => (f.accuracy === null ? "" : percent(f.accuracy)),
    testAccuracy: (f) => (f.testAccuracy === null ? "" : percent(f.testAccuracy)),
};

/**
 * `<x-value of="cost">` or `<x-value of="deltas.1.0" digits="5">`: a number in the text that is the shown picture's own, of a run,
 * a hill or a graph; hides its `data-part` where there is none.
 */
class Value extends StageWidget {
    draw(/** @type {Frame} */ frame) {
        const text = this.#text(frame);
        write(this, text);
        this.closest("[data-part]")?.toggleAttribute("hidden", text === "");
    }

    #text(/** @type {Frame} */ frame) {
        const path = this.getAttribute("of") ?? "";
        const digits = this.getAttribute("digits");
        if (digits === null && VALUES[path]) {
            return VALUES[path](frame);
        }
        const value = valueAt(path, frame, this.stage.setup);
        if (typeof value !== "number") {
            return "…";
        }
        return digits === null ? plain(value, 6) : significant(value, Number(digits));
    }
}

customElements.define("x-value", Value);
