import { Field, overPlane } from "./field.js";

/** @typedef {import("../types.js").Setup} Setup */

/** The fields by the setups of their networks. @type {WeakMap<Setup, SharedField>} */
const ofSetups = new WeakMap();

/** The field of a network that all its maps share, with at least a number of points along a side: one less must be a multiple of one less than elsewhere. */
export function fieldOf(/** @type {Setup} */ setup, /** @type {import("./domain.js").Domain} */ domain, /** @type {number} */ size) {
    const shared = ofSetups.get(setup) ?? new SharedField(setup, domain);
    ofSetups.set(setup, shared);
    shared.want(size);
    return shared;
}

/** A field that is worked out once for each frame, as finely as the finest of its maps wants it. */
class SharedField {
    #setup;
    #domain;
    /** @type {Field | null} */ #field = null;
    /** @type {object | null} */ #frame = null;

    constructor(/** @type {Setup} */ setup, /** @type {import("./domain.js").Domain} */ domain) {
        this.#setup = setup;
        this.#domain = domain;
    }

    want(/** @type {number} */ size) {
        if (!this.#field || this.#field.size < size) {
            this.#field = new Field(this.#setup.spec, overPlane(this.#setup.spec, this.#domain, size), size);
            this.#frame = null;
        }
    }

    /** @returns {Field} */
    of(/** @type {import("../types.js").Frame} */ frame) {
        const field = /** @type {Field} */ (this.#field);
        if (frame !== this.#frame) {
            this.#frame = frame;
            field.compute(frame);
        }
        return field;
    }
}
