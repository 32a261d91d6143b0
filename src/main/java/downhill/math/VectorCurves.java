package downhill.math;

import static downhill.math.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** The values of curves on whole matrices. Each has a loop of its own, small enough to be compiled as one piece. */
final class VectorCurves {
    private static final int L = Lanes.COUNT;

    private VectorCurves() {}

    /** a = f(z) for the elements from .. to-1, counted row by row. */
    static void values(Curve f, Matrix z, Matrix a, int from, int to) {
        int whole = f instanceof KernelCurve ? from + (to - from) / L * L : from;
        if (f instanceof KernelCurve curve) {
            wholeVectors(curve, z, a, from, whole);
        }
        PlainKernels.values(f, z, a, whole, to);
    }

    private static void wholeVectors(KernelCurve f, Matrix z, Matrix a, int from, int whole) {
        switch (f) {
            case SIGMOID -> sigmoid(z, a, from, whole);
            case TANH -> tanh(z, a, from, whole);
            case RELU -> relu(z, a, from, whole);
            case LEAKY_RELU -> leakyRelu(z, a, from, whole);
            case SOFTPLUS -> softplus(z, a, from, whole);
            case IDENTITY -> System.arraycopy(z.data(), z.offset() + from, a.data(), a.offset() + from, whole - from);
        }
    }

    private static DoubleVector load(Matrix z, int i) {
        return DoubleVector.fromArray(SPECIES, z.data(), z.offset() + i);
    }

    private static void sigmoid(Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i += L) {
            ElementaryVectors.sigmoid(load(z, i)).intoArray(a.data(), a.offset() + i);
        }
    }

    private static void tanh(Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i += L) {
            ElementaryVectors.tanh(load(z, i)).intoArray(a.data(), a.offset() + i);
        }
    }

    private static void relu(Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i += L) {
            DoubleVector x = load(z, i);
            x.blend(0, x.compare(VectorOperators.LE, 0)).intoArray(a.data(), a.offset() + i);
        }
    }

    private static void leakyRelu(Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i += L) {
            DoubleVector x = load(z, i);
            x.mul(KernelCurve.LEAK).blend(x, x.compare(VectorOperators.GT, 0)).intoArray(a.data(), a.offset() + i);
        }
    }

    private static void softplus(Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i += L) {
            ElementaryVectors.softplus(load(z, i)).intoArray(a.data(), a.offset() + i);
        }
    }
}
