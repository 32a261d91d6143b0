package downhill.math;

import static downhill.math.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/** Softmax of columns, row after row: each loop is small enough to be compiled as one piece. */
final class VectorSoftmax {
    private static final int L = Lanes.COUNT;

    private VectorSoftmax() {}

    static void of(Matrix z, Matrix a, Matrix totals) {
        int largest = totals.row(0);
        int sums = totals.row(1);
        double[] t = totals.data();
        Arrays.fill(t, largest, sums, Double.NEGATIVE_INFINITY);
        Arrays.fill(t, sums, sums + totals.columns(), 0);
        for (int j = 0; j < z.rows(); j++) {
            raise(z.data(), z.row(j), t, largest, z.columns());
        }
        for (int j = 0; j < z.rows(); j++) {
            powers(z.data(), z.row(j), a.data(), a.row(j), t, largest, z.columns());
            add(a.data(), a.row(j), t, sums, z.columns());
        }
        for (int j = 0; j < z.rows(); j++) {
            divide(a.data(), a.row(j), t, sums, z.columns());
        }
        logarithms(t, sums, sums + z.columns());
    }

    /** Computes logarithms in place; a sum of powers is at least 1, unless it is not a number. */
    private static void logarithms(double[] t, int from, int to) {
        int i = from;
        for (; i + L <= to; i += L) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, t, i);
            if (!x.compare(GE, 1).and(x.compare(LT, Double.POSITIVE_INFINITY)).allTrue()) {
                break;
            }
            ElementaryVectors.log(x).intoArray(t, i);
        }
        for (; i < to; i++) {
            t[i] = Elementary.log(t[i]);
        }
    }

    private static void raise(double[] z, int from, double[] largest, int at, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            DoubleVector.fromArray(SPECIES, largest, at + i)
                    .max(DoubleVector.fromArray(SPECIES, z, from + i))
                    .intoArray(largest, at + i);
        }
        for (; i < count; i++) {
            largest[at + i] = Math.max(largest[at + i], z[from + i]);
        }
    }

    private static void powers(double[] z, int from, double[] a, int to, double[] largest, int at, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            ElementaryVectors.exp(DoubleVector.fromArray(SPECIES, z, from + i)
                            .sub(DoubleVector.fromArray(SPECIES, largest, at + i)))
                    .intoArray(a, to + i);
        }
        for (; i < count; i++) {
            a[to + i] = Elementary.exp(z[from + i] - largest[at + i]);
        }
    }

    private static void add(double[] a, int from, double[] sums, int at, int count) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += a[from + i];
        }
    }

    private static void divide(double[] a, int from, double[] sums, int at, int count) {
        for (int i = 0; i < count; i++) {
            a[from + i] /= sums[at + i];
        }
    }
}
