import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { substepNamed } from "../../shared/substeps.js";
import { count } from "../../shared/numbers.js";
import { StageWidget } from "../../stage-widget.js";
import { Lines } from "./lines.js";

/** @typedef {import("./lines.js").Listing} Listing */
/** @typedef {import("./lines.js").Line} Line */

/** Milliseconds that a change of the run waits for the next one. */
const SETTLE_MS = 300;

/**
 * `<x-program>`: the shown run as a program in one of three languages. The line that one points at, moves to or taps is explained below, and the
 * other figures show the substep of a training step in which its quantity is found. In a scene, lines that a change of the learner made are marked.
 */
class Program extends StageWidget {
    #format = "numpy";
    /** The question that was asked last. */ #asked = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;
    /** The scene's own program in each language, as far as it was needed. @type {Map<string, Promise<Listing>>} */ #first = new Map();
    /** @type {Listing | null} */ #listing = null;
    /** @type {import("../../shared/types.js").Substep | null} */ #before = null;
    #isShowing = false;
    #lines = new Lines((line) => this.#explain(line));

    enter(/** @type {AbortSignal} */ signal) {
        this.#lines.follow(this.#part("lines"), signal);
        this.#part("copy").addEventListener("click", () => this.#copy(), { signal });
        for (const tab of this.#tabs) {
            tab.addEventListener("click", () => this.#choose(tab), { signal });
        }
        this.querySelector("[role=tablist]")?.addEventListener("keydown", (event) => this.#turn(/** @type {KeyboardEvent} */ (event)), { signal });
        for (const name of ["tune", "own"]) {
            this.stage.addEventListener(name, () => this.#refresh(), { signal });
        }
    }

    leave() {
        clearTimeout(this.#waiting);
    }

    /** @returns {HTMLElement} */
    #part(/** @type {string} */ name) {
        return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
    }

    /** @returns {HTMLButtonElement[]} */
    get #tabs() {
        return [...this.querySelectorAll("[role=tab]")].map((tab) => /** @type {HTMLButtonElement} */ (tab));
    }

    /** Left and right go from language to language. */
    #turn(/** @type {KeyboardEvent} */ event) {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
        if (by !== 0) {
            const tabs = this.#tabs;
            const at = tabs.findIndex((tab) => tab.dataset.format === this.#format);
            this.#choose(tabs[(at + by + tabs.length) % tabs.length]);
            event.preventDefault();
            event.stopPropagation();
        }
    }

    #choose(/** @type {HTMLButtonElement} */ chosen) {
        this.#format = chosen.dataset.format ?? "numpy";
        for (const tab of this.#tabs) {
            tab.setAttribute("aria-selected", String(tab === chosen));
            tab.tabIndex = tab === chosen ? 0 : -1;
        }
        if (this.contains(document.activeElement)) {
            chosen.focus();
        }
        this.#explain(null);
        this.#refresh();
    }

    build() {
        this.#refresh();
    }

    follow(/** @type {import("../../shared/types.js").Progress} */ { state }) {
        if (state !== "running") {
            this.#refresh();
        }
    }

    /** Asks for the program once the run has stopped changing. */
    #refresh() {
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#ask().catch((error) => this.stage.fail(error)), this.#listing ? SETTLE_MS : 0);
    }

    async #ask() {
        const { stage } = this;
        const wish = JSON.stringify([stage.run.frames, this.#format, stage.progress.newest, stage.setup?.spec?.optimizer]);
        if (wish === this.#asked || !stage.setup) {
            return;
        }
        this.#asked = wish;
        const format = this.#format;
        const [listing, first] = await Promise.all([stage.ask(`program?format=${format}`), this.#original(format)]);
        if (wish === this.#asked) {
            this.#show(listing, first);
        }
    }

    /** The program with which the scene began, where the learner has a run of their own now. @returns {Promise<Listing | null>} */
    async #original(/** @type {string} */ format) {
        const { config: { run: { frames } = {}, scene }, run } = this.stage;
        if (!scene || !frames || frames === run.frames) {
            return null;
        }
        const first = this.#first.get(format) ?? this.stage.get(`${frames.slice(0, frames.lastIndexOf("/"))}/program?format=${format}`);
        this.#first.set(format, first);
        return first;
    }

    #show(/** @type {Listing} */ listing, /** @type {Listing | null} */ first) {
        this.#listing = listing;
        this.dataset.shown = listing.format;
        const changed = this.#lines.show(listing, first);
        const download = /** @type {HTMLAnchorElement} */ (this.#part("download"));
        download.href = listing.address;
        download.download = listing.file;
        const lines = `${count(listing.count)} lines`;
        this.#part("lines").setAttribute("aria-label", `${listing.file}, ${lines}`);
        this.#part("panel").setAttribute("aria-label", `The program in ${this.#tabs.find((tab) => tab.dataset.format === listing.format)?.textContent}`);
        write(this.#part("said"), changed > 0 ? `${lines}, ${count(changed)} changed` : lines);
        const { prints, printsLast } = listing;
        this.#part("prints").replaceChildren(html("p", {}, printsLast.length > 0 ? "The program prints, first and last: step and cost" : "The program prints: step and cost"),
            html("pre", { tabindex: 0, role: "group", "aria-label": "Costs that the program prints" }, [...prints, ...(printsLast.length > 0 ? ["⋮", ...printsLast] : [])].join("\n")));
        this.stage.redraw("select");
    }

    /** Says what a line is for, and has the figures show the substep in which its quantity is found; without a line they return to the substep before. */
    #explain(/** @type {Line | null} */ line) {
        const note = /** @type {HTMLTemplateElement} */ (this.#part("notes")).content.querySelector(`[data-of="${line?.part}"]`);
        if (note) {
            this.#part("note").replaceChildren(note.cloneNode(true));
        }
        const depth = (this.stage.setup?.spec.network.layers.length ?? 1) - 1;
        const substep = substepNamed(line?.moment, depth);
        if (substep && !this.#isShowing) {
            this.#before = this.stage.substep;
        }
        if (substep || this.#isShowing) {
            this.stage.substep = substep ?? this.#before;
        }
        this.#isShowing = substep !== null;
    }

    async #copy() {
        const said = this.#part("said");
        try {
            const response = await fetch(this.#listing?.address ?? "");
            await navigator.clipboard.writeText(await response.text());
            write(said, "Copied.");
        } catch {
            write(said, "This browser does not allow copying. Use Download.");
        }
    }
}

customElements.define("x-program", Program);
