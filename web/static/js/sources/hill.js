import { Walker } from "./walker.js";
import { KeptPaths } from "./kept-paths.js";
import { KnownSteps } from "./known-steps.js";
import { Secant } from "./secant.js";

/** The time of a replay of all steps, in seconds, and its limits in steps a second. */
const WALK_SECONDS = 8;
const SLOWEST = 3;
const FASTEST = 30;

const LINE_POINTS = 201;
const PLANE_POINTS = 61;

/** @typedef {import("../shared/types.js").HillPicture} HillPicture */

/**
 * A hill as a stage's source: its address, its walkers, the longest descent, and the range of sight. Every height and slope is the server's;
 * the walkers of a descent know their whole path from the start, and the figure shows it up to the shown step.
 */
export class HillSource {
    #stage;
    #config;
    #address;
    /** @type {any} */ #hill = null;
    /** @type {Walker[]} */ #walkers = [];
    #most;
    #time;
    #lifted = false;
    #length = 0;
    #kept;
    /** @type {Secant | null} */ #secant = null;

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
        this.#config = /** @type {NonNullable<import("../stage/config.js").StageConfig["hill"]>} */ (stage.config.hill);
        this.#address = this.#config.address;
        this.#most = this.#config.steps;
        this.#kept = new KeptPaths(stage);
        this.#time = new KnownSteps(stage, {
            last: () => this.#last,
            pause: () => 1000 / this.#pace,
            show: (cause) => this.#show(cause),
            ended: () => this.#keep(),
        });
    }

    async start() {
        this.#hill = await this.#stage.get(this.#address);
        const points = this.#hill.dimensions === 1 ? LINE_POINTS : PLANE_POINTS;
        const map = await this.#stage.get(`${this.#address}/heights?size=${points}`);
        await this.#declare();
        if (this.#stage.continues) {
            await this.#bringBack();
        }
        this.#stage.addEventListener("left", () => this.#keep());
        this.#stage.begin({ hill: this.#hill, map, arrows: this.#config.arrows });
        this.#stage.setProgress({ state: "paused", rate: this.#pace });
        this.#show("frame");
    }

    /** The walkers at their declared starts, with their declared settings. */
    async #declare() {
        const { length, walkers, secant } = this.#config;
        const declared = walkers.map((request, i) => new Walker(request, i, this.#hill));
        await Promise.all(declared.map((walker) => this.#explore(walker)));
        this.#walkers = declared;
        this.#kept.declare(declared);
        this.#length = length;
        this.#secant = secant === undefined ? null : new Secant(secant, (at) => this.#look(at), () => this.#show("seek"));
        this.#lifted = false;
        this.#time.set(0);
    }

    end() {
        this.#time.stop();
    }

    /** Steps a second. */
    get #pace() {
        return Math.min(FASTEST, Math.max(SLOWEST, this.#most / WALK_SECONDS));
    }

    /** Asks the server for a walker's path; of one moved by hand only for its place. */
    async #explore(/** @type {Walker} */ walker) {
        const asked = ++walker.asked;
        const steps = walker.byHand ? 0 : this.#most;
        const { start, optimizer } = walker;
        const { trail, complete } = await this.#stage.post(`${this.#address}/descents`, { start, optimizer, steps });
        if (asked === walker.asked) {
            walker.trail = trail;
            walker.complete = complete;
        }
    }

    /** A place as the server knows it: its height and its slope. */
    async #look(/** @type {number[]} */ start) {
        return (await this.#stage.post(`${this.#address}/descents`, { start, steps: 0 })).trail[0];
    }

    /** The last step that there is to show. */
    get #last() {
        return Math.max(...this.#walkers.map((walker) => walker.byHand || !walker.complete ? walker.trail.length - 1 : this.#most));
    }

    #show(/** @type {string} */ cause) {
        this.#time.tell();
        this.#stage.show(this.#picture(), cause);
    }

    /** @returns {HillPicture} */
    #picture() {
        const walkers = this.#walkers.map((walker) => walker.at(this.#time.shown));
        const { place, rate } = walkers[0];
        const { number, height, position, slope, velocity } = place;
        return { step: this.#time.shown, last: this.#last, number, height, position, slope, velocity, rate, walkers,
            fog: this.#lifted ? null : this.#config.fog ?? null, length: this.#length, secant: this.#secant?.from(place) ?? null };
    }

    async seek(/** @type {number} */ step) {
        this.#time.seek(step);
    }

    /** Replays all paths from their starts. */
    replay() {
        this.#time.shown = 0;
        this.#time.play();
    }

    /** Answers for the stage: the walkers' steps as the server reads them, `ask("walks")`; and the hill in words, `ask("telling")`. */
    async ask(/** @type {string} */ name) {
        if (name === "telling") {
            const { fog, walkers } = this.#picture();
            const paths = walkers.map((walker) => ({ name: walker.name, ...this.#walkers[walker.index].pathUntil(this.#time.shown) }));
            return this.#stage.post(`${this.#address}/telling`, { walkers: paths, ...(fog === null ? {} : { fog }) });
        }
        if (name !== "walks") {
            throw new Error(`A hill cannot tell its ${name}.`);
        }
        return { hill: this.#hill.name, step: this.#time.shown, walks: this.#walkers.map((walker) => walker.stepsUntil(this.#time.shown)) };
    }

    async act(/** @type {string} */ name, /** @type {any} */ body = {}) {
        switch (name) {
            case "play": return this.#time.play();
            case "pause": this.#time.rest(); return this.#keep();
            case "steps": this.#time.forward(body.count ?? 1); return this.#keep();
            case "reset": return this.#reset();
            case "bring-back-mine": return this.#return();
            case "walk": return this.#walk(body);
            case "place": return this.#place(body);
            case "tune": return this.#tune(body);
            case "descend": return this.#descend(body);
            case "fog": this.#lifted = !body.on; break;
            case "width": this.#secant?.choose(body.width); break;
            case "length": this.#length = body.length; break;
            default: throw new Error(`Nobody on a hill can ${name}.`);
        }
        this.#show("seek");
    }

    #keep() {
        this.#kept.write(this.#walkers, this.#time.shown);
    }

    /** Shows a change of the learner's, and keeps it in place of the kept paths. */
    #change() {
        this.#show("frame");
        this.#keep();
    }

    /** Back to the declared starts and settings; what was walked and tuned is forgotten. */
    async #reset() {
        this.#time.rest();
        this.#keep();
        await this.#declare();
        this.#show("frame");
    }

    /** The walkers as the learner left them in this scene, at the step that was shown. */
    async #bringBack() {
        const { last } = this.#kept;
        if (!last) {
            return;
        }
        const walkers = last.walkers.map((left, i) => this.#walker(left, i));
        await Promise.all(walkers.filter(({ byHand }) => !byHand).map((walker) => this.#explore(walker)));
        this.#walkers = walkers;
        this.#time.set(Math.min(last.step, this.#last));
        this.#kept.write(walkers, this.#time.shown);
    }

    #walker(/** @type {import("../kept/progress.js").KeptPaths["walkers"][number]} */ { trail, ...left }, /** @type {number} */ index) {
        const walker = new Walker({ ...left, by: trail ? "hand" : "descent" }, index, this.#hill);
        walker.trail = trail ?? [];
        return walker;
    }

    async #return() {
        this.#time.rest();
        await this.#bringBack();
        this.#show("frame");
        this.#stage.dispatchEvent(new CustomEvent("brought"));
    }

    /**
     * One step by hand, by a vector or toward a place, which no step is longer than the chosen length. While one step is being
     * asked for, another is not begun.
     *
     * @param {{walker?: number, by?: number[], toward?: number[]}} request
     */
    async #walk({ walker: index = 0, by, toward }) {
        const walker = this.#walkers[index];
        if (walker.stepping) {
            return;
        }
        this.#time.rest();
        const at = walker.at(this.#time.shown).place.position;
        const step = by ?? cut(toward?.map((x, i) => x - at[i]) ?? [], this.#length);
        const position = this.#inside(at.map((x, i) => x + step[i]));
        if (String(position) === String(at)) {
            return;
        }
        walker.stepping = true;
        try {
            walker.step(this.#time.shown, position.map((x, i) => x - at[i]), await this.#look(position));
            this.#time.set(walker.trail.length - 1);
            this.#change();
        } finally {
            walker.stepping = false;
        }
    }

    /** Another start for a walker. @param {{walker?: number, at: number[]}} request */
    async #place({ walker = 0, at }) {
        this.#time.rest();
        this.#walkers[walker].start = this.#inside(at);
        await this.#explore(this.#walkers[walker]);
        this.#time.set(0);
        this.#change();
    }

    /** The place, or the nearest one in the picture. */
    #inside(/** @type {number[]} */ at) {
        return at.map((x, i) => Math.min(this.#hill.domain[i][1], Math.max(this.#hill.domain[i][0], x)));
    }

    /** Other settings for a walker's descent; what is shown of it stays at the same step. @param {any} request */
    async #tune({ walker = 0, ...settings }) {
        this.#walkers[walker].optimizer = { ...this.#walkers[walker].optimizer, ...settings };
        await this.#explore(this.#walkers[walker]);
        this.#time.shown = Math.min(this.#time.shown, this.#last);
        this.#change();
    }

    /** A descent sets out beside the walker by hand, from the same start. @param {any} request */
    async #descend({ learningRate = this.#hill.learningRate }) {
        const { start } = this.#walkers[0];
        const companion = new Walker({ name: "Descent", start, optimizer: { learningRate } }, 1, this.#hill);
        await this.#explore(companion);
        this.#walkers = [this.#walkers[0], companion];
        this.#time.newest = 0;
        this.replay();
    }
}

/** A step no longer than this. @param {number[]} step @param {number} length */
function cut(step, length) {
    const long = Math.hypot(...step);
    return long > length ? step.map((x) => (x * length) / long) : step;
}
