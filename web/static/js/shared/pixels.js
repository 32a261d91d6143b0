import { palette } from "./palette.js";

/**
 * Numbers as a picture: orange below 0, blue above, full at `reach`; or, with `ink`, light to dark from 0 to 1.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values row by row
 * @param {number} width
 * @param {{reach?: number, ink?: boolean}} look
 */
export function paint(canvas, values, width, { reach = 0, ink = false }) {
    const height = Math.ceil(values.length / width);
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) {
        return;
    }
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    const { ramp, inks } = palette();
    const shades = ink ? inks : ramp;
    for (let i = 0; i < values.length; i++) {
        const share = ink ? values[i] : reach > 0 ? 0.5 + (0.5 * values[i]) / reach : 0.5;
        pixels[i] = shades[Math.round(Math.max(0, Math.min(1, share)) * (shades.length - 1))];
    }
    context.putImageData(image, 0, 0);
}

/** The largest size among numbers. */
export function largest(/** @type {ArrayLike<number>} */ values) {
    let most = 0;
    for (let i = 0; i < values.length; i++) {
        most = Math.max(most, Math.abs(values[i]));
    }
    return most;
}
