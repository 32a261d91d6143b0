const NEXT = { system: "light", light: "dark", dark: "system" };
const NAMES = { system: "System theme", light: "Light theme", dark: "Dark theme" };

/** The switch between the system's theme, light and dark; the choice is remembered. */
export function startThemeButton() {
    const button = document.getElementById("theme-button");
    const label = button?.querySelector(".theme-name");
    if (!button || !label) {
        return;
    }
    const show = () => {
        const name = NAMES[current()];
        label.textContent = name;
        button.setAttribute("aria-label", `${name}, change`);
    };
    button.addEventListener("click", () => {
        const next = NEXT[current()];
        if (next === "system") {
            delete document.documentElement.dataset.theme;
        } else {
            document.documentElement.dataset.theme = next;
        }
        remember(next);
        show();
    });
    show();
}

/** @returns {keyof typeof NEXT} */
function current() {
    const theme = document.documentElement.dataset.theme;
    return theme === "light" || theme === "dark" ? theme : "system";
}

function remember(/** @type {string} */ theme) {
    try {
        localStorage.setItem("theme", theme);
    } catch {
        // Storage is not available: the choice lasts as long as the page.
    }
}
