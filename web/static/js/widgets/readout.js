import { reading } from "../shared/reading.js";
import { StageWidget } from "../stage-widget.js";

/** `<x-readout>`: the numbers of what is selected; what stands in it at rest says how to select. */
class Readout extends StageWidget {
    #rest = "";
    /** @type {import("../shared/types.js").Setup | null} */ #setup = null;

    enter() {
        this.#rest = this.textContent.trim();
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
    }

    draw(/** @type {import("../shared/types.js").Frame} */ frame, /** @type {import("../shared/types.js").Selection} */ { item }) {
        if (!item || !this.#setup || !frame.weights) {
            this.classList.add("rest");
            this.textContent = this.#rest;
            return;
        }
        const { title, parts } = reading(item, frame, this.#setup);
        this.classList.remove("rest");
        const name = document.createElement("span");
        name.className = "what";
        name.textContent = title;
        this.replaceChildren(name, ...parts.map(part));
    }
}

function part(/** @type {import("../shared/reading.js").Part} */ { label, value, kind }) {
    const element = document.createElement("span");
    element.className = kind ? `part ${kind}` : "part";
    const number = document.createElement("b");
    number.textContent = value;
    element.append(`${label} `, number);
    return element;
}

customElements.define("x-readout", Readout);
