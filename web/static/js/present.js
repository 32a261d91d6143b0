/**
 * Presenter mode on pages that are no lesson: the masthead's button, or its key, enters and leaves; since the masthead is gone then, a pale button in
 * the corner leaves too.
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
}
