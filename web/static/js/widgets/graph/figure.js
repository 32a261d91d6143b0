import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { brief, nameOf, signOf, sumWords } from "../../graph/words.js";

/** The height of a node's body within its box: the box also has the texts above and below the body. */
const BODY = 40;
const LABEL = { width: 100, height: 36 };
const PULSE = 700;
/** The width of a letter, about, and the room under a node for its derivative. */
const A_LETTER = 6.9;
const MOST_SUM = 112;
/** The room beside a node of an upright graph. */
const MOST_BESIDE = 64;

/** The picture of a computation graph: its nodes and lines once, and the known numbers at each step. */
export class GraphFigure {
    /** @type {Map<number, {group: Element, value: Element, sum: Element, total: Element}>} */ #nodes = new Map();
    /** @type {Map<string, {line: Element, group: Element, product: Element, result: Element, path: string}>} */ #edges = new Map();
    #pulses;

    /**
     * @param {Element} root an svg element
     * @param {any} graph
     * @param {any} layout where its nodes and lines are
     */
    constructor(root, graph, layout) {
        const { nodes } = graph;
        this.layout = layout;
        const [lines, labels, pulses, bodies] = ["lines", "labels", "pulses", "bodies"].map((name) => svg(root, "g", { class: name }));
        this.#pulses = pulses;
        for (const edge of layout.edges) {
            const constant = nodes[nodes[edge.node].operands[edge.operand]].operation === "constant";
            this.#edges.set(`${edge.node}:${edge.operand}`, makeEdge(lines, labels, edge, constant));
        }
        for (const box of layout.boxes) {
            this.#nodes.set(box.node, makeNode(bodies, box, nodes[box.node], nodes));
        }
    }

    /**
     * @param {any} graph
     * @param {import("../../graph/passes.js").State} state
     * @param {number | null} selected
     */
    show(graph, state, selected) {
        const turn = state.now.kind === "given" ? -1 : state.now.node;
        for (const [id, parts] of this.#nodes) {
            const known = state.values.has(id);
            const asked = state.next?.kind === "forward" && state.next.node === id;
            mark(parts.group, { known, asked, turn: id === turn, chosen: id === selected });
            write(parts.value, known ? brief(graph.nodes[id].value) : asked ? "?" : "");
            const gradient = state.gradients.get(id);
            const [sum, total] = gradient ? sumWords(gradient) : [state.next?.kind === "seed" && state.next.node === id ? "?" : "", ""];
            const most = this.layout.upright ? MOST_BESIDE : MOST_SUM;
            say(parts.sum, sum, most);
            say(parts.total, total, most);
            parts.group.classList.toggle("adds", total !== "");
        }
        for (const [key, parts] of this.#edges) {
            this.#showEdge(key, parts, graph, state);
        }
    }

    /** @param {string} key @param {{line: Element, group: Element, product: Element, result: Element}} parts @param {any} graph @param {import("../../graph/passes.js").State} state */
    #showEdge(key, { line, group, product, result }, graph, state) {
        const [node, operand] = key.split(":").map(Number);
        const passed = state.edges.get(key);
        const asked = state.next?.kind === "backward" && state.next.node === node;
        const from = graph.nodes[node].operands[operand];
        mark(line, { known: state.values.has(from), passed: passed !== undefined });
        mark(group, { passed: passed !== undefined, asked });
        say(product, passed ? `${brief(passed.upstream)} × ${factor(passed.local)}`
            : asked ? `${brief(state.gradients.get(node)?.sum ?? 1)} × ?` : "", LABEL.width - 4);
        write(result, passed ? `= ${brief(passed.contribution)}` : "");
    }

    /** Shows once the direction of a step: along its lines, forward in ink, back in magenta. */
    pulse(/** @type {import("../../graph/passes.js").Step} */ step) {
        this.#pulses.replaceChildren();
        if (matchMedia("(prefers-reduced-motion: reduce)").matches || (step.kind !== "forward" && step.kind !== "backward")) {
            return;
        }
        for (const [key, { path }] of this.#edges) {
            if (key.startsWith(`${step.node}:`)) {
                const pulse = svg(this.#pulses, "path", { "class": step.kind, "d": path, "pathLength": 1, "stroke-dasharray": "0.25 2" });
                const ends = [{ strokeDashoffset: 0.25 }, { strokeDashoffset: -1 }];
                pulse.animate(step.kind === "forward" ? ends : ends.reverse(), { duration: PULSE, fill: "both", easing: "ease-in-out" })
                    .finished.then(() => pulse.remove(), () => {});
            }
        }
    }

    /** The node at an element of this picture. @returns {number | null} */
    static at(/** @type {EventTarget | null} */ target) {
        const group = target instanceof Element ? target.closest("[data-node]") : null;
        return group ? Number(group.getAttribute("data-node")) : null;
    }
}

