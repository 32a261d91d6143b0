/**
 * Keeps the run and its branches in the page's address where a stage asks for it (`inAddress`), so that the page can be
 * reloaded, sent to someone, and gone back in. What is only taken off the view or brought back makes no place of its own to go back to.
 */
export function startAddress() {
    // The state is htmx's own, so that it fetches the page again when the reader goes back to it.
    document.addEventListener("own", (event) => write(event, (address) => history.pushState({ htmx: true }, "", address)));
    document.addEventListener("branches", (event) => write(event, (address) => history.replaceState({ htmx: true }, "", address)));
}

function write(/** @type {Event} */ { target }, /** @type {(address: URL) => void} */ keep) {
    const { config, run } = /** @type {import("./stage.js").Stage} */ (target);
    if (!config.inAddress) {
        return;
    }
    const address = new URL(location.href);
    address.searchParams.set("run", run.frames?.split("/").at(-2) ?? "");
    if (run.branches) {
        address.searchParams.set("branches", run.branches);
    }
    keep(address);
}
