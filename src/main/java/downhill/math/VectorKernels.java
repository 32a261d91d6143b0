package downhill.math;

import static downhill.math.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** The kernels on the processor's vectors. A lane holds one example or one weight, so no sum changes. */
final class VectorKernels implements Kernels {
    private static final int L = Lanes.COUNT;

    @Override
    public void affine(Matrix weights, Matrix biases, Matrix a, Matrix z, int from, int to) {
        for (int j = from; j < to; j++) {
            Arrays.fill(z.data(), z.row(j), z.row(j + 1), biases.get(j, 0));
        }
        VectorProduct.addColumns(weights, a, z, from, to);
    }

    @Override
    public void affine(Matrix weights, Matrix biases, NonZeros examples, Matrix z, int from, int to) {
        for (int b = 0; b < z.rows(); b++) {
            System.arraycopy(biases.data(), biases.row(from), z.data(), z.row(b) + from, to - from);
        }
        ListedProduct.add(examples, weights, z, from, to);
    }

    @Override
    public void back(Matrix weights, Matrix delta, Matrix d, int from, int to) {
        VectorProduct.ofRows(weights, delta, d, 1, from, to);
    }

    @Override
    public void weightGradients(Matrix a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        VectorProduct.ofRows(a, deltas, gradients, scale, from, to);
    }

    @Override
    public void weightGradients(NonZeros a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        ListedProduct.of(a, deltas, gradients, scale, from, to);
    }

    @Override
    public void biasGradients(Matrix delta, int batch, double scale, Matrix gradients, int from, int to) {
        PlainKernels.sumRows(delta, batch, scale, gradients, from, to);
    }

    @Override
    public void apply(Curve f, Matrix z, Matrix a, int from, int to) {
        VectorCurves.values(f, z, a, z.row(from) - z.offset(), z.row(to) - z.offset());
    }

    @Override
    public void applySlope(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to) {
        int end = z.row(to) - z.offset();
        int i = z.row(from) - z.offset();
        if (f instanceof KernelCurve curve) {
            for (; i + L <= end; i += L) {
                DoubleVector slope = slope(curve, load(z, i), load(a, i));
                load(d, i).mul(slope).intoArray(delta.data(), delta.offset() + i);
            }
        }
        PlainKernels.slopes(f, z, a, d, delta, i, end);
    }

    private static DoubleVector load(Matrix matrix, int i) {
        return DoubleVector.fromArray(SPECIES, matrix.data(), matrix.offset() + i);
    }

    private static DoubleVector slope(KernelCurve f, DoubleVector z, DoubleVector a) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return switch (f) {
            case SIGMOID -> a.mul(one.sub(a));
            case TANH -> one.sub(a.mul(a));
            case RELU -> DoubleVector.zero(SPECIES).blend(one, z.compare(VectorOperators.GT, 0));
            case LEAKY_RELU ->
                DoubleVector.broadcast(SPECIES, KernelCurve.LEAK).blend(one, z.compare(VectorOperators.GT, 0));
            case SOFTPLUS -> ElementaryVectors.sigmoid(z);
            case IDENTITY -> one;
        };
    }

    @Override
    public void softmax(Matrix z, Matrix a, Matrix totals) {
        VectorSoftmax.of(z, a, totals);
    }

    @Override
    public void exp(double[] x, double[] result, int from, int to) {
        int whole = from + (to - from) / L * L;
        for (int i = from; i < whole; i += L) {
            ElementaryVectors.exp(DoubleVector.fromArray(SPECIES, x, i)).intoArray(result, i);
        }
        PlainKernels.powers(x, result, whole, to);
    }

    @Override
    public double add(double[] w, double[] u, double[] sum, int from, int to) {
        int whole = from + (to - from) / L * L;
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int i = from; i < whole; i += L) {
            DoubleVector update = DoubleVector.fromArray(SPECIES, u, i);
            DoubleVector.fromArray(SPECIES, w, i).add(update).intoArray(sum, i);
            largest = largest.max(update.abs());
        }
        return Math.max(largest.reduceLanes(VectorOperators.MAX), PlainKernels.sum(w, u, sum, whole, to));
    }

    @Override
    public void descend(double[] w, double[] g, double rate, int from, int to) {
        int whole = from + (to - from) / L * L;
        for (int i = from; i < whole; i += L) {
            DoubleVector update = DoubleVector.fromArray(SPECIES, g, i).mul(-rate);
            DoubleVector.fromArray(SPECIES, w, i).add(update).intoArray(w, i);
        }
        PlainKernels.down(w, g, rate, whole, to);
    }

    @Override
    public double largest(double[] g, int from, int to) {
        int whole = from + (to - from) / L * L;
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int i = from; i < whole; i += L) {
            largest = largest.max(DoubleVector.fromArray(SPECIES, g, i).abs());
        }
        return Math.max(largest.reduceLanes(VectorOperators.MAX), PlainKernels.top(g, whole, to));
    }
}
