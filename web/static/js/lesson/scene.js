import { momentNamed } from "../shared/moments.js";
import { StageWidget } from "../stage-widget.js";
import { keep, progress, trace } from "./progress.js";

/** `<x-scene>`: the words of a scene. It begins where the scene says: a step, a moment, a selection; and notes that it was seen. */
class Scene extends StageWidget {
    #begun = false;

    enter() {
        this.#begun = false;
        const { lesson, scene, resume, base } = this.dataset;
        if (!lesson) {
            return;
        }
        if (resume) {
            const next = this.#firstUnseen(lesson);
            if (next > 1) {
                location.replace(`${base}/lessons/${lesson}/${next}`);
                return;
            }
        }
        keep((all) => {
            const { seen } = trace(all, lesson);
            if (!seen.includes(Number(scene))) {
                seen.push(Number(scene));
            }
        });
        this.#mark(lesson);
    }

    #firstUnseen(/** @type {string} */ lesson) {
        const { seen } = trace(progress(), lesson);
        const all = Number(this.dataset.scenes);
        const next = Array.from({ length: all }, (_, i) => i + 1).find((number) => !seen.includes(number));
        return next ?? 1;
    }

    /** Marks the scenes that were seen in the row of all. */
    #mark(/** @type {string} */ lesson) {
        const { seen } = trace(progress(), lesson);
        this.parentElement?.querySelectorAll(".scenes li").forEach((item, i) =>
            item.classList.toggle("seen", seen.includes(i + 1)));
    }

    build(/** @type {import("../shared/types.js").Setup} */ setup) {
        const { at, moment, select } = this.dataset;
        if (this.#begun) {
            return;
        }
        this.#begun = true;
        this.stage.select(select ? itemOf(select) : null, "hold");
        if (this.stage.dataset.frames !== undefined) {
            this.stage.moment = momentNamed(moment, setup.spec.network.layers.length - 1);
            if (at !== undefined) {
                this.stage.seek(Number(at));
            }
        }
    }
}

/** @returns {import("../shared/types.js").Item} */
function itemOf(/** @type {string} */ text) {
    const [kind, ...at] = text.split(" ");
    return /** @type {any} */ ({ kind, at: at.map(Number) });
}

customElements.define("x-scene", Scene);
