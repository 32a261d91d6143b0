import { count, percent, short } from "../shared/numbers.js";
import { write } from "../shared/write.js";
import { StageWidget } from "../stage-widget.js";

/** @typedef {import("../shared/types.js").Frame} Frame */

/** @type {Record<string, (frame: Frame) => string>} */
const VALUES = {
    step: (f) => count(f.step),
    epoch: (f) => count(f.epoch),
    cost: (f) => short(f.trainCost ?? f.cost),
    testCost: (f) => (f.testCost === null ? "" : short(f.testCost)),
    accuracy: (f) => (f.accuracy === null ? "" : percent(f.accuracy)),
    testAccuracy: (f) => (f.testAccuracy === null ? "" : percent(f.testAccuracy)),
};

/** `<x-value of="cost">`: a number in the text that is the shown frame's own; hides its `data-part` where there is none. */
class Value extends StageWidget {
    draw(/** @type {Frame} */ frame) {
        const text = VALUES[this.getAttribute("of") ?? ""](frame);
        write(this, text);
        this.closest("[data-part]")?.toggleAttribute("hidden", text === "");
    }
}

customElements.define("x-value", Value);
