import { Drawing } from "./drawing.js";
import { Curve } from "./shared/curve.js";
import { RunSource } from "./sources/run.js";
import { configOf } from "./stage/config.js";
import { Connection, Unreachable } from "./stage/connection.js";
import { Selection } from "./stage/selection.js";

/** @typedef {import("./shared/types.js").Item} Item */
/** @typedef {import("./shared/types.js").Source} Source */

/** The sources of a stage's pictures, by the part of its configuration; a run's is at hand, the others are loaded when needed. */
const SOURCES = /** @type {Record<string, () => Promise<any>>} */ ({
    graph: async () => (await import("./sources/expression.js")).ExpressionSource,
    recording: async () => (await import("./sources/recorded.js")).RecordedSource,
    perceptron: async () => (await import("./sources/perceptron.js")).PerceptronSource,
    hill: async () => (await import("./sources/hill.js")).HillSource,
});

/**
 * `<x-stage data-config="…">`: the bus of a live figure, which shows what its configuration says. It
 * alone talks to the server, through its source; its widgets hear `setup`, `frame`, `select`, `seek`, `substep` and `state`,
 * the drawing ones at most once an animation frame, `whole` when all of them are drawn, and `step` when one step was made slowly enough to be seen.
 */
export class Stage extends HTMLElement {
    config = configOf(this);
    /** @type {import("./stage/config.js").RunPlace} */ run = { ...this.config.run };
    /** The slice of the run's cost that is shown. @type {import("./stage/config.js").Slice | null} */ slice = this.config.slice ?? null;
    /** The part of the plane on which examples of the learner's own lie. @type {number[] | null} */ domain = this.config.domain ?? null;
    /** True if the page shows somebody's run live, and cannot change it. */ watches = this.dataset.watches !== undefined;
    /** True if the run was begun with other settings or examples than the scene's. */ isOther = false;
    /** True if the scene goes on with the figure of the one before. */ continues = this.config.scene?.continues ?? false;
    /** The state that the learner left in this scene, if it can be brought back, and the step to which it came. @type {{step: number | null} | null} */ left = null;
    /** @type {any} */ setup = null;
    /** The newest picture that was shown: of a run, a frame. @type {any} */ picture = null;
    /** @type {import("./shared/types.js").Progress} */
    progress = { state: "first", rate: 0, newest: 0, shown: 0, isEven: false, hasLogSteps: false, divergence: null, stopped: null, branches: [], off: [], all: [], branch: null, lit: null };
    curve = new Curve();
    /** The example that was chosen to be shown; without one, a run shows the first of each batch. @type {number | null} */ example = null;
    /** The input on the pad, as the network sees it. @type {number[] | null} */ drawn = null;
    /** The network's activations for it at the shown step, [layer][neuron]. @type {number[][] | null} */ drawnActivations = null;
    /** The schedule of its widgets' drawing. */ drawing = new Drawing(this);
    /** @type {Promise<Source>} */ source = new Promise(() => {});

    #selection = new Selection((cause) => this.redraw(cause));
    #connection = new Connection();
    /** The source that finds a lost connection again. @type {RunSource | null} */ #reconnects = null;

