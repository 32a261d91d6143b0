package downhill.net;

import downhill.math.Matrix;
import java.util.Arrays;

/**
 * One number for every weight and bias of a network: the parameters themselves, their gradient, their update. All are in one flat
 * array, in the order of {@link Shape}; each layer can be seen as a matrix.
 */
public final class PerParameter {
    private final Shape shape;
    private final double[] values;
    private final Matrix[] weights;
    private final Matrix[] biases;
    /** The rows of the first layer's weights that are known to be zero. */
    private final boolean[] zeroRows;

    /**
     * A view of an array, which is kept, not copied.
     *
     * @param values shape.parameters() numbers
     */
    public PerParameter(Shape shape, double[] values) {
        if (values.length != shape.parameters()) {
            throw new IllegalArgumentException(values.length + " numbers for " + shape.parameters() + " parameters");
        }
        this.shape = shape;
        this.values = values;
        zeroRows = new boolean[shape.width(0)];
        weights = new Matrix[shape.depth()];
        biases = new Matrix[shape.depth()];
        for (int l = 0; l < shape.depth(); l++) {
            weights[l] = Matrix.view(values, shape.weightsAt(l), shape.width(l), shape.width(l + 1));
            biases[l] = Matrix.view(values, shape.biasesAt(l), shape.width(l + 1), 1);
        }
    }

    /** All zero. */
    public PerParameter(Shape shape) {
        this(shape, new double[shape.parameters()]);
    }

    /** The flat array itself. */
    public double[] values() {
        return values;
    }

    /** The numbers of the weights from layer l to layer l+1, [width(l)][width(l+1)]. */
    public Matrix weights(int l) {
        return weights[l];
    }

    /** The numbers of the biases of the neurons of layer l+1, [width(l+1)][1]. */
    public Matrix biases(int l) {
        return biases[l];
    }

    /** The number of the weight from neuron k of layer l to neuron j of layer l+1. */
    public double weight(int l, int j, int k) {
        return weights[l].get(k, j);
    }

    /** A copy of the weights' numbers of one layer, for one neuron above after the other: [j * width(l) + k]. */
    public double[] copyOfWeights(int l) {
        double[] copy = new double[shape.width(l) * shape.width(l + 1)];
        for (int j = 0, i = 0; j < shape.width(l + 1); j++) {
            for (int k = 0; k < shape.width(l); k++, i++) {
                copy[i] = weights[l].get(k, j);
            }
        }
        return copy;
    }

    /** A copy of the biases' numbers of one layer. */
    public double[] copyOfBiases(int l) {
        return Arrays.copyOfRange(values, shape.biasesAt(l), shape.biasesAt(l + 1));
    }

    /** Makes rows of the first layer's weights zero; code that writes there later must call {@link #touchRows}. */
    void clearRows(int from, int to) {
        for (int k = from; k < to; k++) {
            if (!zeroRows[k]) {
                Arrays.fill(values, shape.weight(0, 0, k), shape.weight(0, 0, k + 1), 0);
                zeroRows[k] = true;
            }
        }
    }

    /** Rows of the first layer's weights may be other than zero. */
    void touchRows(int from, int to) {
        Arrays.fill(zeroRows, from, to, false);
    }

    /** Allows any number to be other than zero: called before numbers are written where zeros were found. */
    public void touch() {
        touchRows(0, zeroRows.length);
    }

    /** The end of the run of numbers from one on, up to a last, that are all known to be zero or all not known to be. */
    public int endOfRun(int from, int to) {
        int first = shape.width(0) * shape.width(1);
        if (from >= first) {
            return to;
        }
        boolean isZero = isZero(from);
        int k = from / shape.width(1) + 1;
        while (k < zeroRows.length && zeroRows[k] == isZero) {
            k++;
        }
        return k == zeroRows.length && !isZero ? to : Math.min(to, k * shape.width(1));
    }

    /** Tests whether a number is known to be zero. */
    public boolean isZero(int place) {
        return place < shape.width(0) * shape.width(1) && zeroRows[place / shape.width(1)];
    }
}
