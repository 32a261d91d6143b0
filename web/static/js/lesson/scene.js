import { substepNamed } from "../shared/substeps.js";
import { StageWidget } from "../stage-widget.js";
import { report } from "./report.js";
import { firstUnseen, leaveIfAnswered, mark } from "./seen.js";

/** `<x-scene>`: the words of a scene. It begins with the substep and the selection that the scene declares. */
class Scene extends StageWidget {
    #begun = false;

    enter(/** @type {AbortSignal} */ signal) {
        this.#begun = false;
        const { lesson, resume } = this.dataset;
        if (!lesson || (resume && this.#resume(lesson))) {
            return;
        }
        mark();
        leaveIfAnswered();
        report(lesson);
        this.addEventListener("answered", () => {
            leaveIfAnswered();
            report(lesson);
        }, { signal });
    }

    /** The address of a lesson leads to the first scene that is still to come, and then names it, so that a reload stays there. */
    #resume(/** @type {string} */ lesson) {
        const next = firstUnseen(lesson, Number(this.dataset.scenes));
        const address = `${this.dataset.base}/lessons/${lesson}/${next}${location.search}`;
        if (next > 1) {
            location.replace(address);
        } else {
            history.replaceState(history.state, "", address);
        }
        return next > 1;
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        const { moment: substep, select } = this.dataset;
        const { run: { frames }, continues } = this.stage;
        if (this.#begun) {
            return;
        }
        this.#begun = true;
        if (select || !continues) {
            this.stage.select(select ? itemOf(select) : null, "hold");
        }
        if (frames !== undefined && (substep || !continues)) {
            this.stage.substep = substepNamed(substep, setup.spec.network.layers.length - 1);
        }
    }
}

/** @returns {import("../shared/types.js").Item} */
function itemOf(/** @type {string} */ text) {
    const [kind, ...at] = text.split(" ");
    return /** @type {any} */ ({ kind, at: at.map(Number) });
}

customElements.define("x-scene", Scene);
