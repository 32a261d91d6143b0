import { keep, progress } from "../kept/progress.js";
import { BASE } from "../shared/base.js";

/**
 * An expression as a stage's source: its text, and the values of its variables. What is
 * shown is a place in the walk through its graph: `step` of the picture, which one seeks. Every number is the server's.
 */
export class ExpressionSource {
    #stage;
    /** @type {any} */ #graph = null;
    #step = 0;
    /** Every value that a variable had on this page: a formula that has the variable again finds it. @type {Record<string, number>} */
    #known = {};
    /** @type {any} */ #wanted = null;
    #asking = false;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    async start() {
        const { config: { graph }, continues } = this.#stage;
        const declared = { expression: graph?.expression ?? "", values: graph?.values ?? {} };
        const kept = this.#kept;
        if (kept && !continues && JSON.stringify(kept) !== JSON.stringify(declared)) {
            this.#stage.left = { step: null };
        }
        const shown = (continues && kept) || declared;
        await this.#type(shown.expression, shown.values);
    }

    /** The formula and values that the learner left in this scene. */
    get #kept() {
        return progress().formulas?.[this.#stage.config.scene?.keep ?? ""];
    }

    /** Keeps what the learner made of the graph, and offers no earlier one any more. */
    #keep() {
        const name = this.#stage.config.scene?.keep;
        const expression = this.#graph?.typed ?? "";
        if (name) {
            keep((all) => (all.formulas = { ...all.formulas, [name]: { expression, values: this.#values() } }));
            this.#stage.left = null;
            this.#stage.dispatchEvent(new CustomEvent("kept"));
        }
    }

    end() {}

    async seek(/** @type {number} */ step) {
        this.#step = Math.max(0, step);
        this.#show("seek");
    }

    replay() {
        this.seek(0);
    }

    async sharpen() {}

    /** Describes the graph up to the shown step: `ask("telling?step=3")`; and nudges a variable: `ask("nudge?variable=w&by=0.01")`. */
    async ask(/** @type {string} */ name) {
        if (name.startsWith("nudge?")) {
            const query = new URLSearchParams(name.slice("nudge?".length));
            return this.#nudged(query.get("variable") ?? "", Number(query.get("by")));
        }
        if (name.startsWith("telling")) {
            return this.#stage.post(`${BASE}graphs/${name}`, { expression: this.#graph.typed, values: this.#values() });
        }
        throw new Error(`A graph is not asked for its ${name}.`);
    }

    /** Every node before and after one variable changes, and the derivative of each with respect to this variable. */
    async #nudged(/** @type {string} */ variable, /** @type {number} */ by) {
        const values = this.#values();
        const request = { expression: this.#graph.typed, values };
        const [before, after] = await Promise.all([{ ...request, withRespectTo: variable },
            { ...request, values: { ...values, [variable]: values[variable] + by } }].map((body) => this.#stage.post(`${BASE}api/expressions`, body)));
        return { variable, by, before: before.nodes, after: after.nodes, steps: before.forward.steps };
    }

    /** Another expression, `act("expression", {expression, values})`, or other values, `act("values", {w: 2.5})`. */
    async act(/** @type {string} */ name, /** @type {any} */ body) {
        if (name === "bring-back-mine") {
            const { expression = "", values = {} } = this.#kept ?? {};
            await this.#type(expression, values);
        } else if (name === "expression") {
            await this.#type(body.expression, { ...this.#known, ...body.values });
        } else {
            await this.#set(body);
        }
        this.#keep();
    }

    #values() {
        return Object.fromEntries((this.#graph?.nodes ?? []).filter(isVariable).map((/** @type {any} */ node) => [node.name, node.value]));
    }

    /** One number of every node that has a name, by that name: what the text beside the figure speaks of. */
    #named(/** @type {"value" | "gradient"} */ number) {
        return Object.fromEntries(this.#graph.nodes.filter((/** @type {any} */ node) => node.name).map((/** @type {any} */ node) => [node.name, node[number]]));
    }

    /** The fields from which the server works the shown numbers out again. */
    evidence() {
        return { expression: this.#graph.typed, values: JSON.stringify(this.#values()) };
    }

    /** A new text has a new drawing. What is wrong with it leaves the figure as it is. */
    async #type(/** @type {string} */ expression, /** @type {Record<string, number>} */ values) {
        try {
            this.#graph = { ...await this.#stage.post(`${BASE}graphs`, { expression, values }), typed: expression };
        } catch (error) {
            this.#refuse(error, expression);
            return;
        }
        this.#step = 0;
        this.#stage.begin({ graph: this.#graph });
        this.#show("frame");
    }

    /** Sets other values in the same drawing; while an answer is awaited, the last request wins. */
    async #set(/** @type {Record<string, number>} */ values) {
        this.#wanted = { ...this.#values(), ...this.#wanted, ...values };
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        try {
            while (this.#wanted) {
                const wanted = this.#wanted;
                this.#wanted = null;
                await this.#compute(wanted);
            }
        } finally {
            this.#asking = false;
        }
    }

    async #compute(/** @type {Record<string, number>} */ values) {
        const { typed, layout } = this.#graph;
        try {
            const graph = await this.#stage.post(`${BASE}api/expressions`, { expression: typed, values });
            this.#graph = { ...graph, typed, layout };
            this.#show("frame");
        } catch (error) {
            this.#refuse(error, typed);
        }
    }

    #show(/** @type {string} */ cause) {
        const values = this.#values();
        this.#known = { ...this.#known, ...values };
        this.#stage.setProgress({ state: "paused", shown: this.#step, newest: this.#step });
        this.#stage.show({ step: this.#step, values, graph: this.#graph, value: this.#named("value"), gradient: this.#named("gradient") }, cause);
        this.#stage.dispatchEvent(new CustomEvent("faults", { detail: { faults: [], typed: this.#graph.typed } }));
    }

    #refuse(/** @type {any} */ error, /** @type {string} */ typed) {
        if (error.status !== 422 && error.status !== 400) {
            throw error;
        }
        const { errors = [], detail } = error.problem;
        this.#stage.dispatchEvent(new CustomEvent("faults", { detail: { faults: errors.length > 0 ? errors : [{ detail }], typed } }));
    }
}

function isVariable(/** @type {any} */ node) {
    return node.operation === "variable";
}
