import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count } from "../../shared/numbers.js";

/** @typedef {"any" | "output" | "wrong"} Kind which example comes next: any, one that the output stands for, or one that the network gets wrong */

/** @type {[string, Kind][]} */
const BUTTONS = [["Next example", "any"], ["Next of this digit", "output"], ["Next mistake", "wrong"]];

/** The name of the shown example, and buttons that show another one. */
export class Picker {
    #pick;
    name = html("p", { class: "ledger-name" });
    buttons = html("div", { class: "ledger-picker" }, ...BUTTONS.map(([text]) => html("button", { type: "button", class: "quiet" }, text)));

    constructor(/** @type {(kind: Kind) => void} */ pick) {
        this.#pick = pick;
    }

    listen(/** @type {AbortSignal} */ signal) {
        [...this.buttons.children].forEach((button, i) => button.addEventListener("click", () => this.#pick(BUTTONS[i][1]), { signal }));
    }

    show(/** @type {number} */ example) {
        write(this.name, `Example ${count(example + 1)}`);
    }
}
