import { renamed, viewOf } from "./kept/keys.js";

/**
 * Keeps the run and its branches in the page's address where a stage asks for it (`inAddress`), so that the page can be
 * reloaded, sent to someone, and gone back in. The address names them by their views, which drive nothing. What is only taken off the view or
 * brought back makes no place of its own to go back to, and neither does a copy, which takes the place of what the address named.
 */
export function startAddress() {
    // The state is htmx's own, so that it fetches the page again when the reader goes back to it.
    const push = (/** @type {URL} */ address) => history.pushState({ htmx: true }, "", address);
    const replace = (/** @type {URL} */ address) => history.replaceState({ htmx: true }, "", address);
    document.addEventListener("own", (event) => write(event, push));
    document.addEventListener("branches", (event) => write(event, replace));
    document.addEventListener("copied", (event) => write(event, replace));
}

function write(/** @type {Event} */ { target }, /** @type {(address: URL) => void} */ keep) {
    const { config, run } = /** @type {import("./stage.js").Stage} */ (target);
    const address = new URL(location.href);
    if (!config.inAddress && !address.searchParams.has("run")) {
        return;
    }
    const view = viewOf(run.frames?.split("/").at(-2) ?? "");
    nameData(view);
    address.searchParams.delete("state");
    address.searchParams.set("run", view);
    if (run.branches) {
        address.searchParams.set("branches", renamed(run.branches, viewOf));
    }
    if (address.href !== location.href) {
        keep(address);
    }
}

/** Names the run from whose data the controls make a new one, where no control holds the data. */
function nameData(/** @type {string} */ view) {
    const of = /** @type {HTMLInputElement | null} */ (document.querySelector("#setup [name=of]"));
    if (of && document.querySelector("#data-given:checked")) {
        of.value = view;
    }
}
