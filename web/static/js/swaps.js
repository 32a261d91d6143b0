/** @typedef {import("./stage.js").Stage} Stage */

/**
 * What was opened on demand stays open when the server sends its part of the page anew, and what failed is said. Forms whose
 * fields act one by one stay where they are.
 */
export function startSwaps() {
    showChosen();
    /** @type {string[]} */
    let open = [];
    let height = 0;
    let keep = (/** @type {Stage} */ _stage) => {};
    document.addEventListener("htmx:beforeSwap", () => {
        const stage = /** @type {Stage | null} */ (document.getElementById("stage"));
        height = stage?.offsetHeight ?? 0;
        keep = selectionOf(stage);
        open = [...document.querySelectorAll("details[open]:is([id], .describe)")]
            .map(({ id }) => (id ? `#${id}` : "details.describe"));
    });
    document.addEventListener("htmx:afterSwap", () => stay(height, keep));
    document.addEventListener("htmx:afterSettle", () => {
        showChosen();
        for (const place of open) {
            document.querySelector(place)?.setAttribute("open", "");
        }
    });
    document.addEventListener("htmx:sendError", () => say("The server cannot be reached. Is it still running?"));
    document.addEventListener("htmx:responseError", (event) => {
        const { xhr } = /** @type {CustomEvent} */ (event).detail;
        if ((xhr.getResponseHeader("Content-Type") ?? "").includes("json")) {
            say(JSON.parse(xhr.responseText).detail ?? `The server answered ${xhr.status}.`);
        } else if (xhr.status >= 500) {
            say("Something went wrong on the server. Nothing was changed.");
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
function stay(/** @type {number} */ height, /** @type {(stage: Stage) => void} */ keep) {
    const stage = /** @type {Stage | null} */ (document.getElementById("stage"));
    if (stage) {
        keep(stage);
        stage.style.minHeight = `${height}px`;
        stage.addEventListener("whole", () => (stage.style.minHeight = ""), { once: true });
    }
}

/** Where the data sets stand in one row that is pushed sideways, the chosen one is in the middle of what is seen. */
function showChosen() {
    const chosen = /** @type {HTMLElement | null | undefined} */ (document.querySelector(".pictures :checked")?.parentElement);
    if (chosen?.parentElement) {
        const row = chosen.parentElement;
        row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
    }
}

/** What selects on a later stage what is selected on this one, if its network has the same shape. */
function selectionOf(/** @type {Stage | null} */ before) {
    const item = before?.held ?? null;
    const shape = shapeOf(before);
    return (/** @type {Stage} */ stage) => item && shape && stage !== before && stage.addEventListener("setup", () => {
        if (shapeOf(stage) === shape) {
            stage.select(item, "hold");
        }
    }, { once: true });
}

/** The widths of a stage's layers; empty where it shows no network. */
function shapeOf(/** @type {Stage | null} */ stage) {
    return String(stage?.setup?.spec?.network.layers ?? "");
}

function say(/** @type {string} */ text) {
    const place = document.getElementById("error-all");
    if (place) {
        place.textContent = text;
    }
}
