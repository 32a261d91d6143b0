/** @typedef {import("../shared/types.js").HillPlace} HillPlace */

/**
 * A straight line through a place of a hill and one a width to its right. Both heights are the server's; what was measured from
 * one place is kept until the place changes.
 */
export class Secant {
    #widths;
    #width;
    #look;
    #changed;
    #x = NaN;
    /** The measured values by width; null while one is being asked for. @type {Map<number, {to: HillPlace, rise: number, slope: number} | null>} */
    #measured = new Map();

    /** @param {number[]} widths @param {(at: number[]) => Promise<HillPlace>} look @param {() => void} changed */
    constructor(widths, look, changed) {
        this.#widths = widths;
        this.#width = widths[0];
        this.#look = look;
        this.#changed = changed;
    }

    choose(/** @type {number} */ width) {
        this.#width = width;
    }

    /** The secant from a place, with all that was measured there. @returns {import("../shared/types.js").Secant} */
    from(/** @type {HillPlace} */ place) {
        if (place.position[0] !== this.#x) {
            this.#x = place.position[0];
            this.#measured.clear();
        }
        if (!this.#measured.has(this.#width)) {
            this.#measure(place, this.#width);
        }
        const measured = this.#widths.flatMap((width) => {
            const found = this.#measured.get(width);
            return found ? [{ width, ...found }] : [];
        });
        return { widths: this.#widths, width: this.#width, measured };
    }

    async #measure(/** @type {HillPlace} */ { position: [x], height }, /** @type {number} */ width) {
        this.#measured.set(width, null);
        const to = await this.#look([x + width]);
        if (x === this.#x) {
            const rise = to.height - height;
            this.#measured.set(width, { to, rise, slope: rise / width });
            this.#changed();
        }
    }
}
