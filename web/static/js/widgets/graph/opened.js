import { brief, nameOf, valueWords } from "../../graph/words.js";

/**
 * A node's numbers and their sources, up to the shown step: one line for its value, one for its gradient with a term for each path, and remarks.
 *
 * @param {any} graph
 * @param {import("../../graph/passes.js").State} state
 * @param {number} id
 * @returns {HTMLElement[]}
 */
export function opened(graph, state, id) {
    const { nodes, output } = graph;
    const node = nodes[id];
    const head = line("what", nameOf(node, nodes));
    const value = node.operands.length === 0 ? `value ${brief(node.value)}, given`
        : state.values.has(id) ? `value: ${valueWords(node, nodes)}` : "value: not reached yet";
    const gradient = state.gradients.get(id);
    const back = node.operation === "constant" ? "a constant: it does not change, so it needs no derivative"
        : !gradient ? "derivative: not reached yet" : `derivative of ${nodes[output].name ?? "the result"}: ${gradientWords(nodes, gradient, id === output)}`;
    return [head, line("value", value), line("gradient", back), ...(node.note && gradient ? [line("note", node.note)] : [])];
}

/** @param {any[]} nodes @param {import("../../graph/passes.js").Gradient} gradient @param {boolean} seed */
function gradientWords(nodes, { terms, sum, complete }, seed) {
    if (seed) {
        return "1, because this is the result itself";
    }
    if (terms.length === 0) {
        return "0, because no path leads from here to the result";
    }
    const paths = terms.map(({ from, value }) => `${brief(value)} through ${nameOf(nodes[from], nodes)}`).join(" + ");
    return terms.length === 1 && complete ? `${paths}` : `${paths} ${complete ? `= ${brief(sum)}` : "+ the paths still to come"}`;
}

/** @param {string} look @param {string} text */
function line(look, text) {
    const element = document.createElement("p");
    element.className = look;
    element.textContent = text;
    return element;
}
