const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element with these attributes, in this parent.
 *
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
export function svg(parent, name, attributes = {}) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, String(value));
    }
    parent.append(element);
    return element;
}
