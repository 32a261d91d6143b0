package downhill.math;

import static downhill.math.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Small blocks of the product z[i][p] += sum over k of w[k][i] * x[k][p], like those of {@link RowTiles}, but with a first factor
 * that is read along its columns. They are apart because the index of w decides how fast the loop is: the compiler drops
 * its range checks only where it sees the step.
 */
final class ColumnTiles {
    private static final int L = Lanes.COUNT;

    private ColumnTiles() {}

    static void fourByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        DoubleVector a0 = load(zs, za, 0), a1 = load(zs, za, 1), a2 = load(zs, za, 2);
        DoubleVector a3 = load(zs, za, 3), b0 = load(zs, zb, 0), b1 = load(zs, zb, 1);
        DoubleVector b2 = load(zs, zb, 2), b3 = load(zs, zb, 3), c0 = load(zs, zc, 0);
        DoubleVector c1 = load(zs, zc, 1), c2 = load(zs, zc, 2), c3 = load(zs, zc, 3);
        DoubleVector d0 = load(zs, zd, 0), d1 = load(zs, zd, 1), d2 = load(zs, zd, 2);
        DoubleVector d3 = load(zs, zd, 3);
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
        a0.add(0.0).intoArray(zs, za);
        a1.add(0.0).intoArray(zs, za + L);
        a2.add(0.0).intoArray(zs, za + 2 * L);
        a3.add(0.0).intoArray(zs, za + 3 * L);
        b0.add(0.0).intoArray(zs, zb);
        b1.add(0.0).intoArray(zs, zb + L);
        b2.add(0.0).intoArray(zs, zb + 2 * L);
        b3.add(0.0).intoArray(zs, zb + 3 * L);
        c0.add(0.0).intoArray(zs, zc);
        c1.add(0.0).intoArray(zs, zc + L);
        c2.add(0.0).intoArray(zs, zc + 2 * L);
        c3.add(0.0).intoArray(zs, zc + 3 * L);
        d0.add(0.0).intoArray(zs, zd);
        d1.add(0.0).intoArray(zs, zd + L);
        d2.add(0.0).intoArray(zs, zd + 2 * L);
        d3.add(0.0).intoArray(zs, zd + 3 * L);
    }

    static void oneByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p;
        DoubleVector a0 = load(zs, za, 0), a1 = load(zs, za, 1);
        DoubleVector a2 = load(zs, za, 2), a3 = load(zs, za, 3);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector x0 = load(xs, y, 0), x1 = load(xs, y, 1), x2 = load(xs, y, 2), x3 = load(xs, y, 3);
            int at = w.row(k) + i;
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[at]);
            a0 = weight.fma(x0, a0);
            a1 = weight.fma(x1, a1);
            a2 = weight.fma(x2, a2);
            a3 = weight.fma(x3, a3);
        }
        a0.add(0.0).intoArray(zs, za);
        a1.add(0.0).intoArray(zs, za + L);
        a2.add(0.0).intoArray(zs, za + 2 * L);
        a3.add(0.0).intoArray(zs, za + 3 * L);
    }

    static void fourByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = DoubleVector.fromArray(SPECIES, zs, za, inside),
                b = DoubleVector.fromArray(SPECIES, zs, zb, inside);
        DoubleVector c = DoubleVector.fromArray(SPECIES, zs, zc, inside),
                d = DoubleVector.fromArray(SPECIES, zs, zd, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            int at = w.row(k) + i;
            a = DoubleVector.broadcast(SPECIES, ws[at]).fma(column, a);
            b = DoubleVector.broadcast(SPECIES, ws[at + 1]).fma(column, b);
            c = DoubleVector.broadcast(SPECIES, ws[at + 2]).fma(column, c);
            d = DoubleVector.broadcast(SPECIES, ws[at + 3]).fma(column, d);
        }
        a.add(0.0).intoArray(zs, za, inside);
        b.add(0.0).intoArray(zs, zb, inside);
        c.add(0.0).intoArray(zs, zc, inside);
        d.add(0.0).intoArray(zs, zd, inside);
    }

    static void oneByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int za = z.row(i) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = DoubleVector.fromArray(SPECIES, zs, za, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            int at = w.row(k) + i;
            a = DoubleVector.broadcast(SPECIES, ws[at]).fma(column, a);
        }
        a.add(0.0).intoArray(zs, za, inside);
    }

    private static DoubleVector load(double[] array, int at, int vector) {
        return DoubleVector.fromArray(SPECIES, array, at + vector * L);
    }
}
