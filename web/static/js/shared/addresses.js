/** The address that this one is a part of. */
export function parent(/** @type {string} */ address) {
    return address.slice(0, address.lastIndexOf("/"));
}
