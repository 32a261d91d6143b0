import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { short } from "../../shared/numbers.js";
import { between } from "../../shared/plane/line.js";
import { LineOf, Square } from "../../shared/plane/square.js";
import { placeOf } from "../../sources/perceptron.js";
import { StageWidget } from "../../stage-widget.js";
import { Corners } from "./corners.js";
import { Handles } from "./handles.js";
import { Margin } from "./margin.js";

/** @typedef {import("../../shared/types.js").PerceptronPicture} Picture */

/** The corners of the unit square with room around them. */
const DOMAIN = { low: -0.5, high: 1.5 };
/** A line turns for so long after a correction. */
const TURN_MS = 500;

/**
 * `<x-line-plane>`: the four corners of the unit square with their targets, and a perceptron's line between the outputs 1 and 0. A
 * correction turns the line, and the line before stays as a dashed one. Where the scene allows it, the learner drags the line by
 * its ends, or changes a target by pressing its corner.
 */
class LinePlane extends StageWidget {
    figure = { name: "Line of a perceptron", line: "The line that separates the two answers, and the four examples." };
    #box = html("div", {});
    #square = new Square(this.#box, DOMAIN, { label: "The plane of the two inputs", x: "x₁", y: "x₂", ticks: [0, 1] });
    #margin = new Margin(this.#square);
    #before = new LineOf(this.#square, "before");
    #line = new LineOf(this.#square, "now");
    #beside = new LineOf(this.#square, "beside");
    #corners = new Corners(this.#square, (corner) => this.stage.act("flip", { corner }));
    #handles = new Handles(this.#square, (ends) => this.stage.act("line", { ends }));
    #dots = [0, 1, 2, 3].map((corner) => this.#square.drawn(placeOf(corner)));
    #facts = html("dl", { class: "line-facts" });
    #widest = html("button", { "type": "button", "class": "quiet", "aria-pressed": "false" }, "Show the margin");
    #swap = html("button", { type: "button", class: "quiet" }, "Swap sides");
    #words = html("p", { "class": "line-words", "role": "status" });
    /** @type {Picture | null} */ #shown = null;
    #turning = 0;

    enter(/** @type {AbortSignal} */ signal) {
        this.#swap.addEventListener("click", () => this.#swapSides(), { signal });
        this.#widest.addEventListener("click", () => this.#press(), { signal });
        this.#handles.listen(signal);
        this.#corners.listen(signal);
        this.replaceChildren(this.#box, this.#facts, this.#swap, this.#widest, this.#words);
    }

    leave() {
        cancelAnimationFrame(this.#turning);
    }

    build() {
        const { byHand = false, recolour = false, margin = false } = this.stage.config.perceptron ?? {};
        this.#shown = null;
        this.#swap.hidden = !byHand;
        this.#widest.hidden = !margin;
        this.#widest.setAttribute("aria-pressed", "false");
        this.#handles.root.toggleAttribute("hidden", !byHand);
        this.#corners.offer(recolour);
        this.dataset.hand = byHand ? "yes" : "no";
    }

    draw(/** @type {any} */ frame) {
        const picture = /** @type {Picture} */ (frame);
        const isNext = this.#shown !== null && this.#shown.step + 1 === picture.step;
        const from = isNext ? this.#shown : null;
        this.#shown = picture;
        this.#margin.draw(this.#hasMargin ? picture : null);
        this.#before.draw(picture.visit?.wrong ? picture.before : null);
        this.#beside.draw(picture.beside, this.#dots);
        this.#turn(from ?? picture, picture);
        this.#corners.draw(picture);
        if (picture.ends) {
            this.#handles.draw(picture.ends);
        }
        this.#tell(picture);
    }

    /** Turns the line from one perceptron's to another's; at once for those who want no motion. @param {Picture} from @param {Picture} to */
    #turn(from, to) {
        cancelAnimationFrame(this.#turning);
        const still = from === to || matchMedia("(prefers-reduced-motion: reduce)").matches;
        const start = performance.now();
        const frame = () => {
            const share = still ? 1 : Math.min(1, (performance.now() - start) / TURN_MS);
            this.#line.draw(share === 1 ? to : between(from, to, share * share * (3 - 2 * share)), this.#dots);
            if (share < 1) {
                this.#turning = requestAnimationFrame(frame);
            }
        };
        frame();
    }

    get #hasMargin() {
        return this.#widest.getAttribute("aria-pressed") === "true";
    }

    #press() {
        this.#widest.setAttribute("aria-pressed", String(!this.#hasMargin));
        this.stage.redraw("select");
    }

    #swapSides() {
        const ends = /** @type {Picture | null} */ (this.stage.picture)?.ends;
        if (ends) {
            this.stage.act("line", { ends: [ends[1], ends[0]] });
        }
    }

    #tell(/** @type {Picture} */ picture) {
        const { byHand } = this.stage.config.perceptron ?? {};
        const count = picture.targets.length;
        this.#facts.replaceChildren(...fact("output 1 where", `${equation(picture)} > 0`), ...fact("right", `${picture.right} of ${count}`),
            ...(byHand ? [] : fact("mistakes", String(picture.mistakes))),
            ...(picture.beside ? fact("gradient descent", `${picture.beside.right} of ${count}, cost ${short(picture.beside.cost)}`, "beside") : []));
        if (this.#hasMargin && picture.margin !== undefined && picture.radius !== undefined) {
            this.#facts.append(...fact("margin γ", short(picture.margin), "widest"), ...fact("radius R", short(picture.radius), "widest"));
        }
        write(this.#words, picture.words.join(" "));
    }
}

/** @param {string} name @param {string} value @param {string} kind */
function fact(name, value, kind = "") {
    return [html("div", { class: kind }, html("dt", {}, name), html("dd", {}, value))];
}

/** The weighted sum with its numbers. @param {import("../../shared/plane/line.js").Neuron} neuron */
function equation({ w1, w2, bias }) {
    const number = (/** @type {number} */ x) => (Number.isInteger(x) ? String(Math.abs(x)) : Math.abs(x).toFixed(2));
    const sign = (/** @type {number} */ x) => (x < 0 ? "−" : "+");
    return `${w1 < 0 ? "−" : ""}${number(w1)} x₁ ${sign(w2)} ${number(w2)} x₂ ${sign(bias)} ${number(bias)}`;
}

customElements.define("x-line-plane", LinePlane);
