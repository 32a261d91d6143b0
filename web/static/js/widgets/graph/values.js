import { judge } from "../../shared/dom/wrong.js";

const REACH = 6;
const SENSIBLE = 1e6;

/** The variables' values, each on a slider and in a field; both set it at once. */
export class Values {
    #set;
    /** @type {Map<string, {range: HTMLInputElement, field: HTMLInputElement}>} */ #rows = new Map();

    /**
     * @param {HTMLElement} place
     * @param {(values: Record<string, number>) => void} set
     */
    constructor(place, set) {
        this.place = place;
        this.#set = set;
    }

    /** Makes a row for each variable. */
    build(/** @type {any} */ { nodes }) {
        this.#rows.clear();
        const variables = nodes.filter((/** @type {any} */ n) => n.operation === "variable");
        this.place.replaceChildren(...variables.map((/** @type {any} */ node) => this.#row(node)));
        this.place.hidden = variables.length === 0;
    }

    #row(/** @type {{name: string, value: number}} */ { name, value }) {
        const row = document.createElement("div");
        row.className = "value-row";
        const label = document.createElement("label");
        label.textContent = name;
        const range = document.createElement("input");
        const reach = Math.max(REACH, Math.ceil(2 * Math.abs(value)));
        Object.assign(range, { type: "range", min: String(-reach), max: String(reach), step: "0.1" });
        range.setAttribute("aria-label", `${name}, slider`);
        const field = document.createElement("input");
        Object.assign(field, { type: "text", inputMode: "text", autocomplete: "off", id: `value-${name}` });
        label.htmlFor = field.id;
        range.addEventListener("input", () => this.#set({ [name]: Number(range.value) }));
        field.addEventListener("change", () => this.#typed(name, field));
        row.append(label, range, field);
        this.#rows.set(name, { range, field });
        return row;
    }

    #typed(/** @type {string} */ name, /** @type {HTMLInputElement} */ field) {
        const value = Number(field.value.replace(",", ".").replace("\u2212", "-"));
        const wrong = field.value.trim() === "" || !Number.isFinite(value) || Math.abs(value) > SENSIBLE;
        judge(field, wrong ? "Write a number from −1,000,000 to 1,000,000 here." : "", /** @type {HTMLElement} */ (field.parentElement));
        if (!wrong) {
            this.#set({ [name]: value });
        }
    }

    show(/** @type {Record<string, number>} */ values) {
        for (const [name, { range, field }] of this.#rows) {
            const value = values[name];
            const reach = Number(range.max);
            if (document.activeElement !== range) {
                range.value = String(value);
            }
            range.style.setProperty("--filled", `${Math.max(0, Math.min(100, 50 + (50 * value) / reach))}%`);
            range.setAttribute("aria-valuetext", String(value));
            if (document.activeElement !== field) {
                field.value = String(value);
                judge(field, "", /** @type {HTMLElement} */ (field.parentElement));
            }
        }
    }
}
