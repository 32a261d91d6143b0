import { brief, nameOf } from "../../graph/words.js";

const NEAR = 0.02;

/**
 * The question before each backward step: the node's local derivative with respect to each of its inputs. A guess is judged at
 * once; the next step shows the answer without one.
 */
export class Guesses {
    #at = -1;
    #next;
    /** @type {{field: HTMLInputElement, verdict: HTMLElement, truth: number}[]} */ #asked = [];
    #checked = false;
    /** The element that gets the focus when there are no more questions. @type {() => HTMLElement | null} */ #heir;

    /**
     * @param {HTMLElement} place a form
     * @param {() => void} next goes on
     * @param {() => HTMLElement | null} heir
     */
    constructor(place, next, heir) {
        this.#heir = heir;
        this.place = place;
        this.#next = next;
        place.addEventListener("submit", (event) => {
            event.preventDefault();
            if (!this.check()) {
                this.#next();
            }
        });
    }

    /** @param {any} graph @param {import("../../graph/passes.js").State} state @param {number} at */
    show(graph, { next }, at) {
        const truths = next?.kind === "backward" ? (next.contributions ?? []).filter((c) => graph.nodes[c.operand].operation !== "constant") : [];
        const key = truths.map((c) => `${c.operand}:${c.localDerivative}`).join();
        if (this.#at === at && this.place.dataset.key === key) {
            return;
        }
        this.#at = at;
        this.place.dataset.key = key;
        this.#checked = false;
        this.#asked = [];
        const node = next ? graph.nodes[next.node] : null;
        const hadFocus = this.place.contains(document.activeElement);
        this.place.hidden = truths.length === 0;
        const question = document.createElement("p");
        const others = truths.length > 1 ? " each of these" : " this";
        question.textContent = node ? `Guess the local derivative of ${nameOf(node, graph.nodes)} with respect to${others}:` : "";
        const button = document.createElement("button");
        button.className = "act second";
        button.textContent = "Check the guess";
        this.place.replaceChildren(question,
            ...truths.map((c) => this.#ask(nameOf(graph.nodes[c.operand], graph.nodes), c.localDerivative)), button);
        if (hadFocus) {
            (this.#asked[0]?.field ?? this.#heir())?.focus({ preventScroll: true });
        }
    }

    #ask(/** @type {string} */ name, /** @type {number} */ truth) {
        const label = document.createElement("label");
        const field = document.createElement("input");
        const verdict = document.createElement("span");
        Object.assign(field, { type: "text", inputMode: "text", autocomplete: "off" });
        verdict.className = "verdict";
        verdict.setAttribute("role", "status");
        label.append(`${name} `, field, verdict);
        this.#asked.push({ field, verdict, truth });
        return label;
    }

    /** Judges what was typed, once; false if there is nothing to judge. */
    check() {
        const typed = this.#asked.filter(({ field }) => field.value.trim() !== "");
        if (this.#checked || typed.length === 0) {
            return false;
        }
        this.#checked = true;
        for (const { field, verdict, truth } of typed) {
            const guess = Number(field.value.replace(",", ".").replace("\u2212", "-"));
            const right = Math.abs(guess - truth) <= NEAR * Math.max(Math.abs(truth), 0.05);
            verdict.className = right ? "verdict right" : "verdict";
            verdict.textContent = right ? "right" : `it is ${brief(truth)}`;
        }
        return true;
    }
}
