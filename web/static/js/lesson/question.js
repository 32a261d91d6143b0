import { evidence } from "./evidence.js";
import { keep, progress, trace } from "./progress.js";

/** @typedef {import("./progress.js").Answered} Answered */

/**
 * `<x-question data-kind="predict|check|challenge">` around a form: sends the answer together with what the stage shows, puts the
 * server's verdict below it, and remembers both. What follows a guess is hidden until the guess was made. Until the element is
 * there the form is inert, so that an early answer does not leave the page.
 */
class Question extends HTMLElement {
    #leaving = new AbortController();

    connectedCallback() {
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        const form = this.#form;
        form.inert = false;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const { submitter } = /** @type {SubmitEvent} */ (event);
            this.#answer(submitter?.getAttribute("name") === "unknown");
        }, { signal });
        const range = /** @type {HTMLInputElement | null} */ (form.querySelector(".guess input"));
        range?.addEventListener("input", () => this.#slide(range), { signal });
        this.#restore();
        if (range) {
            this.#slide(range);
        }
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }

    get #form() {
        return /** @type {HTMLFormElement} */ (this.querySelector("form"));
    }

    get #outcome() {
        return /** @type {HTMLElement} */ (this.querySelector("[data-part=outcome]"));
    }

    #slide(/** @type {HTMLInputElement} */ range) {
        const { min, max, value } = range;
        range.style.setProperty("--filled", `${(100 * (Number(value) - Number(min))) / (Number(max) - Number(min))}%`);
        const output = this.querySelector("output");
        if (output) {
            output.textContent = value;
        }
    }

    /** @returns {Answered | undefined} */
    get #before() {
        const { lesson = "", id = "" } = this.dataset;
        return trace(progress(), lesson).answers[id];
    }

    get #given() {
        return String(new FormData(this.#form).get("answer") ?? "");
    }

    /** Shows what was answered at an earlier visit. */
    #restore() {
        const before = this.#before;
        if (!before) {
            return;
        }
        this.#fill(before.answer);
        if (this.dataset.kind === "predict") {
            this.#answer(before.answer === "");
        } else if (before.verdict === "right") {
            this.dataset.done = "right";
            this.#say("right", this.dataset.kind === "check" ? "You answered this." : "You have done this.");
        }
    }

    #fill(/** @type {string} */ answer) {
        for (const field of this.#form.querySelectorAll("input[name=answer]")) {
            const input = /** @type {HTMLInputElement} */ (field);
            if (input.type === "radio") {
                input.checked = input.value === answer;
            } else if (answer !== "") {
                input.value = answer;
            }
        }
    }

    /** Below the form, in a few words. */
    #say(/** @type {string} */ verdict, /** @type {string} */ text) {
        const sentence = document.createElement("p");
        sentence.className = `verdict ${verdict}`;
        sentence.textContent = text;
        this.#outcome.replaceChildren(sentence);
    }

    async #answer(/** @type {boolean} */ unknown) {
        const { kind } = this.dataset;
        const answer = unknown ? "" : this.#given;
        if (answer === "" && !unknown && kind !== "challenge") {
            this.#say("missing", kind === "predict" ? "Choose one, or say that you don’t know." : "Give an answer first.");
            return;
        }
        const tries = this.#before?.tries ?? 0;
        const seen = await evidence(this);
        if (!seen) {
            this.#say("missing", "The figure is still loading. Try again in a moment.");
            return;
        }
        const body = new URLSearchParams({ ...seen, answer, tries: String(tries) });
        const response = await fetch(this.#form.action, { method: "POST", body }).catch(() => null);
        if (!this.isConnected) {
            return;
        }
        if (!response || !(response.headers.get("Content-Type") ?? "").startsWith("text/html")) {
            const problem = await response?.json().catch(() => null);
            this.#say("missing", problem?.detail ?? "The server cannot be reached. Check your connection, then try again.");
            return;
        }
        this.#judge(await response.text(), answer, tries);
    }

    #judge(/** @type {string} */ html, /** @type {string} */ answer, /** @type {number} */ tries) {
        const { lesson = "", id = "" } = this.dataset;
        const parsed = new DOMParser().parseFromString(html, "text/html");
        const verdict = /** @type {HTMLElement | null} */ (parsed.querySelector("[data-verdict]"))?.dataset.verdict ?? "refused";
        this.#outcome.replaceChildren(...parsed.body.childNodes);
        if (verdict === "refused") {
            return;
        }
        const wrong = verdict === "wrong" || verdict === "shown";
        const was = this.#before?.verdict === "right" && wrong;
        keep((all) => (trace(all, lesson).answers[id] = {
            answer, verdict: was ? "right" : verdict, tries: tries + (wrong ? 1 : 0) }));
        this.dataset.done = verdict;
        this.dispatchEvent(new CustomEvent("answered", { detail: { verdict }, bubbles: true }));
    }
}

customElements.define("x-question", Question);
