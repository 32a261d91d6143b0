/**
 * Sets an element's text where it is another one; untouched text costs the page nothing.
 *
 * @param {Element | null} element
 * @param {string} text
 */
export function write(element, text) {
    if (element && element.textContent !== text) {
        element.textContent = text;
    }
}
