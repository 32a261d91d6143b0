import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { pngOf, svgOf } from "./file.js";
import { isEmpty } from "./picture.js";

/** @typedef {import("./file.js").Figure} Figure */

/** The time after which the browser has surely begun to save a file, in milliseconds. */
const KEPT_MS = 60_000;

const IN_A_FRAME = " If no file arrives, the page around this frame does not allow downloads: open the figure on its own page and save it there.";

/** `<x-save-figure>`: each figure of its stage by name, to be saved as a picture with its caption. */
class SaveFigure extends StageWidget {
    #list = html("ul");
    #said = html("p", { class: "note", role: "status" });
    /** The names in the list, so that it is made anew only for others. */ #names = "";

    enter(/** @type {AbortSignal} */ signal) {
        this.replaceChildren(this.#list, this.#said);
        this.#names = "";
        this.#list.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            if (button) {
                this.#save(Number(button.dataset.figure), button.dataset.kind === "png");
            }
        }, { signal });
        for (const event of ["pointerover", "focusin", "pointerout", "focusout"]) {
            this.#list.addEventListener(event, ({ target, type }) => {
                const row = /** @type {Element} */ (target).closest("[data-figure]");
                this.#figures()[Number(row?.getAttribute("data-figure") ?? -1)]?.classList.toggle("to-save", type === "pointerover" || type === "focusin");
            }, { signal });
        }
        // A part of the page that opens or closes brings other figures.
        this.stage.addEventListener("toggle", () => setTimeout(() => this.#show(), 0), { signal, capture: true });
        // A figure that was empty may have something to show by the time one comes to the list.
        this.addEventListener("pointerenter", () => this.#show(), { signal });
        this.closest("details")?.addEventListener("focusin", () => this.#show(), { signal });
    }

    build() {
        this.#names = "";
        this.#show();
    }

    leave() {
        this.#figures().forEach((figure) => figure.classList.remove("to-save"));
    }

    draw() {
        if (this.#names === "") {
            this.#show();
        }
    }

    /** The figures that the stage shows now, in the order of the page. @returns {Figure[]} */
    #figures() {
        const widgets = [...this.stage.querySelectorAll("*")].filter((element) => element instanceof StageWidget && element.figure !== null);
        return /** @type {Figure[]} */ (widgets).filter((widget) => widget.checkVisibility() && !widget.classList.contains("lacking") && !isEmpty(widget));
    }

    #show() {
        const figures = this.#figures();
        const names = figures.map(({ figure: { name } }, i) => {
            const same = figures.slice(0, i).filter((other) => other.figure.name === name).length;
            return same === 0 ? name : `${name} ${same + 1}`;
        });
        if (names.join("\n") === this.#names && names.length > 0) {
            return;
        }
        this.#names = names.join("\n");
        this.#list.replaceChildren(...names.map((name, i) => html("li", { "data-figure": i }, html("span", {}, name), ...["svg", "png"].map((kind) =>
            html("button", { "class": "quiet", "type": "button", "data-figure": i, "data-kind": kind, "aria-label": `Save ${name} as ${kind.toUpperCase()}` }, kind.toUpperCase())))));
        write(this.#said, names.length > 0 ? "" : "There is no figure to save yet.");
    }

    async #save(/** @type {number} */ index, /** @type {boolean} */ isPng) {
        const figure = this.#figures()[index];
        if (!figure) {
            return;
        }
        figure.classList.remove("to-save");
        try {
            if (isPng) {
                const { blob, name } = await pngOf(figure);
                this.#give(blob, `${name}.png`);
            } else {
                const { text, name } = await svgOf(figure);
                this.#give(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
            }
        } catch (error) {
            write(this.#said, `The figure could not be saved: ${/** @type {Error} */ (error).message}`);
        }
    }

    #give(/** @type {Blob} */ file, /** @type {string} */ name) {
        const href = URL.createObjectURL(file);
        html("a", { href, download: name }).click();
        setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
        write(this.#said, `Saved as ${name}.${globalThis.origin === "null" ? IN_A_FRAME : ""}`);
    }
}

customElements.define("x-save-figure", SaveFigure);
