import { domainOf } from "../../shared/plane/domain.js";
import { svg } from "../../shared/dom/svg.js";

const RADIUS = 4;

/**
 * A ring in each neuron's map at the place of the shown example, where a table of examples beside the network chooses it: the
 * colour in the ring is the neuron's output on that example.
 */
export class ExampleRing {
    #group;
    /** @type {SVGElement[]} */ #rings = [];

    constructor(/** @type {Element} */ group) {
        this.#group = group;
    }

    /**
     * @param {import("./layout.js").Layout} layout
     * @param {import("../../shared/types.js").Setup} setup
     * @param {number | null} example null for no ring
     */
    show({ columns, node }, { data }, example) {
        const point = example === null ? undefined : data.inputs[example];
        this.#group.toggleAttribute("hidden", point === undefined);
        if (!point) {
            return;
        }
        const { low, high } = domainOf(data);
        const [right, down] = [(point[0] - low) / (high - low), (high - point[1]) / (high - low)];
        const places = columns.flatMap(({ x, ys }) => ys.map((y) => [x + (right - 0.5) * node, y + (down - 0.5) * node]));
        if (this.#rings.length !== 2 * places.length) {
            this.#group.replaceChildren();
            this.#rings = places.flatMap(() => ["halo", "ring"].map((name) => svg(this.#group, "circle", { class: name, r: RADIUS })));
        }
        places.forEach(([cx, cy], i) => [0, 1].forEach((more) => {
            this.#rings[2 * i + more].setAttribute("cx", cx.toFixed(1));
            this.#rings[2 * i + more].setAttribute("cy", cy.toFixed(1));
        }));
    }
}
