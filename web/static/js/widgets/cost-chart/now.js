/** The shown step on the chart: a dot on its curve, and at an earlier step a line too. It lies over the chart, which need not be drawn again when it moves. */
export class Now {
    #dot = document.createElement("i");
    #line = document.createElement("i");

    constructor() {
        this.#dot.className = "now-dot";
        this.#line.className = "now-line";
    }

    get elements() {
        return [this.#line, this.#dot];
    }

    /**
     * @param {any} u the plot
     * @param {number} step
     * @param {number | null} cost the height of the dot, if the curve has it
     * @param {boolean} isBack whether there are later steps
     */
    place(u, step, cost, isBack) {
        const x = u.valToPos(step, "x");
        const isInView = x >= 0 && x <= u.over.clientWidth;
        this.#line.hidden = !isBack || !isInView;
        this.#line.style.translate = `${Math.round(x)}px`;
        this.#dot.hidden = cost === null || !isInView;
        if (cost !== null) {
            this.#dot.style.translate = `${x}px ${u.valToPos(cost, "y")}px`;
        }
    }
}
