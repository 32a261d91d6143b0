import { encode, examplesOf } from "../../shared/plane/points.js";

/** @typedef {import("../../shared/plane/points.js").Point} Point */
/** @typedef {import("../../shared/plane/domain.js").Domain} Domain */
/** @typedef {{data: string, text: string}} Choice the chosen set, and what its points of one's own are */

/**
 * A place where points are written, and from which they become a run.
 *
 * @typedef {object} Sheet
 * @property {(points: Point[], domain: Domain) => Choice} read what is chosen while these points are shown
 * @property {(choice: Choice) => void} write
 * @property {(points: Point[], domain: Domain) => void} submit
 * @property {() => boolean} isBusy whether an answer is still to come, so that the stage for it is not there yet
 */

/** The form of the page's settings, `#setup`, which is sent and answered with another stage. @implements {Sheet} */
export class FormSheet {
    static get isThere() {
        return document.getElementById("setup") !== null;
    }

    get #form() {
        return /** @type {HTMLFormElement} */ (document.getElementById("setup"));
    }

    read() {
        const fields = this.#form.elements;
        return { data: /** @type {RadioNodeList} */ (fields.namedItem("data")).value,
            text: /** @type {HTMLInputElement} */ (fields.namedItem("points")).value };
    }

    write(/** @type {Choice} */ { data, text }) {
        const fields = this.#form.elements;
        /** @type {RadioNodeList} */ (fields.namedItem("data")).value = data;
        /** @type {HTMLInputElement} */ (fields.namedItem("points")).value = text;
    }

    submit() {
        this.#form.requestSubmit();
    }

    isBusy() {
        return document.querySelector(".htmx-request, .htmx-settling, .htmx-swapping") !== null;
    }
}

/** A stage whose run is made anew, as the learner's own, with the points as its examples. @implements {Sheet} */
export class StageSheet {
    #stage;
    #isBusy = false;

    constructor(/** @type {import("../../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    read(/** @type {Point[]} */ points, /** @type {Domain} */ domain) {
        return { data: "own", text: encode(points, domain) };
    }

    write() {}

    async submit(/** @type {Point[]} */ points, /** @type {Domain} */ domain) {
        this.#isBusy = true;
        await this.#stage.act("examples", { domain, examples: examplesOf(points, this.#stage.setup.data) });
        this.#isBusy = false;
    }

    isBusy() {
        return this.#isBusy;
    }
}
