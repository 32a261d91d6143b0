import { evidence } from "./evidence.js";
import { fillGiven } from "./given.js";
import { launchHeader } from "../shared/launch.js";
import { keep, learner, progress, trace } from "../kept/progress.js";
import { keepVerdict, verdictOf } from "../kept/verdicts.js";

/** @typedef {import("../kept/progress.js").Answered} Answered */

/**
 * `<x-question data-kind="predict|check|gaps|challenge">` around a form: sends the answer together with what the stage shows, puts the
 * server's verdict below it, and remembers both. What follows a guess is hidden until the guess was made. Until the element is
 * there the form is inert, so that an early answer does not leave the page.
 */
class Question extends HTMLElement {
    #leaving = new AbortController();
    /** The question's text, with its numbers, to which the verdict below it belongs. @type {string | null} */ #judged = null;

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
        this.addEventListener("due", () => this.#insist(), { signal });
        this.#forgetWithTheNumbers(signal);
        this.#watchBudget(signal);
        this.addEventListener("draft", () => this.#keepDraft(), { signal });
        const range = /** @type {HTMLInputElement | null} */ (form.querySelector(".guess input"));
        range?.addEventListener("input", () => this.#slide(range), { signal });
        this.#restore();
        this.#fillGiven();
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

    /** Asks for an answer: Next was pressed before one was given. */
    #insist() {
        this.classList.add("due");
        this.#say("missing", "Answer first, or choose I don’t know. Press Next again to go on without an answer.");
        this.scrollIntoView({ block: "center" });
        /** @type {HTMLElement | null} */ (this.#form.querySelector("input:not([type=hidden]), [tabindex='0'], button"))?.focus({ preventScroll: true });
    }

    /** Clears a verdict when the numbers in the question change, because the next answer is to other numbers. */
    #forgetWithTheNumbers(/** @type {AbortSignal} */ signal) {
        const ask = this.querySelector(".ask");
        if (!ask?.querySelector("x-value")) {
            return;
        }
        const changes = new MutationObserver(() => {
            if (this.#judged !== null && ask.textContent !== this.#judged) {
                this.#judged = null;
                this.#outcome.replaceChildren();
                this.#empty();
            }
        });
        changes.observe(ask, { childList: true, characterData: true, subtree: true });
        signal.addEventListener("abort", () => changes.disconnect());
    }

    /** The typed number answered the numbers before. */
    #empty() {
        const field = /** @type {HTMLInputElement | null} */ (this.#form.querySelector(".number-answer input"));
        if (field && field !== document.activeElement) {
            field.value = "";
        }
    }

    /** Keeps the numbers of a question that was answered, so that they go on fitting the answer. */
    #freeze() {
        this.querySelectorAll(".ask x-value").forEach((value) => value.replaceWith(value.textContent ?? ""));
    }

    /** A challenge with a limit of steps says at once when they are used up. */
    #watchBudget(/** @type {AbortSignal} */ signal) {
        const stage = /** @type {import("../stage.js").Stage | null} */ (this.closest("x-stage"));
        const place = /** @type {HTMLElement | null} */ (this.querySelector("[data-part=spent]"));
        if (!stage || !place) {
            return;
        }
        const most = Number(this.dataset.steps);
        const button = place.querySelector("button");
        // A scene that begins later than its challenge allows leads back to its first step, and the shown step counts.
        const isLate = button?.dataset.to !== undefined;
        const follow = () => {
            const { newest, shown } = stage.progress;
            place.hidden = this.dataset.done === "right" || (isLate ? shown <= most : newest < Math.max(1, most));
        };
        stage.addEventListener("state", follow, { signal });
        this.addEventListener("answered", follow, { signal });
        button?.addEventListener("click", () => {
            if (isLate) {
                stage.seek(Number(button.dataset.to));
                return;
            }
            /** @type {HTMLElement | null} */ (stage.querySelector(".board-tools [data-part=again]"))?.click();
        }, { signal });
        follow();
    }

    #fillGiven() {
        fillGiven(this, this.#form.action.replace(/\/answers\/[^/]*$/, ""));
    }

