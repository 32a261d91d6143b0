/** @typedef {import("../../stage.js").Stage} Stage */
/** @typedef {import("../../shared/types.js").Schemas["Diagnosis"]} Diagnosis */

/** Shows where a trouble is. */
export function showWhere(/** @type {Stage} */ stage, /** @type {import("./words.js").Place} */ where, /** @type {Diagnosis | null} */ found) {
    const units = found?.units ?? [];
    if (where === "rate") {
        pointOutRate(stage);
    } else if (where === "layers") {
        pointOutUnits(stage, units);
        goTo("inside-layers");
    } else if (where === "network") {
        pointOutUnits(stage, units);
        const [first] = units;
        if (first) {
            stage.select({ kind: "neuron", at: [first.layer, first.neuron] }, "hold");
        }
        const figure = /** @type {HTMLElement | null} */ (stage.querySelector(".network .network-figure"));
        figure?.closest(".network")?.scrollIntoView({ block: "nearest" });
        figure?.focus({ preventScroll: true });
    } else {
        stage.querySelector("x-cost-chart")?.closest(".cost")?.scrollIntoView({ block: "nearest" });
    }
}

/** Marks these units in the network figures, or none. */
export function pointOutUnits(/** @type {Stage} */ stage, /** @type {Diagnosis["units"]} */ units) {
    stage.dispatchEvent(new CustomEvent("point-out", { detail: { units: units.map(({ layer, neuron }) => `${layer}.${neuron}`) } }));
}

/**
 * Marks the learning rate, which stays in view at the lower edge, and moves the focus to it. The cost comes into view too, since
 * the sentence is about both.
 */
function pointOutRate(/** @type {Stage} */ stage) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById("learningRate"));
    const place = field?.closest(".field");
    stage.querySelector("x-cost-chart")?.closest(".cost")?.scrollIntoView({ block: "nearest" });
    if (field && place) {
        place.classList.add("pointed-out");
        for (const event of ["change", "focusout"]) {
            place.addEventListener(event, () => place.classList.remove("pointed-out"), { once: true });
        }
        field.focus({ preventScroll: true });
        field.select();
    }
}

/** Opens a part of the page, brings it into view and moves the focus there. */
export function goTo(/** @type {string} */ id) {
    const details = /** @type {HTMLDetailsElement | null} */ (document.getElementById(id));
    if (details) {
        details.open = true;
        details.scrollIntoView({ block: "start" });
        details.querySelector("summary")?.focus({ preventScroll: true });
    }
}
