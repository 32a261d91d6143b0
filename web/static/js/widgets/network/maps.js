import { fieldOf } from "../../shared/plane/fields.js";
import { palette } from "../../shared/palette.js";

const POINTS = 24;
const CORNER = 0.2;

/** The small map in every neuron: its output over the input plane. */
export class Maps {
    #field;
    #fold;
    #atlas = document.createElement("canvas");
    #tiles;

    /**
     * @param {import("../../shared/types.js").Setup} setup
     * @param {import("../../shared/plane/domain.js").Domain} domain
     * @param {import("./fold.js").Fold} fold says which neurons are drawn
     */
    constructor(setup, domain, fold) {
        this.#fold = fold;
        this.#field = fieldOf(setup, domain, POINTS);
        this.#tiles = fold.at.flatMap((drawn, l) => drawn.map((_, place) => ({ l, place })));
        this.#atlas.width = POINTS;
        this.#atlas.height = POINTS * this.#tiles.length;
    }

    /**
     * @param {CanvasRenderingContext2D} context whose unit is the CSS pixel
     * @param {import("./layout.js").Layout} layout
     * @param {import("../../shared/types.js").Frame} frame
     */
    draw(context, layout, frame) {
        const field = this.#field.of(frame);
        const stride = (field.size - 1) / (POINTS - 1);
        const pixels = new Uint32Array(POINTS * POINTS * this.#tiles.length);
        this.#tiles.forEach(({ l, place }, i) =>
            field.paint(l, this.#fold.at[l][place], palette().ramp, pixels, i * POINTS * POINTS, stride));
        const image = new ImageData(new Uint8ClampedArray(pixels.buffer), POINTS);
        /** @type {CanvasRenderingContext2D} */ (this.#atlas.getContext("2d")).putImageData(image, 0, 0);
        context.clearRect(0, 0, layout.width, layout.height);
        this.#tiles.forEach((tile, i) => this.#tile(context, layout, tile, i));
    }

    /**
     * One map with round corners. Each has a clip of its own: one clip of all of them is many times slower without a graphics card.
     *
     * @param {CanvasRenderingContext2D} context
     * @param {import("./layout.js").Layout} layout
     * @param {{l: number, place: number}} tile
     * @param {number} i
     */
    #tile(context, { columns, node }, { l, place }, i) {
        const y = columns[l].ys[place];
        const [left, top] = [columns[l].x - node / 2, y - node / 2];
        context.save();
        context.beginPath();
        context.roundRect(left, top, node, node, CORNER * node);
        context.clip();
        context.drawImage(this.#atlas, 0, i * POINTS + 0.5, POINTS, POINTS - 1, left, top, node, node);
        context.restore();
    }
}
