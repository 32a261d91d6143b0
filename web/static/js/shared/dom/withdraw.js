/**
 * Takes an element away from the reader, or gives it back: hidden, or disabled. A focus that it had goes to its heir, so that
 * nobody who uses the keyboard is left nowhere.
 *
 * @param {HTMLElement | null} element
 * @param {"hidden" | "disabled"} how
 * @param {boolean} away
 * @param {HTMLElement | null} heir
 */
export function withdraw(element, how, away, heir) {
    const hadFocus = away && element !== null && element.contains(document.activeElement);
    element?.toggleAttribute(how, away);
    if (hadFocus) {
        heir?.focus({ preventScroll: true });
    }
}
