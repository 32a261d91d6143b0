import { follow } from "../shared/dom/follow.js";
import { traceOf } from "./traces.js";
import { leaveBy } from "./travel.js";

/** Milliseconds between two reports of the learner's own descent. */
const TRACE_MS = 2000;

/** @typedef {{first: string, last: string, paused: string, word: string, name: string}} News */

/**
 * `<x-class-bar>` above a lesson or the playground: the place of a learner in a class. It follows the teacher, who may hold the class at scenes,
 * and pause all screens. With `data-item` the class works through a teacher's own list: each item is a page of its own, and its number stands for
 * the scene's.
 */
class ClassBar extends HTMLElement {
    #leaving = new AbortController();
    #traced = "";
    #tracing = false;
    /** @type {News} */ #news = { first: "1", last: "1", paused: "", word: "", name: "" };

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        // A browser lets a second Escape close a dialog all the same.
        this.#dialog.addEventListener("cancel", (event) => event.preventDefault(), { signal });
        this.#dialog.addEventListener("close", () => this.#news.paused && this.isConnected && this.#dialog.showModal(), { signal });
        // The capturing phase comes before htmx hears of the press.
        document.addEventListener("click", (event) => this.#hold(event), { signal, capture: true });
        document.addEventListener("htmx:afterSettle", () => this.#mark(), { signal });
        this.#take(JSON.parse(this.dataset.news ?? "{}"));
        follow(this.dataset.events ?? "", "class", (news) => this.#take(news), signal);
        const looking = setInterval(() => this.#trace(), TRACE_MS);
        signal.addEventListener("abort", () => clearInterval(looking));
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    /** Reports the learner's own descent, if it has changed. */
    async #trace() {
        const trace = document.hidden ? null : traceOf(/** @type {any} */ (document.getElementById("stage")));
        const { lesson, scene } = this.#words?.dataset ?? {};
        const state = `${scene} ${trace?.state}`;
        if (trace && lesson && state !== this.#traced && !this.#tracing) {
            this.#tracing = true;
            this.#traced = state;
            const body = new URLSearchParams(trace.fields);
            const answer = await fetch(`${this.dataset.base}/lessons/${lesson}/${scene}/traces`, { method: "POST", body }).catch(() => null);
            this.#tracing = false;
            if (!answer?.ok) {
                this.#traced = "";
            }
        }
    }

    get #dialog() {
        return /** @type {HTMLDialogElement} */ (this.querySelector("[data-part=pause]"));
    }

    get #words() {
        return /** @type {HTMLElement | null} */ (document.querySelector("x-scene[data-scene]"));
    }

    get #scene() {
        return Number(this.dataset.item ?? this.#words?.dataset.scene ?? 1);
    }

    #write(/** @type {string} */ part, /** @type {string} */ text) {
        const place = this.querySelector(`[data-part=${part}]`);
        if (place && place.textContent !== text) {
            place.textContent = text;
        }
    }

    #take(/** @type {News} */ news) {
        this.#news = news;
        this.#write("name", news.name);
        this.#write("word", news.word);
        if (news.paused && !this.#dialog.open) {
            this.#dialog.showModal();
        } else if (!news.paused && this.#dialog.open) {
            this.#dialog.close();
        }
        const open = this.#open(this.#scene);
        if (open === this.#scene) {
            this.#mark();
        } else {
            location.assign(`${this.dataset.go}/${open}`);
        }
    }

    /** The scene that a learner gets who asks for one. */
    #open(/** @type {number} */ wanted) {
        return Math.min(Math.max(wanted, Number(this.#news.first)), Number(this.#news.last));
    }

    /** Shows which scenes are closed. */
    #mark() {
        for (const link of this.#links()) {
            link.toggleAttribute("data-closed", this.#isClosed(link));
        }
        const held = this.#news.first === this.#news.last;
        const isLast = this.#scene === Number(this.#news.last) && document.querySelector(".travel [rel=next], .class-items li:last-child a:not([aria-current])") !== null;
        this.#noteAtNext();
        this.#write("said", held ? `Your teacher holds the class at this ${this.#noun}.` : isLast ? `Your teacher lets the class go up to this ${this.#noun}.` : "");
    }

    get #noun() {
        return this.dataset.item === undefined ? "scene" : "item";
    }

    /** Says beside Next why it leads nowhere. */
    #noteAtNext() {
        const travel = document.querySelector(".travel");
        const isClosed = travel?.querySelector("[rel=next][data-closed]");
        const note = travel?.querySelector(".class-held") ?? document.createElement("p");
        if (travel && isClosed && !note.isConnected) {
            note.className = "class-held";
            note.textContent = `Your teacher has not opened the next ${this.#noun} yet.`;
            travel.append(note);
        } else if (!isClosed) {
            note.remove();
        }
    }

    #links() {
        return /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".scenes a, .class-items a, .travel a, a[data-part=skip]"));
    }

    #isClosed(/** @type {HTMLAnchorElement} */ link) {
        const scene = Number(link.dataset.item ?? /\/(\d+)$/.exec(link.pathname)?.[1]);
        return Number.isInteger(scene) && this.#open(scene) !== scene;
    }

    #hold(/** @type {Event} */ event) {
        const link = /** @type {Element} */ (event.target).closest("a");
        if (link && [...this.#links()].includes(link) && this.#isClosed(link)) {
            event.preventDefault();
            event.stopImmediatePropagation();
            this.#write("said", `Your teacher has not opened that ${this.#noun} yet.`);
        } else if (link?.rel === "next" && link.dataset.item && !leaveBy(link)) {
            event.preventDefault();
        }
    }
}

customElements.define("x-class-bar", ClassBar);
