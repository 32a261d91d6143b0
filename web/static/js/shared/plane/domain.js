/** @typedef {{low: number, high: number}} Domain the same for both inputs, so that no picture is distorted */

/**
 * The part of the input plane that is shown: the one that the data set names, else all examples and a margin around them.
 *
 * @param {import("../types.js").Data} data
 * @returns {Domain}
 */
export function domainOf(data) {
    if (data.domain) {
        return { low: data.domain[0], high: data.domain[1] };
    }
    let low = Infinity;
    let high = -Infinity;
    for (const point of [...data.inputs, ...data.testInputs]) {
        low = Math.min(low, ...point.slice(0, 2));
        high = Math.max(high, ...point.slice(0, 2));
    }
    if (!Number.isFinite(low)) {
        return { low: -1, high: 1 };
    }
    const margin = Math.max(0.14 * (high - low), 0.05);
    return { low: low - margin, high: high + margin };
}

/** Tests whether a run's inputs are the two coordinates of a plane, or functions of them, which can be shown as a map. */
export function isPlane(/** @type {import("../types.js").Setup} */ { spec, data }) {
    return (spec.data.features?.length ?? 0) > 0 || data.inputNames.length === 2;
}

/** Tests whether a run's examples are points of a curve: one number goes in, and one comes out. */
export function isCurve(/** @type {import("../types.js").Setup} */ { spec, data }) {
    return (spec.data.features?.length ?? 0) === 0 && data.inputNames.length === 1 && spec.network.layers.at(-1) === 1;
}

/** The data; the domain of one's own points is known to the page alone. @param {any} data @param {{domain: number[] | null}} stage */
export function placed(data, { domain }) {
    return domain ? { ...data, domain, inputNames: ["x₁", "x₂"] } : data;
}
