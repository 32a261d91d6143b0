/**
 * The height that the style sheet grants a figure, where it grants one: `--fills` is set there, and what the figure draws has no part in
 * how high it is. Elsewhere null: the figure is then as high as it likes to be.
 *
 * @param {Element} element
 * @returns {number | null}
 */
export function granted(element) {
    return getComputedStyle(element).getPropertyValue("--fills") === "" ? null : element.clientHeight;
}
