import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { sumAt } from "../../shared/plane/line.js";
import { placeOf } from "../../sources/perceptron.js";

const COUNT = 4;
const RADIUS = 15;
const VISITED = 22;

/** The four examples: the target is written in each; a mark says whether the output is right, and a ring where the newest visit was. */
export class Corners {
    #square;
    #root;
    #change;
    #canChange = false;
    /** @type {{group: SVGElement, ring: SVGElement, target: SVGElement, mark: SVGElement}[]} */ #corners;

    /** @param {import("../../shared/plane/square.js").Square} square @param {(corner: number) => void} change changes an example's target */
    constructor(square, change) {
        this.#square = square;
        this.#change = change;
        this.#root = svg(square.root, "g", { class: "corners" });
        this.#corners = Array.from({ length: COUNT }, (_, corner) => this.#make(corner));
    }

    /** @param {number} corner */
    #make(corner) {
        const [x, y] = this.#square.drawn(placeOf(corner));
        const group = svg(this.#root, "g", { "class": "corner", "data-corner": corner });
        const ring = svg(group, "circle", { class: "ring", cx: x, cy: y, r: VISITED });
        svg(group, "circle", { class: "dot", cx: x, cy: y, r: RADIUS });
        const target = svg(group, "text", { "class": "target", "x": x, "y": y + 6, "text-anchor": "middle" });
        const mark = svg(group, "text", { "class": "mark", "x": x + 24, "y": y - 14, "text-anchor": "middle" });
        return { group, ring, target, mark };
    }

    listen(/** @type {AbortSignal} */ signal) {
        this.#root.addEventListener("click", (event) => this.#press(event), { signal });
        this.#root.addEventListener("keydown", (event) => {
            if (event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ")) {
                event.preventDefault();
                event.stopPropagation();
                this.#press(event);
            }
        }, { signal });
    }

    /** Lets the learner change targets, or not. */
    offer(/** @type {boolean} */ canChange) {
        this.#canChange = canChange;
        for (const { group } of this.#corners) {
            group.setAttribute("role", canChange ? "button" : "img");
            group.toggleAttribute("data-free", canChange);
            if (canChange) {
                group.setAttribute("tabindex", "0");
            } else {
                group.removeAttribute("tabindex");
            }
        }
    }

    #press(/** @type {Event} */ event) {
        const corner = /** @type {SVGElement} */ (event.target).closest("[data-corner]")?.getAttribute("data-corner");
        if (this.#canChange && corner !== null && corner !== undefined) {
            this.#change(Number(corner));
        }
    }

    draw(/** @type {import("../../shared/types.js").PerceptronPicture} */ picture) {
        this.#corners.forEach(({ group, ring, target, mark }, corner) => {
            const place = placeOf(corner);
            const wanted = picture.targets[corner];
            const output = sumAt(picture, place) > 0 ? 1 : 0;
            group.dataset.target = String(wanted);
            group.setAttribute("aria-label", `Example (${place.join(", ")}): target ${wanted}, output ${output}${this.#canChange ? ". Press to change the target" : ""}`);
            ring.toggleAttribute("hidden", picture.visit?.corner !== corner);
            write(target, String(wanted));
            write(mark, output === wanted ? "✓" : "✕");
            mark.toggleAttribute("data-wrong", output !== wanted);
        });
    }
}
