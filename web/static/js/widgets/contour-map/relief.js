import { palette } from "../../shared/palette.js";
import { bandOf, BANDS, cell, lines } from "../../hills/terrain.js";

/** @typedef {import("../../hills/terrain.js").Terrain} Terrain */
/** @typedef {import("../../hills/scale.js").Scale} Scale */

/**
 * A hill from above on a canvas: shades in bands, the lower the darker, and a line along each of the heights between them. With
 * fog, only a soft circle around each of some places.
 */
export class Relief {
    #whole = document.createElement("canvas");
    #spot = document.createElement("canvas");

    /** Paints the whole of it. @param {Terrain} terrain @param {number} width @param {number} height in device pixels */
    paint(terrain, width, height) {
        this.#whole.width = this.#spot.width = width;
        this.#whole.height = this.#spot.height = height;
        const context = /** @type {CanvasRenderingContext2D} */ (this.#whole.getContext("2d"));
        context.putImageData(new ImageData(new Uint8ClampedArray(pixels(terrain, width, height).buffer), width), 0, 0);
        this.#lines(context, terrain, width, height);
    }

    /** @param {CanvasRenderingContext2D} context @param {Terrain} terrain @param {number} width @param {number} height */
    #lines(context, terrain, width, height) {
        const { xs, ys } = terrain;
        const x = (/** @type {number} */ value) => ((value - xs[0]) / (xs[xs.length - 1] - xs[0])) * width;
        const y = (/** @type {number} */ value) => height - ((value - ys[0]) / (ys[ys.length - 1] - ys[0])) * height;
        context.strokeStyle = palette().css.heightLine;
        context.lineWidth = devicePixelRatio || 1;
        context.lineCap = "round";
        context.beginPath();
        for (const [x1, y1, x2, y2] of lines(terrain).flat()) {
            context.moveTo(x(x1), y(y1));
            context.lineTo(x(x2), y(y2));
        }
        context.stroke();
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {{x: number, y: number, radius: number}[] | null} lit the visible circles, in device pixels; null without fog
     */
    draw(context, lit) {
        const { width, height } = this.#whole;
        if (lit === null) {
            context.drawImage(this.#whole, 0, 0);
            return;
        }
        context.fillStyle = palette().css.fog;
        context.fillRect(0, 0, width, height);
        for (const { x, y, radius } of lit) {
            this.#light(x, y, radius);
            context.drawImage(this.#spot, 0, 0);
        }
    }

    /** @param {number} x @param {number} y @param {number} radius */
    #light(x, y, radius) {
        const context = /** @type {CanvasRenderingContext2D} */ (this.#spot.getContext("2d"));
        context.globalCompositeOperation = "source-over";
        context.clearRect(0, 0, this.#spot.width, this.#spot.height);
        const shine = context.createRadialGradient(x, y, 0.8 * radius, x, y, radius);
        shine.addColorStop(0, "#000");
        shine.addColorStop(1, "transparent");
        context.fillStyle = shine;
        context.beginPath();
        context.arc(x, y, radius, 0, 7);
        context.fill();
        context.globalCompositeOperation = "source-in";
        context.drawImage(this.#whole, 0, 0);
    }
}

/** @param {Terrain} terrain @param {number} width @param {number} height */
function pixels(terrain, width, height) {
    const { xs, ys, heights } = terrain;
    const shades = palette().heights(BANDS);
    const columns = Array.from({ length: width }, (_, px) => cell(xs, xs[0] + ((px + 0.5) / width) * (xs[xs.length - 1] - xs[0])));
    const all = new Uint32Array(width * height);
    for (let py = 0; py < height; py++) {
        const [j, t] = cell(ys, ys[0] + ((height - py - 0.5) / height) * (ys[ys.length - 1] - ys[0]));
        const [lower, upper] = [j * xs.length, (j + 1) * xs.length];
        for (let px = 0; px < width; px++) {
            const [i, s] = columns[px];
            const below = heights[lower + i] * (1 - s) + heights[lower + i + 1] * s;
            const above = heights[upper + i] * (1 - s) + heights[upper + i + 1] * s;
            all[py * width + px] = shades[bandOf(terrain, below * (1 - t) + above * t)];
        }
    }
    return all;
}
