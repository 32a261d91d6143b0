/**
 * What was opened on demand stays open when the server sends its part of the page anew, and what failed is said. Forms whose
 * fields act one by one stay where they are.
 */
export function startSwaps() {
    /** @type {string[]} */
    let open = [];
    let height = 0;
    document.addEventListener("htmx:beforeSwap", () => {
        height = document.getElementById("stage")?.offsetHeight ?? 0;
        open = [...document.querySelectorAll("details[open]:is([id], .describe)")]
            .map(({ id }) => (id ? `#${id}` : "details.describe"));
    });
    document.addEventListener("htmx:afterSwap", () => stay(height));
    document.addEventListener("htmx:afterSettle", () => {
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
function stay(/** @type {number} */ height) {
    const stage = document.getElementById("stage");
    if (stage) {
        stage.style.minHeight = `${height}px`;
        stage.addEventListener("whole", () => (stage.style.minHeight = ""), { once: true });
    }
}

function say(/** @type {string} */ text) {
    const place = document.getElementById("error-all");
    if (place) {
        place.textContent = text;
    }
}