    connectedCallback() {
        this.#connection = new Connection();
        document.addEventListener("palette", () => this.redraw(), { signal: this.#connection.signal });
        this.source = this.#open();
        this.source.then((source) => source.start()).catch((error) => this.fail(error));
    }

    disconnectedCallback() {
        this.#connection.close();
        this.source.then((source) => source.end()).catch(() => {});
    }

    /** @returns {Promise<Source>} */
    async #open() {
        for (const [part, load] of Object.entries(SOURCES)) {
            if (part in this.config) {
                return new (await load())(this);
            }
        }
        this.#reconnects = new RunSource(this);
        return this.#reconnects;
    }

    /** Tells the widgets what they will show. */
    begin(/** @type {any} */ setup) {
        this.setup = setup;
        this.dispatchEvent(new CustomEvent("setup"));
    }

    /** Tells the widgets that the specification has other numbers now. */
    tune(/** @type {any} */ spec) {
        this.setup = { ...this.setup, spec };
        this.dispatchEvent(new CustomEvent("tune"));
    }

    /** Has a picture drawn, because it is new ("frame") or because one looked for it ("seek"). */
    show(/** @type {any} */ picture, cause = "frame") {
        this.picture = picture;
        this.redraw(cause);
    }

    /** Forgets what was shown; what comes continues this curve. */
    clear(curve = new Curve()) {
        curve.sketch = this.curve.sketch;
        curve.sketchSteps = this.curve.sketchSteps;
        this.curve = curve;
        this.picture = null;
    }

    setProgress(/** @type {Partial<import("./shared/types.js").Progress>} */ change) {
        this.progress = { ...this.progress, ...change };
        this.dataset.state = this.progress.state;
        this.dispatchEvent(new CustomEvent("state", { detail: { progress: this.progress } }));
    }

    /** Has everything drawn again at the next animation frame. */
    redraw(cause = "frame") {
        this.drawing.all(cause);
    }

    /** Gives the widgets the shown picture: the named ones, or all. */
    draw(/** @type {string | null} */ cause, /** @type {Iterable<import("./stage-widget.js").StageWidget>} */ some = []) {
        const start = performance.now();
        const detail = this.#shown();
        if (cause === null) {
            [...some].forEach((widget) => widget.show(detail));
        } else {
            this.dispatchEvent(new CustomEvent(cause, { detail }));
        }
        performance.measure("draw", { start });
    }

    #shown() {
        return { frame: this.picture, selection: this.#selection.shown, curve: this.curve, progress: this.progress, substep: this.substep };
    }

    /**
     * Selects what is pointed at or, to hold it, what stays selected when the pointer leaves; holding it again lets it go.
     *
     * @param {Item | null} item
     * @param {"point" | "hold" | "toggle"} how
     */
    select(item, how = "point") {
        this.#selection.select(item, how);
    }

    /** The item that stays selected. */
    get held() {
        return this.#selection.held;
    }

    /** The substep of the shown step, or null for the step as a whole. */
    get substep() {
        return this.#selection.substep;
    }

    set substep(substep) {
        this.#selection.substep = substep;
    }

    /** A value of a weight or bias that is tried in the figure: the run keeps its own. */
    get trial() {
        return this.#selection.trial;
    }

    set trial(trial) {
        this.#selection.trial = trial;
    }

    /** Shows what is shown with every digit. */
    sharpen() {
        return this.#call("sharpen");
    }

    /** Shows a step so far, or the newest and whatever comes next. */
    seek(/** @type {number} */ step) {
        return this.#call("seek", step);
    }

    /** Shows another example of the training set. */
    look(/** @type {number} */ example) {
        this.example = example;
        return this.#call("look", example);
    }

    /** Says which neurons of each layer are drawn, of a network too large to be sent whole. @param {number[][] | undefined} neurons */
    watch(neurons) {
        this.source.then((source) => source.watch?.(neurons)).catch((error) => this.fail(error));
    }

    /** Has these quantities explained with each picture. @param {string[]} names */
    explain(names) {
        this.source.then((source) => source.explain?.(names)).catch((error) => this.fail(error));
    }

    /** Shows everything from the first step again. */
    replay() {
        return this.#call("replay");
    }

    /**
     * Asks the source for an answer beside its pictures; a refusal has the server's words.
     *
     * @param {string} name @param {any} [body] @param {import("./stage/progress.js").Listener} [hear] takes the progress of a long answer
     */
    async ask(name, body, hear) {
        return (await this.source).ask(name, body, hear);
    }

    /** Changes the shown picture; the stage shows failures. */
    act(/** @type {string} */ name, /** @type {any} */ body = undefined) {
        return this.#call("act", name, body);
    }

    /** The same, refused with the server's words. */
    async attempt(/** @type {string} */ name, /** @type {any} */ body) {
        return (await this.source).act(name, body);
    }

    async #call(/** @type {"seek" | "look" | "replay" | "act" | "sharpen"} */ what, /** @type {any[]} */ ...values) {
        try {
            return await (/** @type {any} */ (await this.source)[what])(...values);
        } catch (error) {
            this.fail(error);
            return undefined;
        }
    }

    /** @param {string} address @param {number} [limit] the milliseconds after which the server counts as unreachable @param {import("./stage/progress.js").Listener} [hear] */
    get(address, limit, hear) {
        return this.#connection.get(address, limit, hear);
    }

    /** Aborts when the stage leaves the page. */
    get signal() {
        return this.#connection.signal;
    }

    /** @param {string} address @param {any} body @param {import("./stage/progress.js").Listener} [hear] */
    post(address, body, hear) {
        return this.#connection.post(address, body, hear);
    }

    send(/** @type {string} */ address, /** @type {string | Blob} */ body) {
        return this.#connection.send(address, body);
    }

    fail(/** @type {any} */ error) {
        if (error.name === "AbortError") {
            return;
        }
        if (error.status === 404) {
            this.setProgress({ state: "gone" });
        } else if (error instanceof Unreachable && this.#reconnects) {
            this.#reconnects.lost();
        } else {
            this.dispatchEvent(new CustomEvent("trouble", { detail: { text: error.message } }));
        }
    }
}

customElements.define("x-stage", Stage);
