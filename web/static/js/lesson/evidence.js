/**
 * What the stage around an element shows, in fields for the server: it computes an answer from this, never from numbers that the
 * page sends.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function evidence(/** @type {Element} */ element) {
    const stage = /** @type {import("../stage.js").Stage | null} */ (element.closest("x-stage"));
    if (!stage) {
        return {};
    }
    if (stage.dataset.frames !== undefined) {
        const run = stage.dataset.frames.split("/").at(-2) ?? "";
        return { run, step: String(stage.picture?.step ?? 0), example: String(stage.picture?.example ?? 0) };
    }
    const source = /** @type {any} */ (await stage.source);
    return source.evidence?.() ?? {};
}
