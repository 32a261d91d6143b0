import { activations } from "../../shared/plane/activations.js";
import { framed, SIDE } from "./framing.js";
import { percent } from "../../shared/numbers.js";
import { paint } from "../../shared/pixels.js";
import { palette } from "../../shared/palette.js";
import { activationFill } from "../../shared/scales.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { inkOf, PEN, stroke } from "./ink.js";

const SIZE = 280;
const STRIDE = 10;

/** @typedef {import("./ink.js").Point} Point */

/**
 * `<x-digit-pad>`: a digit is drawn by pointer, finger or keys, framed as the training digits are, and shown as the network sees
 * it, with what each hidden unit and each output answers. Widgets beside it hear `drawn`.
 */
class DigitPad extends StageWidget {
    figure = { name: "Digit pad", line: "A digit, and the answer of the network." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {Point[][]} */ #strokes = [];
    /** @type {Point} */ #cursor = { x: SIZE / 2, y: SIZE / 2 };
    #penDown = false;
    #focused = false;
    #example = 0;
    /** @type {number[] | null} */ #input = null;
    #shown = 0;
    #asking = false;
    #again = false;
    #pad = document.createElement("canvas");
    #seen = document.createElement("canvas");
    #units = make("div", "units");
    #outputs = make("div", "outputs");
    #verdict = make("p", "verdict-line");
    #note = make("p", "note");
    #body = make("div", "pad-body");

    enter(/** @type {AbortSignal} */ signal) {
        const pad = this.#pad;
        [pad.width, pad.height, pad.tabIndex] = [SIZE, SIZE, 0];
        pad.className = "pad";
        pad.setAttribute("role", "application");
        pad.setAttribute("aria-label", "Drawing field: draw a digit. On the keyboard, the arrow keys move the pen, and Enter lowers or lifts it");
        this.#seen.className = "seen";
        this.#seen.setAttribute("role", "img");
        this.#seen.setAttribute("aria-label", "The drawing as the network sees it, 28 by 28");
        this.#verdict.setAttribute("role", "status");
        this.#lay(signal);
        pad.addEventListener("pointerdown", (event) => this.#begin(event), { signal });
        pad.addEventListener("pointermove", (event) => this.#draw(event), { signal });
        pad.addEventListener("keydown", (event) => this.#key(event), { signal });
        pad.addEventListener("focus", () => this.#focus(pad.matches(":focus-visible")), { signal });
        pad.addEventListener("blur", () => this.#focus(false), { signal });
        document.addEventListener("palette", () => this.#show(), { signal });
        this.stage.addEventListener("put", (event) => this.#putIn(/** @type {CustomEvent} */ (event).detail.input), { signal });
    }

    #lay(/** @type {AbortSignal} */ signal) {
        const tools = make("div", "pad-tools");
        for (const [text, act] of /** @type {[string, () => void][]} */ ([
            ["Clear", () => this.#clear()], ["Put in an example", () => this.#put()]])) {
            const button = make("button", "quiet");
            button.setAttribute("type", "button");
            button.textContent = text;
            button.addEventListener("click", act, { signal });
            tools.append(button);
        }
        const left = make("div", "pad-left");
        left.append(this.#pad, tools);
        const seen = make("figure", "pad-seen");
        const caption = make("figcaption", "");
        caption.textContent = "as the network sees it";
        seen.append(this.#seen, caption);
        const middle = make("div", "pad-middle");
        const fires = make("p", "part-label");
        fires.textContent = "the hidden units";
        middle.append(seen, fires, this.#units);
        const right = make("div", "pad-right");
        right.append(this.#verdict, this.#outputs);
        this.#body.append(left, middle, right);
        this.replaceChildren(this.#body, this.#note);
        this.#units.addEventListener("click", (event) => {
            const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
            if (button) {
                this.stage.select({ kind: "neuron", at: [1, Number(button.dataset.unit)] }, "hold");
            }
        }, { signal });
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        const { layers } = setup.spec.network;
        const fits = layers[0] === SIDE * SIDE;
        this.#body.hidden = !fits;
        this.#note.textContent = fits ? "" : "This network does not take pictures of 28 by 28 pixels.";
        const fires = layers.length > 2 && this.stage.querySelector("x-weight-picture, x-pixel-shares") === null;
        this.querySelector(".part-label")?.toggleAttribute("hidden", !fires);
        this.#units.hidden = !fires;
        this.#units.replaceChildren(...(layers.length < 3 ? [] : Array.from({ length: Math.min(100, layers[1]) }, (_, j) => {
            const button = make("button", "");
            button.setAttribute("type", "button");
            button.dataset.unit = String(j);
            button.setAttribute("aria-label", `Unit ${j + 1}`);
            return button;
        })));
        this.#outputs.replaceChildren(...Array.from({ length: Math.min(12, layers[layers.length - 1]) }, (_, j) => {
            const row = make("div", "output");
            const bar = make("span", "output-bar");
            bar.append(make("i", ""));
            row.append(make("b", ""), bar, make("span", "share"));
            write(row.firstElementChild, String(j));
            return row;
        }));
        this.#show();
    }

    draw(/** @type {any} */ _frame, /** @type {import("../../shared/types.js").Selection} */ { item }, /** @type {any} */ _curve,
        /** @type {import("../../shared/types.js").Progress} */ { shown }) {
        const unit = item?.kind === "neuron" && item.at[0] === 1 ? item.at[1] : -1;
        [...this.#units.children].forEach((button, j) => button.setAttribute("aria-pressed", String(j === unit)));
        if (shown !== this.#shown) {
            this.#shown = shown;
            this.#ask();
        }
    }

    #at(/** @type {PointerEvent} */ event) {
        const box = this.#pad.getBoundingClientRect();
        return { x: ((event.clientX - box.left) * SIZE) / box.width, y: ((event.clientY - box.top) * SIZE) / box.height };
    }

    #begin(/** @type {PointerEvent} */ event) {
        if (event.button === 0) {
            this.#pad.setPointerCapture(event.pointerId);
            this.#strokes.push([this.#at(event)]);
            this.#changed();
        }
    }

    #draw(/** @type {PointerEvent} */ event) {
        if (this.#pad.hasPointerCapture(event.pointerId)) {
            this.#strokes[this.#strokes.length - 1]?.push(this.#at(event));
            this.#changed();
        }
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const move = /** @type {Record<string, [number, number]>} */ ({
            ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] })[event.key];
        if (move) {
            const keep = (/** @type {number} */ v) => Math.max(0, Math.min(SIZE, v));
            this.#cursor = { x: keep(this.#cursor.x + STRIDE * move[0]), y: keep(this.#cursor.y + STRIDE * move[1]) };
            if (this.#penDown) {
                this.#strokes[this.#strokes.length - 1].push(this.#cursor);
            }
        } else if (event.key === "Enter" || event.key === " ") {
            this.#penDown = !this.#penDown;
            if (this.#penDown) {
                this.#strokes.push([this.#cursor]);
            }
        } else if (event.key === "Delete" || event.key === "Backspace") {
            this.#clear();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.#changed();
    }

    #focus(/** @type {boolean} */ visible) {
        this.#focused = visible;
        this.#penDown = false;
        this.#show();
    }

    #clear() {
        this.#strokes = [];
        this.#penDown = false;
        this.#input = null;
        this.#show();
        this.#tell(null);
    }

    /** The next example of the training set, as it is. */
    #put() {
        const { inputs } = /** @type {import("../../shared/types.js").Setup} */ (this.#setup).data;
        this.#putIn(inputs[this.#example++ % inputs.length]);
    }

    /** Shows a picture as it is. @param {number[]} input */
    #putIn(input) {
        this.#strokes = [];
        this.#input = input;
        this.#show();
        this.#ask();
    }

    #changed() {
        this.#input = null;
        this.#show();
        this.#input = this.#strokes.length > 0 ? [...framed(inkOf(this.#strokes, SIZE), SIZE)].map((v) => Math.round(1000 * v) / 1000) : null;
        paint(this.#seen, this.#input ?? new Float64Array(SIDE * SIDE), SIDE, { ink: true });
        this.#ask();
    }

    #show() {
        const context = this.#pad.getContext("2d");
        if (!context) {
            return;
        }
        const { css } = palette();
        context.fillStyle = css.plate;
        context.fillRect(0, 0, SIZE, SIZE);
        if (this.#strokes.length > 0) {
            stroke(context, this.#strokes, css.ink);
        } else if (this.#input) {
            context.imageSmoothingEnabled = false;
            paint(this.#seen, this.#input, SIDE, { ink: true });
            context.drawImage(this.#seen, 0, 0, SIZE, SIZE);
        }
        if (this.#focused) {
            context.beginPath();
            context.arc(this.#cursor.x, this.#cursor.y, PEN / 2, 0, 7);
            context.lineWidth = this.#penDown ? 4 : 1.5;
            context.strokeStyle = css.inkSoft;
            context.stroke();
        }
        if (!this.#input) {
            paint(this.#seen, new Float64Array(SIDE * SIDE), SIDE, { ink: true });
            write(this.#verdict, this.#strokes.length > 0 ? this.#verdict.textContent : "Draw a digit.");
            if (this.#strokes.length === 0) {
                this.#answer(null);
            }
        }
    }

    /** Asks what the network makes of it; while an answer is awaited, the newest drawing waits. */
    async #ask() {
        this.#again = true;
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        while (this.#again && this.#input) {
            this.#again = false;
            try {
                const answer = await this.stage.ask("predictions", { step: this.#shown, inputs: [this.#input] });
                this.#answer(this.#input ? answer : null);
            } catch (error) {
                write(this.#verdict, /** @type {Error} */ (error).message);
            }
        }
        this.#asking = false;
    }

    #answer(/** @type {any} */ answer) {
        const outputs = answer?.outputs[0] ?? [];
        const best = outputs.indexOf(Math.max(...outputs));
        [...this.#outputs.children].forEach((row, j) => {
            row.classList.toggle("best", j === best);
            const bar = /** @type {HTMLElement} */ (row.querySelector("i"));
            bar.style.width = `${100 * Math.max(0, Math.min(1, outputs[j] ?? 0))}%`;
            write(row.querySelector(".share"), outputs[j] === undefined ? "" : percent(outputs[j]));
        });
        if (best >= 0) {
            write(this.#verdict, `It says ${best}.`);
        }
        const { activations: names, layers } = /** @type {import("../../shared/types.js").Setup} */ (this.#setup).spec.network;
        if (layers.length > 2) {
            [...this.#units.children].forEach((button, j) => {
                /** @type {HTMLElement} */ (button).style.background = answer ? activationFill(answer.activations[0][1][j], activations[names[0]]) : "";
            });
        }
        if (answer) {
            this.#tell(answer.activations[0]);
        }
    }

    /** Lets the widgets beside it know. @param {number[][] | null} layers the activations of each layer */
    #tell(layers) {
        this.stage.drawn = layers && this.#input;
        this.stage.drawnActivations = layers;
        this.stage.toggleAttribute("data-drawn", layers !== null);
        this.stage.dispatchEvent(new CustomEvent("drawn", { detail: { activations: layers?.[1] ?? null } }));
        this.stage.redraw("select");
    }
}

function make(/** @type {string} */ name, /** @type {string} */ look) {
    const element = document.createElement(name);
    element.className = look;
    return element;
}

customElements.define("x-digit-pad", DigitPad);
