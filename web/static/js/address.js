/**
 * Where a stage's run is the page's (`data-address`), the address names it and its branches, so that it can be reloaded, sent to
 * someone, and gone back in.
 */
export function startAddress() {
    document.addEventListener("own", (event) => {
        const stage = /** @type {HTMLElement} */ (event.target);
        if (stage.dataset.address === undefined) {
            return;
        }
        const address = new URL(location.href);
        address.searchParams.set("run", stage.dataset.frames?.split("/").at(-2) ?? "");
        if (stage.dataset.branches) {
            address.searchParams.set("branches", stage.dataset.branches);
        }
        // The state is htmx's own, so that it fetches the page again when one goes back to it.
        history.pushState({ htmx: true }, "", address);
    });
}
