import { note } from "../../kept/keys.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { firstRoles, firstShare, lackOf, query, specOf, withRole } from "./columns.js";
import { tableOf, understood } from "./preview.js";

/** The pause in typing after which the table is read, in milliseconds. */
const TYPED_MS = 250;

const NO_FILE = "CSV, or text with tabs";

/**
 * `<x-own-table>`: the dialog behind the button **Use your own table**. A table is pasted, dropped or chosen; the server reads it, here its columns are
 * chosen, and **Train on it** makes a run of it and opens that.
 */
class OwnTable extends StageWidget {
    /** The text or file that is read. @type {string | Blob} */ #source = "";
    /** @type {import("./columns.js").Preview | null} */ #preview = null;
    /** @type {import("./columns.js").Role[]} */ #roles = [];
    #due = 0;
    /** The number of the newest look at a table; answers to older ones are dropped. */ #asked = 0;

    /** @template {HTMLElement} T @param {string} name @returns {T} */
    #part(name) {
        return /** @type {any} */ (this.querySelector(`[data-part=${name}]`));
    }

    get #dialog() {
        return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    }

    enter(/** @type {AbortSignal} */ signal) {
        const on = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {(event: any) => void} */ take) =>
            target.addEventListener(type, take, { signal });
        const paste = this.#part("paste");
        this.stage.querySelectorAll("[data-opens=own-table]").forEach((button) => on(button, "click", () => this.#dialog.showModal()));
        on(paste, "input", () => this.#typed(/** @type {HTMLTextAreaElement} */ (paste).value));
        on(this.#part("file"), "change", ({ target }) => target.files[0] && this.#take(target.files[0]));
        on(this.#part("table"), "change", ({ target }) => this.#choose(target));
        on(this.#part("train"), "click", () => this.#train());
        on(this.#part("close"), "click", () => this.#dialog.close());
        // The page's single keys press its buttons; they have no business in here.
        on(this.#dialog, "keydown", (event) => event.stopPropagation());
        on(this.#dialog, "dragover", (event) => event.preventDefault());
        on(this.#dialog, "drop", (event) => this.#drop(event));
    }

    leave() {
        clearTimeout(this.#due);
        this.#asked++;
    }

    #typed(/** @type {string} */ text) {
        clearTimeout(this.#due);
        this.#source = text;
        this.#due = setTimeout(() => this.#look(), TYPED_MS);
    }

    #drop(/** @type {DragEvent} */ event) {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        const text = event.dataTransfer?.getData("text/plain") ?? "";
        if (file) {
            this.#take(file);
        } else if (text !== "") {
            /** @type {HTMLTextAreaElement} */ (this.#part("paste")).value = text;
            this.#typed(text);
        }
    }

    #take(/** @type {File} */ file) {
        clearTimeout(this.#due);
        this.#source = file;
        /** @type {HTMLTextAreaElement} */ (this.#part("paste")).value = "";
        write(this.#part("name"), file.name);
        this.#look();
    }

    /** Has the server read the table, and shows its columns or what is wrong. */
    async #look() {
        const asked = ++this.#asked;
        const source = this.#source;
        if (typeof source === "string") {
            write(this.#part("name"), NO_FILE);
            /** @type {HTMLInputElement} */ (this.#part("file")).value = "";
        }
        try {
            const isEmpty = typeof source === "string" && source.trim() === "";
            const preview = isEmpty ? null : await this.stage.send(`${this.dataset.api}/data/preview`, source);
            if (asked === this.#asked) {
                this.#show(preview);
            }
        } catch (error) {
            if (asked === this.#asked) {
                this.#show(null);
                this.#refuse(error);
            }
        }
    }

    #show(/** @type {import("./columns.js").Preview | null} */ preview) {
        this.#preview = preview;
        this.#roles = preview ? firstRoles(preview.columns) : [];
        this.#part("choices").hidden = preview === null;
        if (preview) {
            write(this.#part("understood"), understood(preview));
            this.#part("table").replaceChildren(tableOf(preview, this.#roles));
            /** @type {HTMLInputElement} */ (this.#part("share")).value = String(firstShare(preview.examples));
        }
        this.#judge();
    }

    #choose(/** @type {HTMLSelectElement} */ { dataset, value }) {
        const columns = this.#preview?.columns ?? [];
        this.#roles = withRole(this.#roles, Number(dataset.column), /** @type {any} */ (value), columns);
        this.#part("table").querySelectorAll("select").forEach((select) => (select.value = this.#roles[Number(select.dataset.column)]));
        this.#judge();
    }

    /** Says what keeps these columns from training, if anything does. */
    #judge() {
        const lack = this.#preview ? lackOf(this.#roles) : "";
        write(this.#part("error"), lack);
        /** @type {HTMLButtonElement} */ (this.#part("train")).disabled = this.#preview === null || lack !== "";
    }

    async #train() {
        const button = /** @type {HTMLButtonElement} */ (this.#part("train"));
        button.disabled = true;
        write(this.#part("error"), "");
        const scale = /** @type {HTMLInputElement} */ (this.#part("scale")).checked;
        const share = Number(/** @type {HTMLInputElement} */ (this.#part("share")).value);
        try {
            const uploaded = await this.stage.send(`${this.dataset.api}/data?${query(this.#roles, scale)}`, this.#source);
            const run = await this.stage.post(`${this.dataset.api}/runs`, specOf(uploaded, share, this.#control("hidden"), this.#control("activation"), this.dataset.outputs ?? ""));
            note(run);
            location.assign(`${this.dataset.playground}?run=${run.view}`);
        } catch (error) {
            this.#refuse(error);
            button.disabled = false;
        }
    }

    /** The value of one of the playground's own controls. */
    #control(/** @type {string} */ name) {
        return /** @type {HTMLInputElement} */ (this.stage.querySelector(`[name=${name}]`)).value;
    }

    #refuse(/** @type {any} */ error) {
        if (error.name !== "AbortError") {
            write(this.#part("error"), `${error.message[0].toUpperCase()}${error.message.slice(1)}`);
        }
    }
}

customElements.define("x-own-table", OwnTable);
