import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

const WARM_UP = 40;
const MEASURED = 120;

/** @typedef {{whole: number, script: number}} Cost */

/**
 * `<x-speed>`: how long this browser takes to draw one frame of what its stage shows. It has the recorded frames drawn one after
 * the other and times each: our own drawing, and with it the style, layout and paint that the browser makes of it.
 */
class Speed extends StageWidget {
    #figures = ["whole", "slow", "script"].map(() => document.createElement("b"));
    #said = document.createElement("p");
    #button = document.createElement("button");
    /** @type {PromiseWithResolvers<void>} */ #ready = Promise.withResolvers();

    enter(/** @type {AbortSignal} */ signal) {
        const labels = ["median of one frame", "nine frames of ten within", "median of our own script in it"];
        const list = document.createElement("dl");
        list.className = "speed-figures";
        this.#figures.forEach((figure, i) => {
            const [term, value, pair] = ["dt", "dd", "div"].map((name) => document.createElement(name));
            term.textContent = labels[i];
            figure.textContent = "…";
            value.append(figure, " ms");
            pair.append(term, value);
            list.append(pair);
        });
        this.#said.setAttribute("role", "status");
        this.#said.className = "note";
        this.#button.type = "button";
        this.#button.className = "act second";
        this.#button.textContent = "Measure again";
        this.#button.addEventListener("click", () => this.#measure(signal), { signal });
        this.replaceChildren(list, this.#said, this.#button);
        this.#ready.promise.then(() => this.#measure(signal));
    }

    draw() {
        this.#ready.resolve();
    }

    async #measure(/** @type {AbortSignal} */ signal) {
        this.#button.disabled = true;
        delete this.dataset.median;
        write(this.#said, "Measuring …");
        const costs = [];
        for (let i = 0; i < WARM_UP + MEASURED && !signal.aborted; i++) {
            costs.push(await this.#frame(i));
        }
        this.#show(costs.slice(WARM_UP));
        this.#button.disabled = false;
    }

    /** Draws a frame and times it: from the begin of the browser's turn to its first task after the paint. @returns {Promise<Cost>} */
    #frame(/** @type {number} */ i) {
        const { promise, resolve } = Promise.withResolvers();
        const { port1, port2 } = new MessageChannel();
        let start = 0;
        port2.onmessage = () => {
            const drawn = performance.getEntriesByName("draw").at(-1);
            resolve({ whole: performance.now() - start, script: drawn?.duration ?? 0 });
            performance.clearMeasures("draw");
            port2.close();
        };
        requestAnimationFrame(() => {
            start = performance.now();
            port1.postMessage(null);
        });
        this.stage.seek(i % (this.stage.progress.newest + 1));
        return promise;
    }

    #show(/** @type {Cost[]} */ costs) {
        const wholes = costs.map((cost) => cost.whole).sort((a, b) => a - b);
        const scripts = costs.map((cost) => cost.script).sort((a, b) => a - b);
        const at = (/** @type {number[]} */ times, /** @type {number} */ share) => times[Math.floor(share * times.length)].toFixed(1);
        const figures = [at(wholes, 0.5), at(wholes, 0.9), at(scripts, 0.5)];
        this.#figures.forEach((figure, i) => write(figure, figures[i]));
        write(this.#said, `${costs.length} frames drawn, after ${WARM_UP} untimed ones.`);
        this.dataset.median = figures[0];
    }
}

customElements.define("x-speed", Speed);
