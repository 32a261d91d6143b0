import { activations, input } from "./activations.js";
import { features } from "./features.js";

/** Between these a value can be scaled to a colour, however small or large a network's numbers are. */
const LEAST = 1e-6;
const MOST = 1e300;

/**
 * The inputs of a network at every point of a square grid over the plane, row 0 at the top.
 *
 * @param {import("../types.js").Spec} spec
 * @param {import("./domain.js").Domain} domain
 * @param {number} size points along a side
 */
export function overPlane(spec, domain, size) {
    const names = spec.data.features?.length ? spec.data.features : ["x", "y"];
    const stride = (domain.high - domain.low) / (size - 1);
    return names.map((name) => {
        const of = features[name];
        return Float64Array.from({ length: size * size }, (_, p) =>
            of(domain.low + (p % size) * stride, domain.high - Math.floor(p / size) * stride));
    });
}

/** The input of a network that has one, at points evenly apart. @param {import("./domain.js").Domain} domain @param {number} size */
export function overLine(domain, size) {
    const stride = (domain.high - domain.low) / (size - 1);
    return [Float64Array.from({ length: size }, (_, p) => domain.low + p * stride)];
}

/** Every neuron's activation at many points: a forward pass, one layer after the other, for all points at once. */
export class Field {
    /**
     * @param {import("../types.js").Spec} spec
     * @param {Float64Array[]} inputs each input at all points
     * @param {number} size points along a side, where they lie in a square
     */
    constructor(spec, inputs, size) {
        this.size = size;
        this.names = spec.network.activations;
        this.values = [inputs, ...spec.network.layers.slice(1).map((width) =>
            Array.from({ length: width }, () => new Float64Array(inputs[0].length)))];
        this.reaches = this.values.map((layer, l) => layer.map((values) => (l === 0 ? largest(values) : 1)));
    }

    /** @param {import("../types.js").Frame} frame */
    compute(frame) {
        for (let l = 0; l < frame.weights.length; l++) {
            for (let j = 0; j < frame.weights[l].length; j++) {
                this.#weigh(l, j, frame.weights[l][j], frame.biases[l][j]);
            }
            if (activations[this.names[l]].together) {
                this.#share(this.values[l + 1]);
            }
        }
    }

    /** The colour scale of a layer, the input being layer 0. */
    scale(/** @type {number} */ layer) {
        return layer === 0 ? input : activations[this.names[layer - 1]];
    }

    /**
     * @param {number} l
     * @param {number} j
     * @param {number[]} weights
     * @param {number} bias
     */
    #weigh(l, j, weights, bias) {
        const out = this.values[l + 1][j];
        addUp(out, weights, this.values[l], bias);
        const { reach, together, of: curve } = activations[this.names[l]];
        const of = together ? Math.exp : curve;
        for (let p = 0; p < out.length; p++) {
            out[p] = of(out[p]);
        }
        this.reaches[l + 1][j] = reach || Math.min(largest(out), MOST);
    }

    /** @param {Float64Array[]} layer */
    #share(layer) {
        for (let p = 0; p < layer[0].length; p++) {
            let sum = 0;
            for (const values of layer) {
                sum += values[p];
            }
            for (const values of layer) {
                values[p] /= sum;
            }
        }
    }

    /**
     * A neuron's values as pixels, written into `pixels` from `start` on: all of them, or those of some rows and columns, evenly apart.
     *
     * @param {number} layer
     * @param {number} j
     * @param {Uint32Array} ramp colours from full orange to full blue
     * @param {Uint32Array} pixels
     * @param {number} start
     * @param {number} stride
     */
    paint(layer, j, ramp, pixels, start = 0, stride = 1) {
        const values = this.values[layer][j];
        const middle = this.scale(layer).middle;
        const half = (ramp.length - 1) / 2;
        const scale = half / this.reaches[layer][j];
        let to = start;
        for (let row = 0; row < values.length; row += stride * this.size) {
            for (let p = row; p < row + this.size; p += stride) {
                const at = half + (values[p] - middle) * scale;
                pixels[to++] = ramp[at <= 0 ? 0 : at >= 2 * half ? 2 * half : Math.round(at)];
            }
        }
    }
}

/**
 * The bias and every input times its weight, at all points; four inputs at a time, so that each sum is fetched a quarter as often.
 *
 * @param {Float64Array} out
 * @param {number[]} weights
 * @param {Float64Array[]} from
 * @param {number} bias
 */
function addUp(out, weights, from, bias) {
    const fours = weights.length - (weights.length % 4);
    out.fill(bias);
    for (let k = 0; k < fours; k += 4) {
        const [a, b, c, d] = [weights[k], weights[k + 1], weights[k + 2], weights[k + 3]];
        const [p, q, r, s] = [from[k], from[k + 1], from[k + 2], from[k + 3]];
        for (let i = 0; i < out.length; i++) {
            out[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }
    for (let k = fours; k < weights.length; k++) {
        const weight = weights[k];
        const inputs = from[k];
        for (let i = 0; i < out.length; i++) {
            out[i] += weight * inputs[i];
        }
    }
}

function largest(/** @type {Float64Array} */ values) {
    let most = LEAST;
    for (let p = 0; p < values.length; p++) {
        const size = Math.abs(values[p]);
        most = size > most ? size : most;
    }
    return most;
}
