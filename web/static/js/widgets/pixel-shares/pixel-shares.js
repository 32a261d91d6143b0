import { html } from "../../shared/dom/html.js";
import { write } from "../../shared/dom/write.js";
import { count, signed } from "../../shared/numbers.js";
import { largest, paint } from "../../shared/pixels.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").Answer<"/api/runs/{id}/input-shares", "post">} Shares */

/** The most outputs that have a button. */
const MOST_OUTPUTS = 12;

/**
 * `<x-pixel-shares>`: one output followed back to the pixels of what was drawn beside it. Each pixel's share is its ink times the derivative of the
 * output's weighted sum by it: blue speaks for the output, orange against it. The server works the shares out.
 */
class PixelShares extends StageWidget {
    figure = { name: "Pixel shares", line: "The pixels that speak for an output of the network, and those against it." };
    #side = 0;
    /** The output that the learner chose, or null for the network's answer. @type {number | null} */ #chosen = null;
    #asking = false;
    #again = false;
    #outputs = html("div", { "class": "outputs-choice", "role": "group", "aria-label": "The output to follow back" });
    #canvas = html("canvas", { role: "img" });
    #legend = html("ul", { class: "share-legend" });
    #sums = html("dl", { class: "share-sums" });
    #note = html("p", { class: "note", role: "status" });
    #body = html("div", { class: "pixel-shares" }, html("figure", {}, this.#canvas, this.#legend), this.#sums);

    enter(/** @type {AbortSignal} */ signal) {
        this.#outputs.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            if (button) {
                this.#chosen = Number(button.dataset.output);
                this.#ask();
            }
        }, { signal });
        this.stage.addEventListener("drawn", () => this.#ask(), { signal });
        document.addEventListener("palette", () => this.#ask(), { signal });
        this.replaceChildren(html("p", { class: "part-label" }, "Follow an output back to the pixels:"), this.#outputs, this.#body, this.#note);
    }

    build(/** @type {import("../../shared/types.js").Setup} */ { spec }) {
        const { layers } = spec.network;
        const side = Math.sqrt(layers[0]);
        this.#side = Number.isInteger(side) ? side : 0;
        this.#outputs.replaceChildren(...Array.from({ length: Math.min(MOST_OUTPUTS, layers[layers.length - 1]) }, (_, j) =>
            html("button", { "type": "button", "data-output": j, "aria-label": `Output ${j}`, "aria-pressed": "false" }, String(j))));
        this.#clear();
        this.#ask();
    }

    #clear() {
        this.#chosen = null;
        this.#blank("Draw a digit, or put in an example.");
    }

    #blank(/** @type {string} */ why) {
        delete this.dataset.output;
        this.#press(-1);
        this.#sums.replaceChildren();
        this.#legend.replaceChildren();
        paint(this.#canvas, new Float64Array(Math.max(1, this.#side) ** 2), Math.max(1, this.#side), {});
        this.#canvas.setAttribute("aria-label", "No picture yet");
        write(this.#note, this.#side === 0 ? "The inputs of this network do not form a picture." : why);
    }

    #press(/** @type {number} */ output) {
        for (const button of this.#outputs.children) {
            button.setAttribute("aria-pressed", String(button instanceof HTMLElement && button.dataset.output === String(output)));
        }
    }

    /** Asks about the newest drawing; while an answer is awaited, the next question waits. */
    async #ask() {
        this.#again = true;
        if (this.#asking || this.#side === 0) {
            return;
        }
        this.#asking = true;
        while (this.#again) {
            this.#again = false;
            const input = this.stage.drawn;
            if (input === null) {
                this.#clear();
                continue;
            }
            try {
                const body = { step: this.stage.progress.shown, input, ...(this.#chosen === null ? {} : { output: this.#chosen }) };
                const shares = await this.stage.ask("input-shares", body);
                if (this.stage.drawn === input) {
                    this.#show(shares);
                }
            } catch (error) {
                this.#blank(/** @type {Error} */ (error).message);
            }
        }
        this.#asking = false;
    }

    #show(/** @type {Shares} */ { output, preActivation, shares, against, rest, complete, ...all }) {
        const pro = all.for;
        this.#press(output);
        const reach = largest(shares);
        paint(this.#canvas, shares, this.#side, { reach });
        this.#canvas.setAttribute("aria-label", `The share of each pixel in output ${output}: ${count(pro.count)} pixels for it, ${count(against.count)} against it`);
        this.#legend.replaceChildren(html("li", { class: "plus" }, `speaks for the ${output}`), html("li", { class: "minus" }, `speaks against the ${output}`));
        this.#sums.replaceChildren(...fact(`${count(pro.count)} pixels for it`, signed(pro.sum)), ...fact(`${count(against.count)} pixels against it`, signed(against.sum)),
            ...fact(complete ? "from the biases" : "the rest", signed(rest)), ...fact(`weighted sum of output ${output}`, signed(preActivation)));
        write(this.#note, complete ? "" : "The hidden units have curves that bend, so the rest belongs to the biases and to the bends.");
        this.dataset.output = String(output);
        this.stage.redraw("select");
    }
}

/** @param {string} name @param {string} value */
function fact(name, value) {
    return [html("div", {}, html("dt", {}, name), html("dd", {}, value))];
}

customElements.define("x-pixel-shares", PixelShares);