function factor(/** @type {number} */ value) {
    return value < 0 ? `(${brief(value)})` : brief(value);
}

/** Writes a text, pressed together where it would run into its neighbours. @param {Element} element @param {string} text @param {number} most its width at most */
function say(element, text, most) {
    write(element, text);
    if (text.length * A_LETTER > most) {
        element.setAttribute("textLength", String(most));
        element.setAttribute("lengthAdjust", "spacingAndGlyphs");
    } else {
        element.removeAttribute("textLength");
    }
}

/** @param {Element} element @param {Record<string, boolean>} classes */
function mark(element, classes) {
    for (const [name, on] of Object.entries(classes)) {
        element.classList.toggle(name, on);
    }
}

/** @param {Element} lines @param {Element} labels @param {any} edge @param {boolean} constant */
function makeEdge(lines, labels, edge, constant) {
    const path = smooth(edge.points);
    const line = svg(lines, "path", { d: path });
    const [x, y] = edge.label;
    const group = svg(labels, "g", { class: constant ? "label constant" : "label", transform: `translate(${x} ${y})` });
    svg(group, "rect", { x: -LABEL.width / 2, y: -LABEL.height / 2, width: LABEL.width, height: LABEL.height, rx: 8 });
    const product = svg(group, "text", { "y": -3, "text-anchor": "middle" });
    const result = svg(group, "text", { "class": "result", "y": 13, "text-anchor": "middle" });
    return { line, group, product, result, path };
}

/** @param {Element} bodies @param {any} box @param {any} node @param {any[]} nodes */
function makeNode(bodies, box, node, nodes) {
    const middle = box.height / 2;
    const kind = node.operation === "variable" || node.operation === "constant" ? node.operation : "made";
    const group = svg(bodies, "g", { "class": `node ${kind}`, "data-node": box.node, "transform": `translate(${box.x} ${box.y})` });
    svg(group, "title").textContent = nameOf(node, nodes);
    svg(group, "rect", { class: "reach", width: box.width, height: box.height });
    const width = box.body ?? box.width;
    svg(group, "rect", { class: "body", y: middle - BODY / 2, width, height: BODY, rx: kind === "made" ? 10 : BODY / 2 });
    const name = svg(group, "text", { "x": width / 2, "y": middle + 6, "text-anchor": "middle" });
    if (node.name) {
        svg(name, "tspan", { class: "name" }).textContent = node.name.length > 18 ? `${node.name.slice(0, 17)}…` : node.name;
    }
    if (kind !== "variable") {
        svg(name, "tspan", { class: "sign", dx: node.name ? 8 : 0 }).textContent = kind === "constant" ? brief(node.value) : signOf(node, nodes);
    }
    const line = (/** @type {string} */ look, /** @type {number} */ y, /** @type {number} */ beside) =>
        svg(group, "text", box.body ? { "class": look, "x": width + 6, "y": middle + beside } : { "class": look, "x": width / 2, y, "text-anchor": "middle" });
    const value = line("value", middle - BODY / 2 - 8, -6);
    if (kind === "constant") {
        value.remove();
    }
    return { group, value, sum: line("sum", middle + BODY / 2 + 18, 12), total: line("total", middle + BODY / 2 + 35, 28) };
}

/** The line through points; between its ends they are the controls of cubic curves where their number allows it. */
function smooth(/** @type {[number, number][]} */ points) {
    const at = (/** @type {[number, number]} */ [x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
    const rest = points.slice(1);
    return `M${at(points[0])}${rest.length % 3 === 0 ? "C" : "L"}${rest.map(at).join(" ")}`;
}
