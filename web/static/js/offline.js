/**
 * Lets the browser keep the pages with words that are opened, for reading without a connection. Figures in frames of other sites keep nothing, and
 * in development every file is read anew.
 */
export function startOffline() {
    const { content: script } = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=worker]") ?? { content: "" });
    if (script && navigator.serviceWorker && globalThis.origin !== "null" && globalThis.top === globalThis.self) {
        addEventListener("load", () => navigator.serviceWorker.register(script).catch(() => {}), { once: true });
    }
}
