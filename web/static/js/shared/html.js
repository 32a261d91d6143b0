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
