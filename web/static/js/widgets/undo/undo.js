import { changeOf, rightBefore } from "../../kept/changes.js";
import { changeWords } from "../../kept/change-words.js";
import { stateOf } from "../../kept/link.js";
import { showPage } from "../../kept/linked.js";
import { standing } from "../../kept/standing.js";
import { UndoList } from "../../kept/undo-list.js";
import { withdraw } from "../../shared/dom/withdraw.js";
import { write } from "../../shared/dom/write.js";
import { count } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";
import { controlsOf, valueWords } from "./controls.js";
import { Keys } from "./keys.js";

/** The time for which the sentence stays in sight, in milliseconds. */
const SEEN_MS = 8000;

/** @typedef {import("../../kept/changes.js").Snapshot} Snapshot */
/** @typedef {"undo" | "redo"} Direction */
/** @typedef {{direction: Direction, entry: import("../../kept/undo-list.js").Entry, goal: Snapshot, now: Snapshot}} Return */

/**
 * `<x-undo>`: the buttons **Undo** and **Redo**, for every change of the settings and of the run. It compares each moment of the page with the one before,
 * so it needs no word from the controls. Training is no change: an undone run is back at the step of the change, bit for bit.
 */
class Undo extends StageWidget {
    static #list = new UndoList(storage());
    /** Makes the newest moment, of this stage or the one before it. @type {() => Snapshot | null} */
    static #last = () => Undo.#list.last;
    /** The marks in which the newest moment differs from the next. @type {unknown[]} */ static #marks = [];
    /** The ids of the runs that were shown so far. @type {Set<string>} */ static #seen = new Set();
    /** The return that the page has asked for, until its stage is there. @type {Return | null} */ static #awaited = null;
    /** A press that came while the page was on its way. @type {Direction | null} */ static #pressed = null;
    /** The controls as the page shows them, once it does. @type {Record<string, string> | null} */ #controls = null;
    /** The query of the stage that is asked for; empty where none is. */
    static #query = "";
    #isDue = false;
    #hiding = 0;

    enter(/** @type {AbortSignal} */ signal) {
        for (const direction of /** @type {Direction[]} */ (["undo", "redo"])) {
            this.#button(direction)?.addEventListener("click", () => this.#go(direction), { signal });
        }
        new Keys((direction) => this.#go(direction), signal);
        this.stage.addEventListener("change", (event) => this.#change(event), { signal });
        this.stage.addEventListener("tune", () => this.build(), { signal });
        const bring = this.querySelector("[data-part=bring]");
        bring?.addEventListener("htmx:configRequest", (event) => {
            /** @type {CustomEvent} */ (event).detail.path = `${bring.getAttribute("hx-get")}?${Undo.#query}`;
        }, { signal });
        bring?.addEventListener("htmx:afterRequest", (event) =>
            /** @type {CustomEvent} */ (event).detail.successful || this.#giveUp(), { signal });
        addEventListener("pagehide", () => Undo.#list.keep(Undo.#last()), { signal });
        this.#show();
    }

    leave() {
        clearTimeout(this.#hiding);
    }

    /** @returns {HTMLButtonElement | null} */
    #button(/** @type {Direction} */ direction) {
        return this.querySelector(`[data-part=${direction}]`);
    }

    build() {
        this.#controls = controlsOf(this.stage);
        this.#look();
    }

    follow() {
        this.#look();
    }

    draw() {
        this.#look();
    }

    /** Hears a control that is sent with the next run: before there is one, its value is a change of its own. */
    #change(/** @type {Event} */ { target }) {
        const field = /** @type {HTMLInputElement} */ (target);
        if (this.stage.run.frames === undefined && field.form?.id === "tweaks") {
            queueMicrotask(() => this.build());
        }
    }

    /** Compares this moment with the one before, once what happens now has happened. */
    #look() {
        if (!this.#isDue) {
            this.#isDue = true;
            queueMicrotask(() => {
                this.#isDue = false;
                this.#compare();
            });
        }
    }

    /** True while the page shows a moment, and not something on the way to one. */
    get #isSettled() {
        const { setup, picture, run: { frames, own }, progress: { all, branch } } = this.stage;
        return this.#controls !== null && this.isConnected && setup && picture && (frames !== undefined
            ? setup.origin !== undefined && all.some(({ id }) => id === branch) : own === undefined);
    }

    #compare() {
        if (!this.#isSettled) {
            return;
        }
        const { stage: { setup, progress: { all, branch } } } = this;
        const marks = [setup.origin, branch, all.find(({ id }) => id === branch)?.tweaks, this.#controls];
        const moment = this.#moment();
        if (Undo.#marks.some((mark, i) => mark !== marks[i]) || Undo.#marks.length === 0) {
            this.#arrive(moment());
        }
        Undo.#marks = marks;
        Undo.#seen.add(branch ?? "");
        Undo.#last = moment;
        this.#pressAgain();
    }

