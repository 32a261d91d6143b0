import { lineThrough, sumAt } from "../shared/plane/line.js";
import { KeptPerceptron } from "./kept-perceptron.js";
import { KnownSteps } from "./known-steps.js";

/** The pause between two visits while it plays: long enough to read what happened, unless there are many. */
const LONGEST_VISIT_MS = 1200;
const WALK_MS = 20_000;
/** The ends of the learner's line when the scene begins. @type {[Point, Point]} */
const FIRST_LINE = [[-0.3, 0.35], [1.3, 0.35]];

/**
 * @typedef {import("../shared/plane/line.js").Point} Point
 * @typedef {import("../shared/plane/line.js").Neuron} Neuron
 * @typedef {import("../shared/types.js").Answer<"/api/perceptrons/{targets}">} Training
 */

/**
 * A perceptron on the four corners of the unit square as a stage's source. The server trains it; what is shown is a number of
 * visits. Where the line is placed by hand, its ends are all there is, and nothing is trained.
 */
export class PerceptronSource {
    #stage;
    #config;
    #kept;
    /** @type {Training | null} */ #training = null;
    #targets = "";
    #line = FIRST_LINE;
    #time;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
        this.#config = /** @type {NonNullable<import("../stage/config.js").StageConfig["perceptron"]>} */ (stage.config.perceptron);
        this.#kept = new KeptPerceptron(stage);
        this.#time = new KnownSteps(stage, {
            last: () => this.#last,
            pause: () => Math.min(LONGEST_VISIT_MS, WALK_MS / this.#last),
            show: (cause) => this.#show(cause),
            ended: () => this.#kept.write(this.#state),
        });
    }

    async start() {
        const { targets, at } = this.#config;
        await this.#train(targets, at);
        this.#kept.declare(this.#state);
        if (this.#stage.continues) {
            await this.#bringBack();
        }
        this.#show("frame");
    }

    end() {
        this.#time.stop();
    }

    /** The parts that the learner can change. */
    get #state() {
        return { targets: this.#targets, step: this.#time.shown, line: this.#line };
    }

    /** The address of this perceptron's training, or of a part of it. @param {string} part @param {Record<string, string>} query */
    #at(part, query) {
        const { address, beside } = this.#config;
        const all = new URLSearchParams({ ...query, ...(beside === undefined ? {} : { beside: String(beside) }) });
        return `${address}${this.#targets}${part}?${all}`.replace(/\?$/, "");
    }

    /**
     * Has the server train on these targets; an answer that comes after newer targets is dropped.
     * @param {string} targets @param {number} at @returns {Promise<boolean>} whether it is the training to show
     */
    async #train(targets, at) {
        this.#targets = targets;
        const training = await this.#stage.get(this.#at("", {}));
        if (this.#targets !== targets) {
            return false;
        }
        this.#training = training;
        this.#time.set(Math.min(at, this.#last));
        this.#stage.begin({ perceptron: this.#training });
        this.#stage.setProgress({ state: "paused" });
        return true;
    }

    get #last() {
        return this.#training?.visits.length ?? 0;
    }

    #show(/** @type {string} */ cause) {
        this.#time.tell();
        this.#stage.show(this.#config.byHand ? this.#byHand() : this.#trained(), cause);
    }

    /** @returns {import("../shared/types.js").PerceptronPicture} */
    #trained() {
        const { states, visits, beside } = /** @type {Training} */ (this.#training);
        const { shown } = this.#time;
        const { w1, w2, bias, mistakes, right, words } = states[shown];
        const next = shown % this.#targets.length;
        return { ...this.#common({ w1, w2, bias }, next), step: shown, last: this.#last, mistakes, right, words,
            before: shown > 0 ? states[shown - 1] : null, visit: visits[shown - 1] ?? null, beside: beside?.[shown] ?? null, ends: null };
    }

    /** @returns {import("../shared/types.js").PerceptronPicture} */
    #byHand() {
        const neuron = lineThrough(...this.#line);
        const right = [...this.#targets].filter((target, corner) => (sumAt(neuron, placeOf(corner)) > 0 ? "1" : "0") === target).length;
        return { ...this.#common(neuron, 0), step: 0, last: 0, mistakes: 0, right, words: [], before: null, visit: null, beside: null, ends: this.#line };
    }

    /** The numbers that the words beside the figure speak of. @param {Neuron} neuron @param {number} next the corner that comes next */
    #common(neuron, next) {
        const [x1, x2] = placeOf(next);
        const sum = sumAt(neuron, [x1, x2]);
        const { margin, radius, ...widest } = this.#training?.separation ?? {};
        return { ...neuron, targets: [...this.#targets].map(Number), x1, x2, target: Number(this.#targets[next]), sum, output: sum > 0 ? 1 : 0, margin, radius, ...("w1" in widest ? { widest } : {}) };
    }

    async seek(/** @type {number} */ step) {
        this.#time.seek(step);
    }

    replay() {
        this.#time.seek(0);
        this.#time.play();
    }

    async sharpen() {}

    /** Describes the figure: `ask("telling")`. */
    async ask(/** @type {string} */ name) {
        if (name !== "telling") {
            throw new Error(`A perceptron cannot tell its ${name}.`);
        }
        const { address, byHand } = this.#config;
        const { w1, w2, bias } = lineThrough(...this.#line);
        return byHand ? this.#stage.post(`${address}telling`, { targets: this.#targets, line: [w1, w2, bias] })
            : this.#stage.get(this.#at("/telling", { step: String(this.#time.shown) }));
    }

    /** The figure as the server needs it to judge an answer. */
    evidence() {
        const { w1, w2, bias } = lineThrough(...this.#line);
        return { targets: this.#targets, ...(this.#config.byHand ? { line: [w1, w2, bias] } : { step: this.#time.shown }) };
    }

    /** `play`, `pause`, `steps {count}`; `line {ends}` where it is placed by hand, `flip {corner}` where targets may be changed. */
    async act(/** @type {string} */ name, /** @type {any} */ body = {}) {
        switch (name) {
            case "play": return this.#time.play();
            case "pause": this.#time.rest(); break;
            case "steps": this.#time.forward(body.count ?? 1); break;
            case "line": this.#line = body.ends; this.#show("frame"); break;
            case "flip": this.#time.rest(); await this.#showTrained(this.#flipped(body.corner)); break;
            case "bring-back-mine": this.#time.rest(); await this.#bringBack(); return this.#show("frame");
            default: throw new Error(`A perceptron cannot ${name}.`);
        }
        this.#kept.write(this.#state);
        return undefined;
    }

    async #showTrained(/** @type {string} */ targets) {
        if (await this.#train(targets, 0)) {
            this.#show("frame");
        }
    }

    /** The targets with one of them changed. @param {number} corner */
    #flipped(corner) {
        return [...this.#targets].map((target, i) => (i === corner ? String(1 - Number(target)) : target)).join("");
    }

    /** The figure as the learner left it in this scene. */
    async #bringBack() {
        const { last } = this.#kept;
        if (last) {
            await this.#train(last.targets, last.step);
            this.#line = last.line;
            this.#kept.write(this.#state);
        }
    }
}

/** The corners in the order of their targets. @param {number} corner @returns {Point} */
export function placeOf(corner) {
    return [corner >> 1, corner & 1];
}
