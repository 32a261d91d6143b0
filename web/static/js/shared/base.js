/** The path at which the site is mounted, with a slash at its end. */
export const BASE = /** @type {HTMLMetaElement | null | undefined} */ (globalThis.document?.querySelector("meta[name=base]"))?.content ?? "/";
