/**
 * Says in a place what is wrong with what was typed in a field, or, without a word, that nothing is.
 *
 * @param {HTMLInputElement} field
 * @param {string} text
 * @param {HTMLElement} place the words are put at its end
 */
export function judge(field, text, place) {
    field.setAttribute("aria-invalid", String(text !== ""));
    const before = place.querySelector(":scope > .error");
    if (text === "") {
        before?.remove();
        return;
    }
    const said = before ?? place.appendChild(Object.assign(document.createElement("p"), { className: "error", role: "alert" }));
    said.textContent = text;
}
