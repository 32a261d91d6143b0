/** The place of each number in a specification that a run can change while it goes on. @type {Record<string, [string, string]>} */
const LIVE = {
    learningRate: ["optimizer", "learningRate"],
    momentum: ["optimizer", "momentum"],
    decay: ["optimizer", "decay"],
    beta1: ["optimizer", "beta1"],
    beta2: ["optimizer", "beta2"],
    weightDecay: ["optimizer", "weightDecay"],
    batchSize: ["batch", "size"],
};

/**
 * The value of each control of the page, by its name. Of a run, the numbers that it has now: its fields may not show them yet.
 *
 * @param {import("../../stage.js").Stage} stage
 */
export function controlsOf(stage) {
    /** @type {Record<string, string>} */
    const values = {};
    for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (stage.querySelectorAll("#setup, #tweaks"))) {
        new FormData(form).forEach((value, name) => (values[name] = String(value)));
    }
    if (stage.run.frames !== undefined) {
        for (const [name, [part, key]] of Object.entries(LIVE)) {
            const number = stage.setup?.spec?.[part]?.[key];
            values[name] = number === undefined ? values[name] : String(number);
        }
        const { name = "none", rate = 0 } = stage.setup?.spec?.regularization ?? {};
        values.penalty = rate > 0 ? name : "none";
        values.penaltyRate = rate > 0 ? String(rate) : values.penaltyRate;
    }
    return values;
}

/** A control's value in the words of the page. @param {string} name @param {string} value */
export function valueWords(name, value) {
    const option = document.querySelector(`select[name="${CSS.escape(name)}"] option[value="${CSS.escape(value)}"]`);
    if (name === "data") {
        const title = document.getElementById(`data-${value}`)?.closest("label")?.title ?? value;
        return `“${title}”`;
    }
    if (name === "hidden" || name === "features") {
        return value === "none" ? "none" : value.split("-").join(", ");
    }
    return option?.textContent?.trim() ?? value;
}