    #slide(/** @type {HTMLInputElement} */ range) {
        const { min, max, value } = range;
        range.style.setProperty("--filled", `${(100 * (Number(value) - Number(min))) / (Number(max) - Number(min))}%`);
        const output = this.querySelector("output");
        const unit = /** @type {HTMLElement | null} */ (this.querySelector(".unit"));
        if (output && unit) {
            output.textContent = value;
            unit.dataset.many ??= unit.textContent ?? "";
            unit.textContent = (value === "1" ? unit.dataset.one : unit.dataset.many) ?? "";
        }
    }

    /** @returns {Answered | undefined} */
    get #before() {
        const { lesson = "", id = "" } = this.dataset;
        return trace(progress(), lesson).answers[id];
    }

    /** Keeps an answer before it is judged. */
    #keepDraft() {
        const { lesson = "", id = "" } = this.dataset;
        const before = this.#before;
        if (before?.verdict !== "right") {
            keep((all) => (trace(all, lesson).answers[id] = { answer: this.#given, verdict: before?.verdict ?? "draft", tries: before?.tries ?? 0 }));
        }
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
        } else if (["right", "shown"].includes(before.verdict)) {
            this.dataset.done = before.verdict;
            this.#explain(before.verdict);
        }
    }

    /** Shows the explanation of an earlier visit, with the numbers that the question had then. */
    #explain(/** @type {string} */ verdict) {
        const { lesson = "", id = "" } = this.dataset;
        const kept = verdictOf(lesson, id);
        const values = this.querySelectorAll(".ask x-value");
        if (kept && kept.numbers.length === values.length) {
            values.forEach((value, i) => value.replaceWith(kept.numbers[i]));
            this.#outcome.replaceChildren(...new DOMParser().parseFromString(kept.html, "text/html").body.childNodes);
        } else if (verdict === "right") {
            this.#say("right", this.dataset.kind !== "challenge" ? "You answered this." : "You have done this.");
        }
    }

    #fill(/** @type {string} */ answer) {
        for (const field of this.#form.querySelectorAll("input[name=answer]")) {
            const input = /** @type {HTMLInputElement} */ (field);
            if (input.type === "radio") {
                input.checked = input.value === answer;
            } else if (answer !== "") {
                input.value = answer;
                input.dispatchEvent(new Event("restored"));
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
            this.#say("missing", "Give an answer first, or choose I don’t know.");
            return;
        }
        const tries = this.#before?.tries ?? 0;
        const seen = await evidence(this);
        if (!seen) {
            this.#say("missing", "The figure is still loading. Try again in a moment.");
            return;
        }
        const body = new URLSearchParams({
            ...seen, answer, tries: String(tries), learner: String(learner()), ...(unknown ? { unknown: "yes" } : {}) });
        const response = await fetch(this.#form.action, { method: "POST", body, headers: launchHeader() }).catch(() => null);
        if (!this.isConnected) {
            return;
        }
        if (!response || !(response.headers.get("Content-Type") ?? "").startsWith("text/html")) {
            const problem = await response?.json().catch(() => null);
            this.#say("missing", problem?.detail ?? "The server cannot be reached. Check your connection, then try again.");
            return;
        }
        this.#judge(await response.text(), this.dataset.kind === "gaps" ? this.#given : answer, tries);
    }

    /** A form whose fields go away once it is answered leaves the focus to what it led to. */
    #stayFocused() {
        const { activeElement: field } = document;
        if (!(field instanceof HTMLElement) || field.getClientRects().length === 0) {
            this.#outcome.tabIndex = -1;
            this.#outcome.focus({ preventScroll: true });
        }
    }

    #judge(/** @type {string} */ html, /** @type {string} */ answer, /** @type {number} */ tries) {
        const { lesson = "", id = "" } = this.dataset;
        const parsed = new DOMParser().parseFromString(html, "text/html");
        const verdict = /** @type {HTMLElement | null} */ (parsed.querySelector("[data-verdict]"))?.dataset.verdict ?? "refused";
        const focused = this.#form.contains(document.activeElement);
        this.#outcome.replaceChildren(...parsed.body.childNodes);
        this.#fillGiven();
        if (verdict === "refused") {
            return;
        }
        const goesOn = this.dispatchEvent(new CustomEvent("judged", { detail: { verdict, outcome: this.#outcome }, cancelable: true }));
        if (verdict === "unjudged") {
            if (goesOn) {
                this.#outcome.scrollIntoView({ block: "nearest" });
            }
            return;
        }
        const wrong = verdict === "wrong" || verdict === "shown";
        const before = this.#before;
        const was = before?.verdict === "right" && wrong;
        keep((all) => (trace(all, lesson).answers[id] = {
            answer: was ? before.answer : answer, verdict: was ? "right" : verdict, tries: tries + (wrong ? 1 : 0) }));
        if (verdict === "right" || verdict === "shown") {
            const numbers = [...this.querySelectorAll(".ask x-value")].map(({ textContent }) => textContent ?? "");
            keepVerdict(lesson, id, { html: this.#outcome.innerHTML, numbers });
        }
        if (verdict === "right") {
            this.#freeze();
        }
        this.#judged = wrong ? this.querySelector(".ask")?.textContent ?? null : null;
        this.classList.remove("due");
        this.dataset.done = verdict;
        if (focused && goesOn) {
            this.#stayFocused();
            this.#outcome.scrollIntoView({ block: "nearest" });
        }
        this.dispatchEvent(new CustomEvent("answered", { detail: { verdict }, bubbles: true }));
    }
}

customElements.define("x-question", Question);
