/** The largest rate in steps a second at which steps are seen one by one. */
const SLOW = 2;

/** Tells the widgets that one step was made, where steps are slow enough to be seen and the frame before has its gradients. */
export function tellStep(/** @type {import("../stage.js").Stage} */ stage, /** @type {any} */ from, /** @type {any} */ to, /** @type {boolean} */ slow) {
    if (from && to.step === from.step + 1 && slow && (from.weightGradients || from.excerpt) && stage.run.from === undefined) {
        stage.dispatchEvent(new CustomEvent("step", { detail: { from } }));
    }
}

/** Tests whether steps come so slowly that they are seen one by one. */
export function isSlow(/** @type {import("../shared/types.js").Progress} */ { state, rate }) {
    return state !== "running" || rate <= SLOW;
}
