/** Deletes the pages that were kept; not the one that is shown for others, and what it is drawn with. */
export async function forgetPages() {
    for (const name of (await globalThis.caches?.keys()) ?? []) {
        const kept = await caches.open(name);
        const pages = (await kept.keys()).filter(({ url }) => !/\/(assets|lib)\/|\/offline$/.test(new URL(url).pathname));
        await Promise.all(pages.map((page) => kept.delete(page)));
    }
}
