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

/** How the input itself is coloured. */
export const input = { of: (/** @type {number} */ z) => z, middle: 0, reach: 0 };
