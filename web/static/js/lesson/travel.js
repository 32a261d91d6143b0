/**
 * From scene to scene, by htmx: when the next scene shows the same stage, only its words are exchanged and the stage goes on; a
 * guess that is due comes first.
 */
export function startTravel() {
    document.addEventListener("htmx:confirm", (event) => {
        const { elt } = /** @type {CustomEvent} */ (event).detail;
        if (elt.rel === "next" && guessIsDue()) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:beforeSwap", (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        const here = document.getElementById("stage");
        if (detail.target === here && here?.dataset.key !== undefined && detail.serverResponse.includes(`data-key="${here.dataset.key}"`)) {
            detail.target = here.querySelector("#words");
            detail.selectOverride = "#words";
        }
    });
    document.addEventListener("htmx:afterSettle", (event) => {
        if (/** @type {HTMLElement} */ (event.target).matches(".lesson, .words")) {
            scrollTo({ top: 0, behavior: "instant" });
            document.getElementById("scene-title")?.focus({ preventScroll: true });
        }
    });
}

function guessIsDue() {
    const due = document.querySelector("x-question.predict:not([data-done])");
    if (due) {
        due.classList.add("due");
        due.scrollIntoView({ block: "center" });
        /** @type {HTMLElement | null} */ (due.querySelector("input, button"))?.focus();
    }
    return due !== null;
}
