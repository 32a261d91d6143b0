package downhill.math;

import static downhill.math.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * The blocks of {@link RowTiles} for a first factor that is read along its columns, not its rows: z[i][p] = scale * (start +
 * sum over k of w[k][i] * x[k][p]). They stand apart because the index of w decides how fast the loop is: the compiler drops
 * its range checks only where it sees the step.
 */
final class ColumnTiles {
    private static final int L = Lanes.COUNT;

    private ColumnTiles() {}

    static void fourByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        DoubleVector a0 = first(fresh, zs, za, 0), a1 = first(fresh, zs, za, 1), a2 = first(fresh, zs, za, 2);
        DoubleVector a3 = first(fresh, zs, za, 3), b0 = first(fresh, zs, zb, 0), b1 = first(fresh, zs, zb, 1);
        DoubleVector b2 = first(fresh, zs, zb, 2), b3 = first(fresh, zs, zb, 3), c0 = first(fresh, zs, zc, 0);
        DoubleVector c1 = first(fresh, zs, zc, 1), c2 = first(fresh, zs, zc, 2), c3 = first(fresh, zs, zc, 3);
        DoubleVector d0 = first(fresh, zs, zd, 0), d1 = first(fresh, zs, zd, 1), d2 = first(fresh, zs, zd, 2);
        DoubleVector d3 = first(fresh, zs, zd, 3);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector x0 = load(xs, y, 0), x1 = load(xs, y, 1), x2 = load(xs, y, 2), x3 = load(xs, y, 3);
            int at = w.row(k) + i;
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[at]);
            a0 = weight.fma(x0, a0);
            a1 = weight.fma(x1, a1);
            a2 = weight.fma(x2, a2);
            a3 = weight.fma(x3, a3);
            weight = DoubleVector.broadcast(SPECIES, ws[at + 1]);
            b0 = weight.fma(x0, b0);
            b1 = weight.fma(x1, b1);
            b2 = weight.fma(x2, b2);
            b3 = weight.fma(x3, b3);
            weight = DoubleVector.broadcast(SPECIES, ws[at + 2]);
            c0 = weight.fma(x0, c0);
            c1 = weight.fma(x1, c1);
            c2 = weight.fma(x2, c2);
            c3 = weight.fma(x3, c3);
            weight = DoubleVector.broadcast(SPECIES, ws[at + 3]);
            d0 = weight.fma(x0, d0);
            d1 = weight.fma(x1, d1);
            d2 = weight.fma(x2, d2);
            d3 = weight.fma(x3, d3);
        }
        a0.mul(scale).intoArray(zs, za);
        a1.mul(scale).intoArray(zs, za + L);
        a2.mul(scale).intoArray(zs, za + 2 * L);
        a3.mul(scale).intoArray(zs, za + 3 * L);
        b0.mul(scale).intoArray(zs, zb);
        b1.mul(scale).intoArray(zs, zb + L);
        b2.mul(scale).intoArray(zs, zb + 2 * L);
        b3.mul(scale).intoArray(zs, zb + 3 * L);
        c0.mul(scale).intoArray(zs, zc);
        c1.mul(scale).intoArray(zs, zc + L);
        c2.mul(scale).intoArray(zs, zc + 2 * L);
        c3.mul(scale).intoArray(zs, zc + 3 * L);
        d0.mul(scale).intoArray(zs, zd);
        d1.mul(scale).intoArray(zs, zd + L);
        d2.mul(scale).intoArray(zs, zd + 2 * L);
        d3.mul(scale).intoArray(zs, zd + 3 * L);
    }

    static void oneByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p;
        DoubleVector a0 = first(fresh, zs, za, 0), a1 = first(fresh, zs, za, 1);
        DoubleVector a2 = first(fresh, zs, za, 2), a3 = first(fresh, zs, za, 3);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector x0 = load(xs, y, 0), x1 = load(xs, y, 1), x2 = load(xs, y, 2), x3 = load(xs, y, 3);
            int at = w.row(k) + i;
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[at]);
            a0 = weight.fma(x0, a0);
            a1 = weight.fma(x1, a1);
            a2 = weight.fma(x2, a2);
            a3 = weight.fma(x3, a3);
        }
        a0.mul(scale).intoArray(zs, za);
        a1.mul(scale).intoArray(zs, za + L);
        a2.mul(scale).intoArray(zs, za + 2 * L);
        a3.mul(scale).intoArray(zs, za + 3 * L);
    }

    static void fourByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = first(fresh, zs, za, inside), b = first(fresh, zs, zb, inside);
        DoubleVector c = first(fresh, zs, zc, inside), d = first(fresh, zs, zd, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            int at = w.row(k) + i;
            a = DoubleVector.broadcast(SPECIES, ws[at]).fma(column, a);
            b = DoubleVector.broadcast(SPECIES, ws[at + 1]).fma(column, b);
            c = DoubleVector.broadcast(SPECIES, ws[at + 2]).fma(column, c);
            d = DoubleVector.broadcast(SPECIES, ws[at + 3]).fma(column, d);
        }
        a.mul(scale).intoArray(zs, za, inside);
        b.mul(scale).intoArray(zs, zb, inside);
        c.mul(scale).intoArray(zs, zc, inside);
        d.mul(scale).intoArray(zs, zd, inside);
    }

    static void oneByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = first(fresh, zs, za, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            int at = w.row(k) + i;
            a = DoubleVector.broadcast(SPECIES, ws[at]).fma(column, a);
        }
        a.mul(scale).intoArray(zs, za, inside);
    }

    private static DoubleVector load(double[] array, int at, int vector) {
        return DoubleVector.fromArray(SPECIES, array, at + vector * L);
    }

    private static DoubleVector first(boolean fresh, double[] array, int at, int vector) {
        return fresh ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, array, at + vector * L);
    }

    private static DoubleVector first(boolean fresh, double[] array, int at, VectorMask<Double> inside) {
        return fresh ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, array, at, inside);
    }
}
