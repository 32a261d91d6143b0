import { hints } from "./hints.js";

const TYPING_PAUSE_MS = 350;

/** The field for an expression; the mistake is under it, with a caret at its place. */
export class Editor {
    #field = document.createElement("textarea");
    #said = document.createElement("div");
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting;

    /**
     * @param {HTMLElement} place
     * @param {(text: string) => void} type hears the text when it has rested for a substep
     */
    constructor(place, type) {
        const label = document.createElement("label");
        label.textContent = "The formula";
        label.htmlFor = "graph-expression";
        const field = this.#field;
        field.id = "graph-expression";
        field.rows = 1;
        field.maxLength = 500;
        field.spellcheck = false;
        field.setAttribute("autocapitalize", "off");
        field.setAttribute("autocomplete", "off");
        field.setAttribute("aria-describedby", "graph-fault");
        this.#said.id = "graph-fault";
        this.#said.className = "fault";
        this.#said.setAttribute("role", "status");
        place.replaceChildren(label, field, this.#said);
        field.addEventListener("input", () => {
            this.#fit();
            clearTimeout(this.#waiting);
            this.#waiting = setTimeout(() => type(field.value), TYPING_PAUSE_MS);
        });
        field.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && !event.shiftKey) {
                event.preventDefault();
                clearTimeout(this.#waiting);
                type(field.value);
            }
        });
    }

    show(/** @type {string} */ text) {
        if (this.#field.value !== text && document.activeElement !== this.#field) {
            this.#field.value = text;
        }
        this.#fit();
    }

    #fit() {
        this.#field.rows = this.#field.value.split("\n").length;
    }

    /**
     * Says what is wrong, or how a sound formula was read.
     *
     * @param {{detail: string, line?: number, column?: number}[]} faults
     * @param {string} text as it was sent
     * @param {any[]} nodes of the graph that is shown
     */
    refuse(faults, text, nodes) {
        this.#field.setAttribute("aria-invalid", String(faults.length > 0));
        if (faults.length === 0) {
            const variables = nodes.filter(({ operation }) => operation === "variable").map(({ name }) => name);
            const said = hints(text, variables).join(" ");
            if (this.#said.textContent !== said) {
                this.#said.replaceChildren(...(said ? [sentenceOf(said, "hint")] : []));
            }
            return;
        }
        const [{ detail, line, column }] = faults;
        this.#said.replaceChildren(...(line && column ? [caret(text, line, column)] : []), sentenceOf(detail, "error"),
            ...(nodes.length > 0 ? [sentenceOf("The graph still shows the last formula and values that worked.", "stale")] : []));
    }
}

/** @param {string} text @param {string} look */
function sentenceOf(text, look) {
    const sentence = document.createElement("p");
    sentence.className = look;
    sentence.textContent = text;
    return sentence;
}

/** The faulty line with a caret under its place; a character counts as one however it is stored. */
function caret(/** @type {string} */ text, /** @type {number} */ line, /** @type {number} */ column) {
    const place = document.createElement("pre");
    place.setAttribute("aria-hidden", "true");
    const row = text.split(/\r?\n/)[line - 1] ?? "";
    place.textContent = `${row}\n${" ".repeat(column - 1)}^`;
    return place;
}
