/**
 * Presenter mode on pages that are no lesson: the figure alone, on the whole screen where the browser allows that. The masthead's button, or its
 * key, enters and leaves; since the masthead is gone then, a pale button in the corner leaves too, and so does leaving the whole screen.
 */
export function startPresenting() {
    const enter = document.getElementById("present-button");
    if (!enter) {
        return;
    }
    const leave = document.createElement("button");
    leave.type = "button";
    leave.className = "quiet leave-presenting";
    leave.textContent = "Leave (F)";
    document.body.append(leave);
    let before = 0;
    const toggle = () => {
        const seen = scrollY;
        const presenting = document.documentElement.toggleAttribute("data-presenting");
        fill(presenting);
        enter.setAttribute("aria-pressed", String(presenting));
        dispatchEvent(new Event("resize"));
        scrollTo({ top: presenting ? 0 : before, behavior: "instant" });
        before = seen;
        if (!presenting) {
            enter.focus();
        }
    };
    enter.addEventListener("click", toggle);
    leave.addEventListener("click", toggle);
    document.addEventListener("fullscreenchange", () => {
        if (!document.fullscreenElement && document.documentElement.hasAttribute("data-presenting")) {
            toggle();
        }
    });
}

/** Takes the whole screen, or gives it back. A browser or a frame that refuses leaves presenter mode as it is, in the window. */
function fill(/** @type {boolean} */ whole) {
    if (whole) {
        document.documentElement.requestFullscreen?.().catch(() => {});
    } else if (document.fullscreenElement) {
        document.exitFullscreen().catch(() => {});
    }
}
