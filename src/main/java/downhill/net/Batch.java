package downhill.net;

import downhill.math.Kernels;
import downhill.math.Matrix;
import java.util.Arrays;

/**
 * What a number of examples make of a network, all of it: filled by {@link Backpropagation}, readable until it is filled
 * again.
 *
 * <p>A layer's matrices have one row for each neuron and one column for each example, padded to whole vectors; the columns
 * after the last example mean nothing.
 */
public final class Batch {
    private final int count;
    private final Matrix[] rows;
    private final Matrix[] activations;
    private final Matrix[] values;
    private final Matrix[] preActivations;
    private final Matrix[] deltas;
    private final Matrix[] masks;
    private final Matrix targets;
    private final double[] costs;

    /**
     * Room for a number of examples.
     *
     * @param masked whether hidden activations can be dropped, see {@link #masks}
     */
    public Batch(Shape shape, int count, boolean masked) {
        int depth = shape.depth();
        int width = Kernels.width(count);
        this.count = count;
        rows = new Matrix[depth];
        activations = new Matrix[depth + 1];
        values = new Matrix[depth + 1];
        preActivations = new Matrix[depth];
        deltas = new Matrix[depth];
        masks = new Matrix[masked ? depth - 1 : 0];
        for (int l = 0; l <= depth; l++) {
            activations[l] = Matrix.zeros(shape.width(l), width);
            values[l] = activations[l];
            if (l < depth) {
                rows[l] = Matrix.zeros(count, shape.width(l));
                preActivations[l] = Matrix.zeros(shape.width(l + 1), width);
                deltas[l] = Matrix.zeros(shape.width(l + 1), width);
            }
        }
        for (int l = 0; l < masks.length; l++) {
            masks[l] = Matrix.zeros(shape.width(l + 1), width);
            values[l + 1] = Matrix.zeros(shape.width(l + 1), width);
        }
        targets = Matrix.zeros(shape.outputs(), width);
        costs = new double[count];
    }

    /**
     * Fills in the examples.
     *
     * @param inputs [all examples][width(0)], flat
     * @param wanted [all examples][outputs], flat
     * @param indices the examples are indices[from], indices[from + 1], …
     */
    public void load(double[] inputs, double[] wanted, int[] indices, int from) {
        int in = rows[0].columns();
        for (int e = 0; e < count; e++) {
            int example = indices[from + e];
            System.arraycopy(inputs, example * in, rows[0].data(), e * in, in);
            setColumn(activations[0], e, inputs, example * in);
            setColumn(targets, e, wanted, example * targets.rows());
        }
    }

    /** Copies as many numbers as the matrix has rows, from a place of an array on, into a column. */
    private static void setColumn(Matrix matrix, int column, double[] source, int at) {
        double[] data = matrix.data();
        int columns = matrix.columns();
        for (int j = 0; j < matrix.rows(); j++) {
            data[j * columns + column] = source[at + j];
        }
    }

    /** The number of examples. */
    public int count() {
        return count;
    }

    /** Of the neurons of layer l+1, [width(l+1)][columns]. */
    public Matrix preActivations(int l) {
        return preActivations[l];
    }

    /** Of the neurons of layer l, dropped ones 0; layer 0 is the input. */
    public Matrix activations(int l) {
        return activations[l];
    }

    /** The derivative of each example's own cost by the pre-activations of layer l+1. */
    public Matrix deltas(int l) {
        return deltas[l];
    }

    /** Each example's own cost. */
    public double[] costs() {
        return costs;
    }

    /** The factor of each activation of hidden layer l+1: 0 for a dropped one; to be filled in before the forward pass. */
    public Matrix masks(int l) {
        return masks[l];
    }

    /** Makes the masks drop nothing. */
    public void keepAll() {
        for (Matrix mask : masks) {
            Arrays.fill(mask.data(), 1);
        }
    }

    /** Whether there are masks. */
    public boolean isMasked() {
        return masks.length > 0;
    }

    /** The activations of layer l before any was dropped. */
    Matrix values(int l) {
        return values[l];
    }

    /** The activations of layer l with one row for each example, [count][width(l)]. */
    Matrix rows(int l) {
        return rows[l];
    }

    Matrix targets() {
        return targets;
    }
}
