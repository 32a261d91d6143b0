import { read } from "../../shared/numbers.js";

/** The values of the fields as the learner left them, which a new stage takes over. @type {Record<string, string | boolean>} */
const chosen = {};

/** Fills the fields of the stop conditions as they were or as the page's address has them, and keeps what is changed in the address too. @param {HTMLFormElement | null} form @param {AbortSignal} signal */
export function keepStops(form, signal) {
    const fields = /** @type {HTMLInputElement[]} */ ([...(form?.querySelectorAll("input") ?? [])]);
    if (form && Object.keys(chosen).length === 0) {
        Object.assign(chosen, stopsOf(new URL(location.href)));
    }
    for (const field of fields) {
        const isBox = field.type === "checkbox";
        if (isBox) {
            field.checked = chosen[field.name] === true;
        } else {
            field.value = String(chosen[field.name] ?? "");
        }
    }
    form?.addEventListener("input", () => {
        fields.forEach((field) => (chosen[field.name] = field.type === "checkbox" ? field.checked : field.value));
        keepInAddress();
    }, { signal });
    if (form) {
        keepInAddress();
        // Another network's address comes without them.
        document.addEventListener("htmx:pushedIntoHistory", () => keepInAddress(), { signal });
    }
}

/** The fields as an address has them. @returns {Record<string, string | boolean>} */
export function stopsOf(/** @type {URL} */ { searchParams }) {
    const texts = ["stopCost", "stopAccuracy", "stopStep"].flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name) ?? ""]] : []));
    return Object.fromEntries([...texts, ...(searchParams.has("stopStill") ? [["stopStill", true]] : [])]);
}

/** The address with these fields in place of those that it has. @param {URL} address @param {Record<string, string | boolean>} fields */
export function withStops(address, fields) {
    const changed = new URL(address);
    for (const name of ["stopCost", "stopAccuracy", "stopStep", "stopStill"]) {
        changed.searchParams.delete(name);
        const value = fields[name] === true ? "on" : String(fields[name] || "").trim();
        if (value !== "") {
            changed.searchParams.set(name, value);
        }
    }
    return changed.href;
}

function keepInAddress() {
    const address = withStops(new URL(location.href), chosen);
    if (address !== location.href) {
        history.replaceState({ htmx: true }, "", address);
    }
}

/**
 * The conditions that fields ask for, as the interface takes them, and a sentence on what is wrong with them. An empty field asks for nothing.
 *
 * @param {{stopCost?: string, stopAccuracy?: string, stopStep?: string, stopStill?: boolean}} fields
 * @returns {{until?: {costBelow?: number, accuracyAbove?: number, step?: number, still?: boolean}, wrong: string}}
 */
export function untilOf({ stopCost = "", stopAccuracy = "", stopStep = "", stopStill = false }) {
    const [cost, accuracy, step] = [stopCost, stopAccuracy, stopStep].map((text) => (text.trim() === "" ? undefined : read(text)));
    if (cost !== undefined && !(cost >= 0)) {
        return { wrong: "The cost to stop at must be a number from 0, for example 0.05." };
    }
    if (accuracy !== undefined && !(accuracy >= 0 && accuracy <= 100)) {
        return { wrong: "The right answers to stop at must be a number from 0 to 100, for example 95." };
    }
    if (step !== undefined && !(Number.isInteger(step) && step >= 1)) {
        return { wrong: "The step to stop at must be a whole number from 1, for example 500." };
    }
    const until = {
        ...(cost === undefined ? {} : { costBelow: cost }),
        ...(accuracy === undefined ? {} : { accuracyAbove: accuracy / 100 }),
        ...(step === undefined ? {} : { step }),
        ...(stopStill ? { still: true } : {}),
    };
    return { ...(Object.keys(until).length > 0 ? { until } : {}), wrong: "" };
}

/** The same for the fields of a form. @param {HTMLFormElement | null} form */
export function untilIn(form) {
    const values = Object.fromEntries(new FormData(form ?? undefined));
    return untilOf({ ...values, stopStill: "stopStill" in values });
}
