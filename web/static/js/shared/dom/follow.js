/**
 * Follows a stream of events while the page is seen: a hidden page gives its connection back, and hears the newest state when it comes back.
 *
 * @param {string} address
 * @param {string} name the events'
 * @param {(data: any) => void} take
 * @param {AbortSignal} signal ends it
 */
export function follow(address, name, take, signal) {
    /** @type {EventSource | null} */
    let source = null;
    const open = () => {
        if (source === null && !document.hidden && !signal.aborted) {
            source = new EventSource(address);
            source.addEventListener(name, (event) => take(JSON.parse(/** @type {MessageEvent} */ (event).data)));
        }
    };
    const close = () => {
        source?.close();
        source = null;
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()), { signal });
    addEventListener("pagehide", close, { signal });
    addEventListener("pageshow", open, { signal });
    signal.addEventListener("abort", close);
    open();
}
