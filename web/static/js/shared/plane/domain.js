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
        low = Math.min(low, point[0], point[1]);
        high = Math.max(high, point[0], point[1]);
    }
    if (!Number.isFinite(low)) {
        return { low: -1, high: 1 };
    }
    const margin = Math.max(0.14 * (high - low), 0.05);
    return { low: low - margin, high: high + margin };
}

/** Tests whether a run's inputs are the two coordinates of a plane, and perhaps functions of them, which can be shown as a map. */
export function isPlane(/** @type {import("../types.js").Setup} */ { spec, data }) {
    const [first, second] = spec.data.features ?? [];
    return data.inputNames.length === 2 || (first === "x" && second === "y");
}

/** The data; the domain of one's own points is known to the page alone. @param {any} data @param {{domain: number[] | null}} stage */
export function placed(data, { domain }) {
    return domain ? { ...data, domain, inputNames: ["x₁", "x₂"] } : data;
}