    /** Makes a press that came while the page was on its way. */
    #pressAgain() {
        const pressed = Undo.#pressed;
        if (pressed && !Undo.#awaited) {
            Undo.#pressed = null;
            queueMicrotask(() => this.#go(pressed));
        }
    }

    /** A function that makes a snapshot of what the page shows now: most are never asked for. */
    #moment() {
        const { stage } = this;
        const { setup, example, held } = stage;
        // The branches change in place.
        const progress = { ...stage.progress, all: stage.progress.all.map((branch) => ({ ...branch })) };
        const [controls, isRun] = [this.#controls ?? {}, stage.run.frames !== undefined];
        return () => {
            const shown = /** @type {any} */ ({ setup, progress, example, held, querySelector: stage.querySelector.bind(stage), querySelectorAll: () => [] });
            const state = isRun ? stateOf(shown) : null;
            return { controls, state, runs: state ? progress.all.map(({ id, tweaks }) => ({ id, tweaks })) : [] };
        };
    }

    /** Takes in a moment that may differ from the one before by a change. */
    #arrive(/** @type {Snapshot} */ now) {
        const last = Undo.#last();
        const change = Undo.#awaited || !last ? null : changeOf(last, now, Undo.#seen);
        if (Undo.#awaited) {
            // The answer to an earlier press may come first.
            if ((now.state === null) === (Undo.#awaited.goal.state === null)) {
                this.#returned(Undo.#awaited);
            }
        } else if (change && last) {
            const isPlaying = this.stage.progress.state === "running";
            const kind = JSON.stringify([change.names, change.tweaks.map((tweak) =>
                [isPlaying || tweak.step, ...Object.keys({ ...tweak, ...tweak.optimizer })])]);
            const before = Undo.#list.joined(kind, performance.timeOrigin + performance.now())?.before ?? rightBefore(last, change, now);
            const label = changeWords(change, before, now, { setup: this.stage.setup, value: valueWords });
            Undo.#list.add({ kind, before, label, time: performance.timeOrigin + performance.now() });
            this.#say("");
        }
        this.#show();
    }

    /** Goes back to the moment before the newest change, or on to the one after it. */
    async #go(/** @type {Direction} */ direction) {
        const entry = direction === "undo" ? Undo.#list.undoes : Undo.#list.redoes;
        const goal = direction === "undo" ? entry?.before : entry?.after;
        if (!entry || !goal || this.matches(".planned-away, .planned-locked")) {
            return;
        }
        if (Undo.#awaited || !this.#isSettled) {
            Undo.#pressed = direction;
            return;
        }
        try {
            await (this.stage.progress.state === "running" ? this.stage.act("pause") : null);
            Undo.#awaited = { direction, entry, goal, now: this.#moment()() };
            // A press that waits for another answer is made again in the next stage, with the same query.
            Undo.#query = `${new URLSearchParams(goal.controls)}${await standing(this.stage, goal)}`;
            /** @type {HTMLElement | null} */ (this.querySelector("[data-part=bring]"))?.click();
        } catch (error) {
            this.#giveUp();
            this.stage.fail(error);
        }
    }

    #giveUp() {
        Undo.#awaited = null;
        Undo.#pressed = null;
    }

    /** Shows what the page showed then, and says what was undone. */
    #returned(/** @type {Return} */ { direction, entry, goal, now }) {
        Undo.#awaited = null;
        if (direction === "undo") {
            Undo.#list.undone(now);
        } else {
            Undo.#list.redone(now);
        }
        const { state } = goal;
        if (state) {
            const { shown, example, selected } = state;
            showPage(this.stage, /** @type {any} */ ({ shown, example, selected, open: [] }));
        }
        const step = state ? ` The figure is back at step ${count(state.shown ?? state.runs[state.front].step)}.` : "";
        this.#say(`${direction === "undo" ? "Undone" : "Done again"}: ${entry.label}.${step}`);
    }

    #say(/** @type {string} */ text) {
        clearTimeout(this.#hiding);
        write(this.querySelector("[data-part=said]"), text);
        if (text !== "") {
            this.#hiding = setTimeout(() => this.#say(""), SEEN_MS);
        }
    }

    /** The buttons, with the names of what they do. */
    #show() {
        const [undo, redo] = [this.#button("undo"), this.#button("redo")];
        for (const [button, word, entry, key] of /** @type {const} */ ([
            [undo, "Undo", Undo.#list.undoes, "Ctrl+Z"], [redo, "Redo", Undo.#list.redoes, "Ctrl+Shift+Z"]])) {
            button?.setAttribute("aria-label", entry ? `${word}: ${entry.label}` : word);
            button?.setAttribute("title", `${entry ? `${word}: ${entry.label}` : word} (${key})`);
        }
        withdraw(undo, "disabled", !Undo.#list.undoes, redo);
        withdraw(redo, "disabled", !Undo.#list.redoes, undo);
    }
}

/** The tab's own storage, which a reload keeps; null where there is none. */
function storage() {
    try {
        return sessionStorage;
    } catch {
        return null;
    }
}

customElements.define("x-undo", Undo);
