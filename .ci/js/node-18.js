/** Methods of arrays that all browsers have and Debian 12's node 18 lacks, for the unit tests. @type {Record<string, Function>} */
const LATER = {
    toReversed() {
        return [...this].reverse();
    },
    toSorted(order) {
        return [...this].sort(order);
    },
    with(index, value) {
        return this.map((old, i) => (i === index ? value : old));
    },
};

for (const [name, method] of Object.entries(LATER)) {
    if (!(name in Array.prototype)) {
        Object.defineProperty(Array.prototype, name, { value: method, configurable: true, writable: true });
    }
}
