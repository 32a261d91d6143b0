import { placeOf } from "./shared/dom/place.js";
import { frameHeader } from "./shared/launch.js";

/** @typedef {import("./stage.js").Stage} Stage */

/**
 * Keeps opened parts open when the server sends their part of the page anew, and shows failures. Forms whose fields act one by one stay where they
 * are.
 */
export function startSwaps() {
    showChosen();
    /** @type {string[]} */
    let open = [];
    let height = 0;
    /** @type {((stage: Stage) => unknown)[]} */
    let keep = [];
    document.addEventListener("htmx:beforeSwap", () => {
        const stage = /** @type {Stage | null} */ (document.getElementById("stage"));
        height = stage?.offsetHeight ?? 0;
        keep = [selectionOf(stage), expectationOf(stage), focusOf(stage)];
        open = [...document.querySelectorAll("details[open]:is([id], .describe)")]
            .map(({ id }) => (id ? `#${id}` : "details.describe"));
    });
    document.addEventListener("htmx:afterSwap", () => {
        for (const place of open) {
            document.querySelector(place)?.setAttribute("open", "");
        }
        stay(height, keep);
    });
    document.addEventListener("htmx:configRequest", (event) => Object.assign(/** @type {CustomEvent} */ (event).detail.headers, frameHeader()));
    document.addEventListener("htmx:afterSettle", showChosen);
    document.addEventListener("htmx:sendError", () => say("The server cannot be reached. Check your connection, then try again."));
    document.addEventListener("htmx:responseError", (event) => {
        const { xhr } = /** @type {CustomEvent} */ (event).detail;
        if ((xhr.getResponseHeader("Content-Type") ?? "").includes("json")) {
            say(JSON.parse(xhr.responseText).detail ?? `The server answered ${xhr.status}.`);
        } else if (xhr.status >= 500 && !xhr.responseText.includes("error-all")) {
            say("Something went wrong on the server. Nothing has changed; try again.");
        }
    });
    document.addEventListener("htmx:afterOnLoad", (event) => {
        if (/** @type {CustomEvent} */ (event).detail.xhr.status === 422) {
            refused();
        }
    });
    document.addEventListener("submit", (event) => {
        if (/** @type {HTMLElement} */ (event.target).dataset.still !== undefined) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:beforeRequest", () => say(""));
}

/** A stage that is not drawn yet is as high as the one before it, so that nothing is scrolled away. */
function stay(/** @type {number} */ height, /** @type {((stage: Stage) => unknown)[]} */ keep) {
    const stage = /** @type {Stage | null} */ (document.getElementById("stage"));
    if (stage) {
        keep.forEach((hand) => hand(stage));
        stage.style.minHeight = `${height}px`;
        stage.addEventListener("whole", () => (stage.style.minHeight = ""), { once: true });
    }
}

/** Scrolls the row of data sets, where it is wider than the page, so that the chosen one is in the middle. */
function showChosen() {
    const chosen = /** @type {HTMLElement | null | undefined} */ (document.querySelector(".pictures :checked")?.parentElement);
    if (chosen?.parentElement) {
        const row = chosen.parentElement;
        row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
    }
}

/** A function that selects on a later stage the selection of this one, if its network has the same shape. */
function selectionOf(/** @type {Stage | null} */ before) {
    const item = before?.held ?? null;
    const shape = shapeOf(before);
    return (/** @type {Stage} */ stage) => item && shape && stage !== before && stage.addEventListener("setup", () => {
        if (shapeOf(stage) === shape) {
            stage.select(item, "hold");
        }
    }, { once: true });
}

/** A function that draws on a later stage of the playground the sketch of this one: a learner presses play after the guess, which makes a run. */
function expectationOf(/** @type {Stage | null} */ before) {
    const sketch = before?.config?.inAddress ? before.curve.sketch : [];
    return (/** @type {Stage} */ stage) => {
        if (stage !== before && sketch.length > 0 && stage.curve) {
            stage.curve.sketch = sketch;
        }
    };
}

/**
 * A function that focuses on a later stage the focused element of this one, at once or when all of it is there: htmx itself does so, but cannot in a
 * part that is opened again.
 */
function focusOf(/** @type {Stage | null} */ before) {
    const { activeElement: focused } = document;
    const place = focused && before?.contains(focused) ? placeOf(focused) : "";
    const again = () => {
        if (document.activeElement === document.body) {
            const same = /** @type {HTMLElement | null} */ (document.querySelector(place));
            const next = same?.matches(":disabled") ? same.parentElement?.querySelector("button:enabled") : same;
            /** @type {HTMLElement | null | undefined} */ (next)?.focus({ preventScroll: true });
        }
    };
    return (/** @type {Stage} */ stage) => {
        if (place && stage !== before) {
            again();
            stage.addEventListener("whole", again, { once: true });
        }
    };
}

/** The widths of a stage's layers; empty where it shows no network. */
function shapeOf(/** @type {Stage | null} */ stage) {
    return String(stage?.setup?.spec?.network.layers ?? "");
}

/** Undoes the choice after a refusal: every control is as it was, and the focus is on the field at fault. */
function refused() {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#stage input[type=radio][form=setup]"))) {
        input.checked = input.defaultChecked;
    }
    const wrong = [...document.querySelectorAll("#stage .field .error")].find(({ textContent }) => textContent?.trim());
    const field = /** @type {HTMLElement | null | undefined} */ (wrong?.closest(".field")?.querySelector("input[type=text], select"));
    if (field && !document.activeElement?.closest("x-tuning")) {
        field.closest("details")?.setAttribute("open", "");
        field.scrollIntoView({ block: "center" });
        field.focus({ preventScroll: true });
    }
}

function say(/** @type {string} */ text) {
    const place = document.getElementById("error-all");
    if (place) {
        place.textContent = text;
    }
}
