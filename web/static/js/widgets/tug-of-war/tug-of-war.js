import { html } from "../../shared/dom/html.js";
import { math } from "../../shared/dom/mathml.js";
import { short, signed } from "../../shared/numbers.js";
import { lookedAt, symbolOf } from "../../shared/parameters.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/weights/{l}/{j}/{k}/examples">} Shares */

const MOST_ROWS = 12;
const ROW = 26;
const HEAD = 30;
/** The room beside the ropes for each letter of a number, and the least room. */
const LETTER = 7.4;
const SIDE = 64;

/**
 * `<x-tug-of-war>`: each example of the batch pulls the selected weight or bias the direction that lowers its own cost, which is against its
 * own gradient; below, what the batch makes of all pulls. Of a large batch the strongest are drawn one by one.
 */
class TugOfWar extends StageWidget {
    figure = { name: "Tug of war", line: "How each example of the batch pulls the selected weight or bias, and the mean of all pulls." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Shares | null} */ #shares = null;
    #about = "";
    #head = html("p", { class: "proof-weight" });
    #figure = html("div", { class: "tug" });
    #note = html("p", { "class": "note", "aria-live": "polite" });
    #sized = new ResizeObserver(() => this.#picture());

    enter() {
        this.replaceChildren(this.#head, this.#figure, this.#note);
        this.#sized.observe(this.#figure);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#about = "";
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { kept }, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { state }) {
        if (!this.#setup || state === "running") {
            return;
        }
        const item = lookedAt(kept, this.#setup);
        const about = `${frame.step} ${item.at} ${frame.cost}`;
        if (about !== this.#about) {
            this.#about = about;
            this.#head.replaceChildren("Which way does each example pull ", math(symbolOf(item)), "?");
            this.#ask(about, frame.step, item);
        }
    }

    /** @param {string} about @param {number} step @param {import("../../shared/types.js").Item} item */
    async #ask(about, step, { kind, at }) {
        if (!this.#shares) {
            write(this.#note, "The server is computing each example’s gradient …");
        }
        try {
            const shares = await this.stage.ask(`${kind === "bias" ? "biases" : "weights"}/${at.join("/")}/examples?step=${step}`);
            if (about === this.#about) {
                this.#shares = shares;
                this.#picture();
            }
        } catch (error) {
            this.#shares = null;
            this.#figure.replaceChildren();
            write(this.#note, /** @type {Error} */ (error).message);
        }
    }

    #picture() {
        const width = this.#figure.clientWidth;
        if (!this.#shares || width === 0) {
            return;
        }
        const { examples, reduced } = this.#shares;
        const strongest = examples.toSorted((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient)).slice(0, MOST_ROWS)
            .toSorted((a, b) => a.example - b.example);
        const rows = [...strongest.map(({ example, gradient }) => ({ name: `${example + 1}`, pull: -gradient, all: false })),
            { name: this.#reduce, pull: -reduced, all: true }];
        const height = HEAD + rows.length * ROW + 14;
        const root = svg(this.#figure, "svg", { "viewBox": `0 0 ${width} ${height}`, "height": height, "role": "img",
            "aria-label": rows.map(({ name, pull }) => `${name}: ${signed(pull)}`).join(", ") });
        this.#figure.replaceChildren(root);
        const side = Math.max(SIDE, 12 + LETTER * Math.max(...rows.map(({ pull }) => signed(pull).length)));
        axis(root, width, height, side);
        const most = Math.max(...rows.map(({ pull }) => Math.abs(pull)), 1e-300);
        rows.forEach((row, i) => pullOf(root, { width, side, most }, HEAD + i * ROW + ROW / 2 + (row.all ? 10 : 0), row));
        this.#tell(examples, strongest.length, reduced);
    }

    get #reduce() {
        return this.#setup?.spec.batch?.reduce ?? "mean";
    }

    /** @param {Shares["examples"]} examples @param {number} drawn @param {number} reduced */
    #tell(examples, drawn, reduced) {
        const up = examples.filter(({ gradient }) => gradient < 0).length;
        const down = examples.filter(({ gradient }) => gradient > 0).length;
        const rest = examples.length > drawn ? ` The strongest ${drawn} are drawn.` : "";
        write(this.#note, examples.length === 1 ? `The batch has one example, so its gradient is the step’s: ${short(reduced)}.`
            : `${wantWords(up, down, examples.length)} The ${this.#reduce} of their gradients is ${short(reduced)}${reduced === 0 ? "" : ", and the pull is against it"}.${rest}`);
    }
}

/** @param {Element} root @param {number} width @param {number} height @param {number} side */
function axis(root, width, height, side) {
    svg(root, "path", { class: "axis", d: `M${width / 2} ${HEAD - 4}V${height}` });
    svg(root, "text", { "x": side, "y": 16 }).textContent = "← smaller";
    svg(root, "text", { "x": width - side, "y": 16, "text-anchor": "end" }).textContent = "larger →";
    svg(root, "path", { class: "axis", d: `M${side} ${height - ROW - 7}H${width - side}` });
}

/** @param {Element} root @param {{width: number, side: number, most: number}} room @param {number} y @param {{name: string, pull: number, all: boolean}} row */
function pullOf(root, { width, side, most }, y, { name, pull, all }) {
    const middle = width / 2;
    const reach = (pull / most) * (middle - side - 8);
    const group = svg(root, "g", { class: all ? "pull all" : "pull" });
    svg(group, "text", { "x": 0, "y": y + 5 }).textContent = name;
    svg(group, "path", { class: "rope", d: `M${middle} ${y}h${reach}` });
    if (Math.abs(reach) > 1) {
        const direction = Math.sign(reach);
        svg(group, "path", { class: "head", d: `M${middle + reach + direction * 7} ${y}l${-direction * 10} -6v12z` });
    }
    svg(group, "text", { "x": width, "y": y + 5, "text-anchor": "end" }).textContent = signed(pull);
}

const SMALL = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A number of examples in words; the rows have digits. */
function spelled(/** @type {number} */ number) {
    return SMALL[number] ?? String(number);
}

function capital(/** @type {string} */ text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The words about how many want a weight to be larger, how many smaller, and how many do not mind.
 *
 * @param {number} up
 * @param {number} down
 * @param {number} all
 */
function wantWords(up, down, all) {
    const rest = all - up - down;
    const want = (/** @type {number} */ number) => `${spelled(number)} ${number === 1 ? "wants" : "want"}`;
    return up + down === 0 ? `None of the ${all} examples pulls on it.`
        : `Of ${all} examples, ${want(up)} it larger and ${want(down)} it smaller.${rest > 0 ? ` ${capital(spelled(rest))} ${rest === 1 ? "does" : "do"} not pull on it.` : ""}`;
}

customElements.define("x-tug-of-war", TugOfWar);
