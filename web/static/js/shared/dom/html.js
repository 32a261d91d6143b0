/**
 * An element with these attributes and children; `true` is an attribute without a value, `false` none.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string | number | boolean>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function html(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value !== false) {
            element.setAttribute(key, value === true ? "" : String(value));
        }
    }
    element.append(...children);
    return element;
}

/** A row of a table, with these texts as its cells. @param {"th" | "td"} kind @param {string[]} texts */
export function row(kind, texts) {
    const cells = texts.map((text) => html(kind, kind === "th" ? { scope: "col" } : {}, text));
    return html("tr", {}, ...cells);
}
