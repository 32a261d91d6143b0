// The remembered theme, set before the first paint; the one script that must not wait.
try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") {
        document.documentElement.dataset.theme = theme;
    }
} catch {
    // No storage: the system's theme holds.
}
