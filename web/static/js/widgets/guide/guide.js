import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { Cure } from "./cure.js";
import { wait } from "./pace.js";
import { goTo, pointOutUnits, showWhere } from "./places.js";
import { afterwards, isTrouble, words } from "./words.js";

/** The number of steps from which on a run is worth going back to. */
const LONG = 30;

/** The buttons that a sentence can have beside it. @type {import("./words.js").Part[]} */
const PARTS = ["cure", "learned", "why", "where"];

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Progress} Progress */

/**
 * `<x-guide>`: one or two sentences on what to do next, made from the state of the run and the server's diagnosis of it, with a button
 * that shows where a trouble is and one that cures it. Its text in the page is for a network that has not begun.
 */
class Guide extends StageWidget {
    /** The newest step of the run before, which another choice of settings puts aside. */
    static #newest = 0;
    /** The requested part of the page, while the server makes the run that it needs. */
    static #awaited = "";
    #begin = "";
    #state = "";
    #shown = "";
    /** @type {Cure | null} */ #cure = null;
    /** @type {import("./words.js").Place | undefined} */ #where;
    /** @type {import("./words.js").Diagnosis | null} */ #found = null;
    /** The diagnosis asked for last. @type {{step: number, time: number} | null} */ #last = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    /** Another one for each run, so that an answer about the run before is put aside. */
    #run = 0;

    enter(/** @type {AbortSignal} */ signal) {
        this.#begin = this.querySelector("[data-part=say]")?.textContent ?? "";
        this.#shown = this.#begin;
        if (Guide.#newest >= LONG) {
            this.#begin = afterwards(Guide.#newest);
        }
        Guide.#newest = 0;
        this.#cure = new Cure(this.stage, this.querySelector("form[data-part=cure]"), signal);
        this.stage.querySelector("[data-part=why]")?.addEventListener("click", () => this.#open("inside-step"), { signal });
        this.querySelector("[data-part=where]")?.addEventListener("click", () => showWhere(this.stage, this.#where ?? "cost", this.#found), { signal });
        this.stage.addEventListener("tune", () => this.#forget(), { signal });
        if (Guide.#awaited) {
            const id = Guide.#awaited;
            Guide.#awaited = "";
            this.stage.addEventListener("whole", () => goTo(id), { once: true, signal });
        }
    }

    leave() {
        this.#forget();
    }

    build() {
        this.#forget();
    }

    /** Puts the diagnosis aside, because the run is another one or goes on with other settings. */
    #forget() {
        clearTimeout(this.#waiting);
        this.#waiting = undefined;
        this.#run++;
        this.#found = null;
        this.#last = null;
        pointOutUnits(this.stage, []);
    }

    /** Opens a part of the page below the figure and goes there; if there is no run yet, again when the server has made one. */
    #open(/** @type {string} */ id) {
        Guide.#awaited = this.stage.run.frames === undefined ? id : "";
        goTo(id);
    }

    /** Draws the sentence again when the run starts or stops, which no frame says. */
    follow(/** @type {Progress} */ { state }) {
        if (state !== this.#state) {
            this.#state = state;
            this.stage.redraw("select");
        }
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept }, /** @type {import("../../shared/curve.js").Curve} */ _curve,
        /** @type {Progress} */ progress) {
        Guide.#newest = progress.newest;
        const { say, parts, where } = words(frame, kept, progress, this.#found, this.#cure?.isFor(this.#found) ?? false, this.#begin);
        this.#where = where;
        write(this.querySelector("[data-part=say]"), say);
        this.#tell(say);
        for (const name of PARTS) {
            this.stage.querySelector(`[data-part=${name}]`)?.toggleAttribute("hidden", !parts.includes(name));
        }
        this.#schedule(progress);
    }

    /** Has the run diagnosed soon, if that is due. */
    #schedule(/** @type {Progress} */ { state, shown }) {
        const isRun = this.stage.run.frames !== undefined;
        const time = isRun ? wait(shown, state === "running", this.#last, performance.now()) : null;
        if (time !== null) {
            this.#waiting ??= setTimeout(() => this.#diagnose(), time);
        }
    }

    async #diagnose() {
        this.#waiting = undefined;
        const step = this.stage.progress.shown;
        const run = this.#run;
        this.#last = { step, time: performance.now() };
        try {
            const found = await this.stage.ask(`diagnosis?step=${step}`);
            if (run === this.#run && isTrouble(found)) {
                await this.#cure?.find(found);
            }
            if (run === this.#run) {
                this.#found = found;
                this.stage.redraw("select");
            }
        } catch {
            // The sentences without a diagnosis hold; the next frame asks again.
        }
    }

    /** Has a screen reader say each sentence once, not again for each new number in it. */
    #tell(/** @type {string} */ say) {
        const sentence = say.replace(/[\d.,]+/g, "");
        if (sentence !== this.#shown) {
            this.#shown = sentence;
            write(this.querySelector("[role=status]"), say);
        }
    }
}

customElements.define("x-guide", Guide);
