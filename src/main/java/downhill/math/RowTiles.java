package downhill.math;

import static downhill.math.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Small blocks of the product z[i][p] = scale * (start + sum over k of w[i][k] * x[k][p]) for k in from .. to-1, held in
 * vector registers: four rows or one by four vectors of columns or one, the last perhaps partly past the end. A sum starts at
 * 0 if fresh, else at what z holds.
 *
 * <p>Sixteen sums hide the latency of the multiply-add. They are written out, since an array of vectors would go through
 * memory; and only their loads are in a method of their own: the compiler stops inlining late in a method this large, and a
 * vector that crosses a call costs an object.
 */
final class RowTiles {
    private static final int L = Lanes.COUNT;

    private RowTiles() {}

    static void fourByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int wa = w.row(i), wb = w.row(i + 1), wc = w.row(i + 2), wd = w.row(i + 3);
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        DoubleVector a0 = first(fresh, zs, za, 0), a1 = first(fresh, zs, za, 1), a2 = first(fresh, zs, za, 2);
        DoubleVector a3 = first(fresh, zs, za, 3), b0 = first(fresh, zs, zb, 0), b1 = first(fresh, zs, zb, 1);
        DoubleVector b2 = first(fresh, zs, zb, 2), b3 = first(fresh, zs, zb, 3), c0 = first(fresh, zs, zc, 0);
        DoubleVector c1 = first(fresh, zs, zc, 1), c2 = first(fresh, zs, zc, 2), c3 = first(fresh, zs, zc, 3);
        DoubleVector d0 = first(fresh, zs, zd, 0), d1 = first(fresh, zs, zd, 1), d2 = first(fresh, zs, zd, 2);
        DoubleVector d3 = first(fresh, zs, zd, 3);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector x0 = load(xs, y, 0), x1 = load(xs, y, 1), x2 = load(xs, y, 2), x3 = load(xs, y, 3);
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[wa + k]);
            a0 = weight.fma(x0, a0);
            a1 = weight.fma(x1, a1);
            a2 = weight.fma(x2, a2);
            a3 = weight.fma(x3, a3);
            weight = DoubleVector.broadcast(SPECIES, ws[wb + k]);
            b0 = weight.fma(x0, b0);
            b1 = weight.fma(x1, b1);
            b2 = weight.fma(x2, b2);
            b3 = weight.fma(x3, b3);
            weight = DoubleVector.broadcast(SPECIES, ws[wc + k]);
            c0 = weight.fma(x0, c0);
            c1 = weight.fma(x1, c1);
            c2 = weight.fma(x2, c2);
            c3 = weight.fma(x3, c3);
            weight = DoubleVector.broadcast(SPECIES, ws[wd + k]);
            d0 = weight.fma(x0, d0);
            d1 = weight.fma(x1, d1);
            d2 = weight.fma(x2, d2);
            d3 = weight.fma(x3, d3);
        }
        a0.add(0.0).mul(scale).intoArray(zs, za);
        a1.add(0.0).mul(scale).intoArray(zs, za + L);
        a2.add(0.0).mul(scale).intoArray(zs, za + 2 * L);
        a3.add(0.0).mul(scale).intoArray(zs, za + 3 * L);
        b0.add(0.0).mul(scale).intoArray(zs, zb);
        b1.add(0.0).mul(scale).intoArray(zs, zb + L);
        b2.add(0.0).mul(scale).intoArray(zs, zb + 2 * L);
        b3.add(0.0).mul(scale).intoArray(zs, zb + 3 * L);
        c0.add(0.0).mul(scale).intoArray(zs, zc);
        c1.add(0.0).mul(scale).intoArray(zs, zc + L);
        c2.add(0.0).mul(scale).intoArray(zs, zc + 2 * L);
        c3.add(0.0).mul(scale).intoArray(zs, zc + 3 * L);
        d0.add(0.0).mul(scale).intoArray(zs, zd);
        d1.add(0.0).mul(scale).intoArray(zs, zd + L);
        d2.add(0.0).mul(scale).intoArray(zs, zd + 2 * L);
        d3.add(0.0).mul(scale).intoArray(zs, zd + 3 * L);
    }

    static void oneByFour(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int wa = w.row(i);
        int za = z.row(i) + p;
        DoubleVector a0 = first(fresh, zs, za, 0), a1 = first(fresh, zs, za, 1);
        DoubleVector a2 = first(fresh, zs, za, 2), a3 = first(fresh, zs, za, 3);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector x0 = load(xs, y, 0), x1 = load(xs, y, 1), x2 = load(xs, y, 2), x3 = load(xs, y, 3);
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[wa + k]);
            a0 = weight.fma(x0, a0);
            a1 = weight.fma(x1, a1);
            a2 = weight.fma(x2, a2);
            a3 = weight.fma(x3, a3);
        }
        a0.add(0.0).mul(scale).intoArray(zs, za);
        a1.add(0.0).mul(scale).intoArray(zs, za + L);
        a2.add(0.0).mul(scale).intoArray(zs, za + 2 * L);
        a3.add(0.0).mul(scale).intoArray(zs, za + 3 * L);
    }

    static void fourByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int wa = w.row(i), wb = w.row(i + 1), wc = w.row(i + 2), wd = w.row(i + 3);
        int za = z.row(i) + p, zb = z.row(i + 1) + p, zc = z.row(i + 2) + p, zd = z.row(i + 3) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = first(fresh, zs, za, inside), b = first(fresh, zs, zb, inside);
        DoubleVector c = first(fresh, zs, zc, inside), d = first(fresh, zs, zd, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            a = DoubleVector.broadcast(SPECIES, ws[wa + k]).fma(column, a);
            b = DoubleVector.broadcast(SPECIES, ws[wb + k]).fma(column, b);
            c = DoubleVector.broadcast(SPECIES, ws[wc + k]).fma(column, c);
            d = DoubleVector.broadcast(SPECIES, ws[wd + k]).fma(column, d);
        }
        a.add(0.0).mul(scale).intoArray(zs, za, inside);
        b.add(0.0).mul(scale).intoArray(zs, zb, inside);
        c.add(0.0).mul(scale).intoArray(zs, zc, inside);
        d.add(0.0).mul(scale).intoArray(zs, zd, inside);
    }

    static void oneByOne(Matrix w, Matrix x, Matrix z, int i, int p, int from, int to, boolean fresh, double scale) {
        double[] ws = w.data(), xs = x.data(), zs = z.data();
        int wa = w.row(i);
        int za = z.row(i) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, z.columns());
        DoubleVector a = first(fresh, zs, za, inside);
        for (int k = from, y = x.row(from) + p; k < to; k++, y += x.columns()) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y, inside);
            a = DoubleVector.broadcast(SPECIES, ws[wa + k]).fma(column, a);
        }
        a.add(0.0).mul(scale).intoArray(zs, za, inside);
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
