const PIXELS = 784;
const FULL = 255;

/** A picture as the interface writes it: a byte for each pixel, as base64url. @param {number[]} input from 0 to 1, row by row */
export function inkOf(input) {
    const bytes = input.map((ink) => Math.round(FULL * Math.max(0, Math.min(1, ink))));
    return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The picture of such a text; where it ends early, the rest is paper. @param {string} ink */
export function pixelsOf(ink) {
    const bytes = atob(ink.replaceAll("-", "+").replaceAll("_", "/"));
    return Array.from({ length: PIXELS }, (_, i) => (i < bytes.length ? bytes.charCodeAt(i) / FULL : 0));
}
