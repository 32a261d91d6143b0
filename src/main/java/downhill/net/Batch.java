package downhill.net;

import downhill.math.Kernels;
import downhill.math.Matrix;
import downhill.math.NonZeros;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that a network computes for some examples: filled by {@link Backpropagation}, readable until it is filled again.
 *
 * <p>A layer's matrices have one row for each neuron and one column for each example, padded to whole vectors; the columns
 * after the last example mean nothing.
 */
public final class Batch {
    /** Fewer inputs than this are not searched for zeros. */
    private static final int WIDE = 64;

    /** The number of examples that fill a small part of a vector. */
    private static final int FEW = 2;

    private final int count;
    private final Matrix[] byExample;
    private final NonZeros inputs;
    private final NonZeros features;
    private final boolean wide;
    private final Matrix[] activations;
    private final Matrix[] values;
    private final Matrix[] preActivations;
    private final Matrix[] deltas;
    private final Matrix[] masks;
    private final Matrix targets;
    private final Matrix totals;
    private final double[] costs;

    /** The indices of the loaded examples. */
    private final int[] loaded;

    private double @Nullable [] loadedValues;
    private double @Nullable [] loadedTargets;

    /**
     * Room for a number of examples.
     *
     * @param masked whether hidden activations can be dropped, see {@link #masks}
     */
    public Batch(Shape shape, int count, boolean masked) {
        int depth = shape.depth();
        int width = Kernels.width(count);
        this.count = count;
        byExample = new Matrix[depth + 1];
        activations = new Matrix[depth + 1];
        values = new Matrix[depth + 1];
        preActivations = new Matrix[depth];
        deltas = new Matrix[depth];
        masks = new Matrix[masked ? depth - 1 : 0];
        for (int l = 0; l <= depth; l++) {
            activations[l] = Matrix.zeros(shape.width(l), width);
            values[l] = activations[l];
            byExample[l] = Matrix.zeros(count, shape.width(l));
            if (l < depth) {
                preActivations[l] = Matrix.zeros(shape.width(l + 1), width);
                deltas[l] = Matrix.zeros(shape.width(l + 1), width);
            }
        }
        for (int l = 0; l < masks.length; l++) {
            masks[l] = Matrix.zeros(shape.width(l + 1), width);
            values[l + 1] = Matrix.zeros(shape.width(l + 1), width);
        }
        wide = shape.width(0) >= WIDE;
        inputs = new NonZeros(byExample[0]);
        features = new NonZeros(activations[0]);
        targets = Matrix.zeros(shape.outputs(), width);
        totals = Matrix.zeros(2, width);
        costs = new double[count];
        loaded = new int[count];
    }

    /**
     * Fills in the examples, unless they are there already.
     *
     * @param values the inputs, [all examples][width(0)], flat
     * @param wanted [all examples][outputs], flat
     * @param indices the examples are indices[from], indices[from + 1], …
     */
    public void load(double[] values, double[] wanted, int[] indices, int from) {
        if (isLoaded(values, wanted, indices, from)) {
            return;
        }
        loadedValues = values;
        loadedTargets = wanted;
        System.arraycopy(indices, from, loaded, 0, count);
        int in = byExample[0].columns();
        int out = targets.rows();
        double[] data = targets.data();
        for (int e = 0; e < count; e++) {
            int example = indices[from + e];
            System.arraycopy(values, example * in, byExample[0].data(), e * in, in);
            for (int j = 0; j < out; j++) {
                data[targets.row(j) + e] = wanted[example * out + j];
            }
        }
        byExample[0].transposeTo(activations[0]);
        if (wide) {
            inputs.find();
            features.find();
        }
    }

    /** Tests whether these examples are loaded from the very same arrays, which nobody changes. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isLoaded(double[] values, double[] wanted, int[] indices, int from) {
        return values == loadedValues
                && wanted == loadedTargets
                && Arrays.equals(loaded, 0, count, indices, from, from + count);
    }

    /** The number of examples. */
    public int count() {
        return count;
    }

    /** The pre-activations of layer l+1, [width(l+1)][columns]. */
    public Matrix preActivations(int l) {
        return preActivations[l];
    }

    /** The activations of layer l, dropped ones 0; layer 0 is the input. */
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

    /** Tests whether there are masks. */
    public boolean isMasked() {
        return masks.length > 0;
    }

    /** The pre-activations of the last layer. */
    Matrix lastPreActivations() {
        return preActivations[preActivations.length - 1];
    }

    /** The last layer's activations. */
    Matrix outputs() {
        return activations[activations.length - 1];
    }

    /** The activations of layer l before any was dropped. */
    Matrix values(int l) {
        return values[l];
    }

    /** Room for numbers of layer l with one row for each example, [count][width(l)]; for layer 0 the inputs. */
    Matrix byExample(int l) {
        return byExample[l];
    }

    /**
     * Tests whether the first layer should be computed from the list of its inputs: many of them are zero, or the examples are so few that they
     * would leave most of a vector empty.
     */
    boolean areInputsListed() {
        return wide && (count <= FEW || inputs.areFew());
    }

    /** The inputs by example, [count][width(0)]. */
    NonZeros inputs() {
        return inputs;
    }

    /** The inputs by neuron, [width(0)][columns]. */
    NonZeros features() {
        return features;
    }

    /** The softmax totals of the last layer's pre-activations: each column's largest, and the logarithm of the sum of the powers. */
    Matrix totals() {
        return totals;
    }

    Matrix targets() {
        return targets;
    }
}
