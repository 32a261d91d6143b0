const STEPS = 120;

/**
 * `<x-log-range data-low="0.0001" data-high="10">` around a slider and a number field: both hold the same number, the slider on
 * a logarithmic scale; what is no number moves nothing. The field alone is sent.
 */
class LogRange extends HTMLElement {
    #leaving = new AbortController();

    connectedCallback() {
        const range = /** @type {HTMLInputElement} */ (this.querySelector("input[type=range]"));
        const field = /** @type {HTMLInputElement} */ (this.querySelector("input[type=text]"));
        const low = Math.log10(Number(this.dataset.low));
        const high = Math.log10(Number(this.dataset.high));
        this.#leaving = new AbortController();
        const { signal } = this.#leaving;
        const fill = () => {
            range.style.setProperty("--filled", `${(100 * Number(range.value)) / STEPS}%`);
            range.setAttribute("aria-valuetext", field.value);
        };
        const follow = () => {
            const share = (Math.log10(Number(field.value.replace(",", "."))) - low) / (high - low);
            if (!Number.isNaN(share)) {
                range.value = String(Math.round(STEPS * Math.max(0, Math.min(1, share))));
            }
            fill();
        };
        range.max = String(STEPS);
        follow();
        field.addEventListener("input", follow, { signal });
        range.addEventListener("input", () => {
            const value = 10 ** (low + ((high - low) * Number(range.value)) / STEPS);
            field.value = String(Number(value.toPrecision(2)));
            fill();
        }, { signal });
    }

    disconnectedCallback() {
        this.#leaving.abort();
    }
}

customElements.define("x-log-range", LogRange);
