import { keep, progress } from "../kept/progress.js";

/** @typedef {import("../kept/progress.js").KeptLine} Kept */

/** A perceptron's figure that the learner left in a scene, kept in the browser; the scene offers it until its figure is changed again. */
export class KeptPerceptron {
    #stage;
    #declared = "";

    constructor(/** @type {import("../stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** The figure that was kept in this scene. @returns {Kept | undefined} */
    get last() {
        return progress().lines?.[this.#stage.config.scene?.keep ?? ""];
    }

    /** Notes the figure as the scene declares it, and offers the one that was left. */
    declare(/** @type {Kept} */ state) {
        this.#declared = JSON.stringify(state);
        if (this.last && JSON.stringify(this.last) !== this.#declared) {
            this.#offer({ step: null });
        }
    }

    /** Keeps what the learner made, if it differs from what the scene declares. */
    write(/** @type {Kept} */ state) {
        const name = this.#stage.config.scene?.keep;
        if (name && JSON.stringify(state) !== this.#declared) {
            keep((all) => (all.lines = { ...all.lines, [name]: state }));
            this.#offer(null);
        }
    }

    #offer(/** @type {{step: null} | null} */ left) {
        if (this.#stage.left !== left) {
            this.#stage.left = left;
            this.#stage.dispatchEvent(new CustomEvent("kept"));
        }
    }
}
