/** The longest label of a button that the search lists, in characters. */
const LONGEST = 60;

/**
 * The buttons that the page shows and that can be pressed now, by their labels: of two with one label the first, as with the keys. A page
 * without a figure offers none but those of its head.
 *
 * @returns {import("./ranking.js").Entry[]}
 */
export function buttonsOf(/** @type {Document} */ page) {
    const figure = page.querySelector("main x-stage");
    const inPage = figure ? /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("main :is(button, summary)")) : [];
    const inHead = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("#present-button, #theme-button, #keys-button"));
    const known = new Set();
    // Those with a key are the most used ones: they come first.
    const byUse = [...inPage, ...inHead].sort((one, other) => Number("key" in other.dataset) - Number("key" in one.dataset));
    return byUse.filter(canBePressed).flatMap((button) => {
        const title = labelOf(button);
        if (!/\p{L}{3}/u.test(title) || title.length > LONGEST || known.has(title)) {
            return [];
        }
        known.add(title);
        return [{ title, note: noteOf(button), button }];
    });
}

function canBePressed(/** @type {HTMLElement} */ element) {
    return !(/** @type {HTMLButtonElement} */ (element).disabled) && element.getAttribute("aria-disabled") !== "true" && element.closest("dialog, [inert]") === null
        && element.checkVisibility({ visibilityProperty: true });
}

/** The label that assistive technology reads, or else the words on the button. */
function labelOf(/** @type {HTMLElement} */ button) {
    return (button.getAttribute("aria-label") ?? button.innerText).replace(/\s+/g, " ").trim();
}

function noteOf(/** @type {HTMLElement} */ { dataset, localName }) {
    const kind = localName === "summary" ? "Part of this page" : "Button of this page";
    return dataset.key ? `${kind}, key ${dataset.key.length === 1 ? dataset.key.toUpperCase() : dataset.key}` : kind;
}
