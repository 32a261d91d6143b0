import { short } from "../shared/numbers.js";

/** @typedef {import("./passes.js").Graph} Graph */
/** @typedef {Graph["nodes"][number]} Node */

const SIGNS = /** @type {Record<string, string>} */ ({ "+": "+", "-": "\u2212", "*": "×", "/": "÷" });

/** A number with three digits or so, where room is scarce. */
export function brief(/** @type {number} */ value) {
    const text = short(value);
    return /^\u2212?\d+\.\d+$/.test(text) ? short(Number(value.toPrecision(4))).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : text;
}

/** A negative number in brackets, where it follows a sign. */
function factor(/** @type {number} */ value) {
    return value < 0 ? `(${brief(value)})` : brief(value);
}

const STRENGTH = /** @type {Record<string, number>} */ ({ "+": 1, "-": 1, "*": 2, "/": 2, "negate": 2, "^": 3 });
const LONGEST = 22;

/** The name of a node: its own, else its operation with its operands. */
export function nameOf(/** @type {Node} */ node, /** @type {Node[]} */ nodes) {
    const text = written(node, nodes);
    return text.length > LONGEST ? `… ${text.slice(1 - LONGEST).replace(/^\S* /, "")}` : text;
}

/** A node as one writes it, with brackets where they are needed. @returns {string} */
function written(/** @type {Node} */ node, /** @type {Node[]} */ nodes) {
    return node.name ?? (node.operation === "constant" ? brief(node.value) : formula(node, (id, side) => inner(nodes[id], node, side, nodes)));
}

function inner(/** @type {Node} */ node, /** @type {Node} */ within, /** @type {number} */ side, /** @type {Node[]} */ nodes) {
    const own = node.name ? 9 : STRENGTH[node.operation] ?? 9;
    const least = (STRENGTH[within.operation] ?? 0) + (side === 1 && ["-", "/"].includes(within.operation) || within.operation === "^" ? 0.5 : 0);
    return own < least ? `(${written(node, nodes)})` : written(node, nodes);
}

/** The text on a node: its sign, or its function's name. */
export function signOf(/** @type {Node} */ node, /** @type {Node[]} */ nodes) {
    const { operation, operands } = node;
    if (operation === "^") {
        const power = nodes[operands[1]];
        return power.operation !== "constant" ? "xʸ" : power.value === 2 ? "( )²" : power.value === 3 ? "( )³" : `( )^${brief(power.value)}`;
    }
    return operation === "negate" ? "\u2212( )" : operation === "identity" ? "=" : SIGNS[operation] ?? operation;
}

/** An operation written out with what `text` says of its operands. */
function formula(/** @type {Node} */ { operation, operands }, /** @type {(id: number, side: number) => string} */ text) {
    const parts = operands.map(text);
    if (operation === "^") {
        return parts[1] === "2" ? `${parts[0]}²` : `${parts[0]} ^ ${parts[1]}`;
    }
    return operation === "negate" ? `\u2212${parts[0]}`
        : operation === "identity" ? parts[0]
            : SIGNS[operation] ? parts.join(` ${SIGNS[operation]} `) : `${operation}(${parts.join(", ")})`;
}

/** A node's value as its operands make it: `p = w × x = 2 × 3 = 6`. */
export function valueWords(/** @type {Node} */ node, /** @type {Node[]} */ nodes) {
    const name = node.name ? `${node.name} = ` : "";
    const numbers = formula(node, (id) => factor(nodes[id].value));
    return `${name}${formula(node, (id, side) => inner(nodes[id], node, side, nodes))} = ${numbers} = ${brief(node.value)}`;
}

/** The products that a node passes on to its operands: `6 × 3 = 18 to w`. */
function passWords(/** @type {Node[]} */ nodes, /** @type {import("./passes.js").Step} */ step) {
    const { gradient } = nodes[step.node];
    return (step.contributions ?? []).filter((c) => nodes[c.operand].operation !== "constant")
        .map((c) => `${brief(gradient)} × ${factor(c.localDerivative)} = ${brief(c.contribution)} to ${nameOf(nodes[c.operand], nodes)}`)
        .join(" and ");
}

/** The derivative of the result with respect to a node, as it is written: `∂C/∂w`. */
function derivativeOf(/** @type {Node} */ node, /** @type {Graph} */ { nodes, output }) {
    const result = nodes[output].name;
    return result && node.name ? `∂${result}/∂${node.name}` : `the derivative with respect to ${nameOf(node, nodes)}`;
}

/** A gradient as the sum of what its paths bring: `12 + 24 = 36`. */
export function sumWords(/** @type {import("./passes.js").Gradient} */ { terms, sum, complete }) {
    if (terms.length > 3) {
        return [`${terms.length} paths`, `${complete ? "=" : "so far"} ${brief(sum)}`];
    }
    const added = terms.map(({ value }, i) => (i === 0 ? brief(value) : value < 0 ? `\u2212 ${brief(-value)}` : `+ ${brief(value)}`)).join(" ");
    return terms.length > 1 ? [added + (complete ? "" : " + …"), complete ? `= ${brief(sum)}` : ""]
        : [brief(sum) + (complete ? "" : " + …"), ""];
}

/** A step of the passes in a sentence. */
export function stepWords(/** @type {Graph} */ graph, /** @type {import("./passes.js").Step} */ step) {
    const { nodes } = graph;
    const node = nodes[step.node];
    const result = node.name ?? "the result";
    if (step.kind === "given") {
        return "The variables have values. The other nodes are still to be computed.";
    }
    if (step.kind === "forward") {
        return `Forward: ${valueWords(node, nodes)}.`;
    }
    if (step.kind === "seed") {
        return `The backward sweep starts at ${result}. Its derivative with respect to itself is 1.`;
    }
    return `Backward through ${nameOf(node, nodes)}, where ${derivativeOf(node, graph)} = ${brief(node.gradient)}. It passes ${passWords(nodes, step)}.`;
}
