/** The place of an element: below an element with an id, by the kinds and numbers in between. @returns {string} */
export function placeOf(/** @type {Element} */ element) {
    if (element.id || !element.parentElement) {
        return element.id ? `#${CSS.escape(element.id)}` : element.localName;
    }
    const alike = [...element.parentElement.children].filter(({ localName }) => localName === element.localName);
    return `${placeOf(element.parentElement)} > ${element.localName}:nth-of-type(${alike.indexOf(element) + 1})`;
}
