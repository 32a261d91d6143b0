/** Tests whether a card has every word of a search, each anywhere in its text and in small or capital letters. */
export function isFound(/** @type {string} */ text, /** @type {string} */ search) {
    return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** The number of cards as a sentence. */
export function counted(/** @type {number} */ found, /** @type {number} */ all) {
    if (found === all) {
        return `${all} figures`;
    }
    return found === 1 ? "1 figure" : `${found} of ${all} figures`;
}

/**
 * The HTML of a frame whose address holds these settings.
 *
 * @param {string} frame the HTML of the frame without settings
 * @param {[string, string][]} settings by name; an empty value means the usual one and is left out
 */
export function frameWith(frame, settings) {
    const chosen = settings.filter(([, value]) => value.trim() !== "");
    const query = new URLSearchParams(chosen).toString().replaceAll("&", "&amp;");
    return query === "" ? frame : frame.replace("?embed=1", `?embed=1&amp;${query}`);
}
