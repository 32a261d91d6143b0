/**
 * The tweak that the two controls of the penalty ask for; null if none is asked for, because there is no penalty whose rate could change.
 *
 * @param {string} name of the control that was changed
 * @param {string} kind "none", "l1" or "l2"
 * @param {number} rate
 */
export function penaltyTweak(name, kind, rate) {
    if (kind === "none") {
        return name === "penaltyRate" ? null : { regularization: { name: "l2", rate: 0 } };
    }
    return { regularization: { name: kind, rate } };
}

/** The values of the two controls for a specification; the rate is undefined where there is no penalty. @param {any} spec */
export function penaltyOf({ regularization }) {
    return regularization?.rate > 0 ? { penalty: regularization.name, penaltyRate: regularization.rate } : { penalty: "none", penaltyRate: undefined };
}
