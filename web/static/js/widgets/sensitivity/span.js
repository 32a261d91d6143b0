/** The factor by which held values have become too small for the span before the span is fitted again. */
const FAR = 4;

/** The reach of a scale around 0, a round number: it stays while values come and go, grows where one would leave it, and fits the next one after `fit`. */
export class Span {
    reach = 0;

    /** Forgets the reach: the next value gives it anew. */
    fit() {
        this.reach = 0;
    }

    /** Has room for a value. */
    hold(/** @type {number} */ largest) {
        if (this.reach === 0 || largest > this.reach) {
            this.reach = roundUp(largest);
        }
    }

    /** Tests whether the largest of the shown values is far smaller than the scale. */
    isFar(/** @type {number} */ largest) {
        return roundUp(largest) * FAR < this.reach;
    }
}

/** The next of 1, 1.5, 2, 3, 5 and 7 times a power of ten. @param {number} value */
export function roundUp(value) {
    const power = Math.floor(Math.log10(value));
    const digit = [1, 1.5, 2, 3, 5, 7, 10].find((step) => Number(`${step}e${power}`) >= value * (1 - 1e-9)) ?? 10;
    return Number(`${digit}e${power}`);
}
