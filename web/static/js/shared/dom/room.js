import { write } from "./write.js";

/** Says in a figure's reserved room that its picture is still to come; nothing if there is nothing to say. @param {HTMLElement} figure @param {string} words */
export function say(figure, words) {
    let place = /** @type {HTMLElement | null} */ (figure.querySelector(":scope > .waiting"));
    if (!place && words !== "") {
        place = document.createElement("p");
        place.className = "waiting";
        place.setAttribute("role", "status");
        figure.append(place);
    }
    figure.classList.toggle("waits", words !== "");
    write(place, words);
}

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
