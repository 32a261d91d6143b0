// The tasks that cannot wait for the page's scripts: the remembered theme, and presses before the scripts are there.
try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") {
        document.documentElement.dataset.theme = theme;
    }
} catch {
    // Storage is not available: the system's theme holds.
}

/**
 * Keeps what is pressed or chosen while nothing listens yet, and does it once the page says `begun`: on a slow line the words and
 * buttons are there seconds before what they do.
 */
function keepPresses() {
    const kept = /** @type {Event[]} */ ([]);
    const names = ["click", "change", "keydown"];

    const waits = (/** @type {Event} */ event) => {
        const target = /** @type {Element} */ (event.target);
        if (event instanceof KeyboardEvent) {
            const key = event.key === " " ? "Space" : event.key;
            return target === document.body && !event.ctrlKey && !event.altKey && !event.metaKey
                && (key === "?" || document.querySelector(`[data-key="${CSS.escape(key)}" i]`) !== null);
        }
        return event.type === "change" || target.closest?.("button, summary") !== null;
    };
    const keep = (/** @type {Event} */ event) => {
        if (waits(event)) {
            event.preventDefault();
            event.stopImmediatePropagation();
            kept.push(event);
        }
    };
    const again = (/** @type {Event} */ event) => {
        const target = /** @type {HTMLElement} */ (event.target);
        if (!target.isConnected) {
            return;
        }
        if (event instanceof KeyboardEvent) {
            target.dispatchEvent(new KeyboardEvent("keydown", event));
        } else if (event.type === "change") {
            target.dispatchEvent(new Event("change", { bubbles: true }));
        } else {
            /** @type {HTMLElement | null} */ (target.closest("button, summary"))?.click();
        }
    };

    names.forEach((name) => addEventListener(name, keep, true));
    document.addEventListener("begun", () => {
        names.forEach((name) => removeEventListener(name, keep, true));
        kept.forEach(again);
    }, { once: true });
}
keepPresses();
