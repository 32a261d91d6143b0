/**
 * What each activation makes of z, and how its values are coloured: `middle` is neither blue nor orange, `reach` is how far
 * from it the colour is full (0: as far as the values go).
 *
 * @type {Record<string, {of: (z: number) => number, middle: number, reach: number}>}
 */
export const activations = {
    "sigmoid": { of: (z) => 1 / (1 + Math.exp(-z)), middle: 0.5, reach: 0.5 },
    "tanh": { of: Math.tanh, middle: 0, reach: 1 },
    "relu": { of: (z) => (z > 0 ? z : 0), middle: 0, reach: 0 },
    "leaky-relu": { of: (z) => (z > 0 ? z : 0.01 * z), middle: 0, reach: 0 },
    "softplus": { of: (z) => (z > 30 ? z : Math.log1p(Math.exp(z))), middle: 0, reach: 0 },
    "identity": { of: (z) => z, middle: 0, reach: 0 },
    "softmax": { of: Math.exp, middle: 0.5, reach: 0.5 },
};

/**
 * tanh to four digits in half the time (a Padé approximant): near enough for a picture of 255 shades.
 */
export function roughTanh(/** @type {number} */ z) {
    const x = z < -4.97 ? -4.97 : z > 4.97 ? 4.97 : z;
    const s = x * x;
    return (x * (135135 + s * (17325 + s * (378 + s)))) / (135135 + s * (62370 + s * (3150 + 28 * s)));
}

/** How the input itself is coloured. */
export const input = { of: (/** @type {number} */ z) => z, middle: 0, reach: 0 };
