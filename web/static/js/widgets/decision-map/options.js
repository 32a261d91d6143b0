import { write } from "../../shared/dom/write.js";
import { palette } from "../../shared/palette.js";

/** The choices of the reader, which stay the same when the stage is replaced. */
const chosen = { heldBack: true, twoColours: false };

/** The choices beside a map: whether its test points are drawn, and whether it has two colours alone. */
export class MapOptions {
    /** @type {Uint32Array | null} */ #ramp = null;
    /** @type {Uint32Array | null} */ #from = null;

    /** The words beside the box. @type {Element | null} */ #label;

    /** @param {Element} form @param {AbortSignal} signal @param {() => void} changed */
    constructor(form, signal, changed) {
        this.#label = form.querySelector("[data-part=shades]");
        for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input"))) {
            const name = /** @type {keyof typeof chosen} */ (box.name);
            box.checked = chosen[name];
            box.addEventListener("change", () => {
                chosen[name] = box.checked;
                changed();
            }, { signal });
        }
    }

    /** Names the choice of colours without shades: two of them, or one for each class. @param {boolean} byClass */
    name(byClass) {
        write(this.#label, byClass ? " no shades" : " two colours");
    }

    /** Tests whether an example is drawn. @param {{held: boolean}} example */
    shows({ held }) {
        return chosen.heldBack || !held;
    }

    get twoColours() {
        return chosen.twoColours;
    }

    /** Names what is chosen, to know when to draw anew. */
    get key() {
        return `${chosen.heldBack} ${chosen.twoColours}`;
    }

    /** The colours of the map: all shades, or one for each side of the middle. */
    get ramp() {
        const { ramp } = palette();
        if (!chosen.twoColours) {
            return ramp;
        }
        if (this.#from !== ramp || !this.#ramp) {
            const half = (ramp.length - 1) / 2;
            this.#from = ramp;
            this.#ramp = ramp.map((_, i) => ramp[Math.round(i < half ? half * 0.35 : half * 1.65)]);
        }
        return this.#ramp;
    }
}
