import { configOf } from "../stage/config.js";
import { beginAnew, handOn } from "../kept/kept-runs.js";
import { leave } from "./seen.js";

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * Moves from scene to scene by htmx: every scene has a stage of its own, but for one that continues the scene before. Then only the words are
 * exchanged, and the stage stays, paused. A question that is open comes first; a second press goes on all the same.
 */
export function startTravel() {
    document.addEventListener("htmx:confirm", (event) => {
        const { elt } = /** @type {CustomEvent} */ (event).detail;
        if (elt.rel === "next" && !leaveBy(elt)) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:beforeSwap", (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        const here = /** @type {Stage | null} */ (document.getElementById("stage"));
        const pressed = detail.requestConfig?.elt;
        if (detail.target !== here || !here) {
            return;
        }
        handOn(null);
        if (pressed?.rel === "next") {
            goOn(here, detail);
            return;
        }
        rest(here);
        if (pressed?.dataset.part === "again") {
            beginAnew();
        }
    });
    addEventListener("pagehide", () => {
        const here = /** @type {Stage | null} */ (document.getElementById("stage"));
        if (here?.progress) {
            rest(here, ["running", "gone"]);
        }
    });
    document.addEventListener("htmx:afterSettle", (event) => {
        const { target, detail } = /** @type {CustomEvent} */ (event);
        if (/** @type {HTMLElement} */ (target).matches(".lesson, .words") && detail.requestConfig?.elt?.rel) {
            scrollTo({ top: 0, behavior: "instant" });
            document.getElementById("scene-title")?.focus({ preventScroll: true });
        }
    });
}

/** Notes that the learner leaves the scene by a link that leads on; false if an open question comes first. */
export function leaveBy(/** @type {HTMLElement} */ link) {
    if (link.dataset.part !== "skip" && isDue(link)) {
        return false;
    }
    leave();
    return true;
}

/** Hands the figure on, and keeps it where the next scene continues this one with the same widgets. */
function goOn(/** @type {Stage} */ here, /** @type {any} */ detail) {
    const next = /** @type {HTMLElement | null} */ (new DOMParser().parseFromString(detail.serverResponse, "text/html").getElementById("stage"));
    const scene = next && configOf(next).scene;
    if (scene?.continues && scene.key === here.config.scene?.key) {
        if (here.progress.state === "running") {
            here.act("pause");
        }
        here.continues = true;
        detail.target = here.querySelector("#words");
        detail.selectOverride = "#words";
    } else {
        rest(here);
        handOn(here);
    }
}

/**
 * Pauses the learner's run when its stage leaves the page, or the page is left. A stage cancels its own requests then, so this request does
 * not belong to it. Without it the server would go on training, and the run would come back later than the step that was offered. When a page
 * is left, its stream may have ended before: the run is gone for the page, and plays on.
 */
function rest(/** @type {Stage} */ { progress: { state }, run: { isMine, frames = "" } }, states = ["running"]) {
    if (states.includes(state) && isMine && frames) {
        const headers = { "Accept": "application/json", "Content-Type": "application/json" };
        fetch(`${frames.slice(0, frames.lastIndexOf("/"))}/pause`, { method: "POST", body: "{}", headers, keepalive: true }).catch(() => null);
    }
}

/** Says at the first open question that it comes first, and goes there; only once for each, so that nobody is kept from going on. */
function isDue(/** @type {HTMLElement} */ link) {
    const open = "x-question:is(.predict, .check):not([data-done])";
    const due = document.querySelector("x-scene[data-optional]") === null ? /** @type {HTMLElement | null} */ (document.querySelector(open)) : null;
    if (!due || link.dataset.insisted !== undefined) {
        return false;
    }
    link.dataset.insisted = "yes";
    due.dispatchEvent(new CustomEvent("due"));
    return true;
}
