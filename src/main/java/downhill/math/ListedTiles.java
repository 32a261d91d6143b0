package downhill.math;

import static downhill.math.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Strips of one row of the product z[i][p] = scale * (start + sum over k of w[i][k] * x[k][p]) for those k alone, of one block,
 * where w[i][k] is not zero: eight vectors of columns, or one, perhaps partly past the end. A sum starts at 0 if fresh, else
 * at what z holds.
 */
final class ListedTiles {
    private static final int L = Lanes.COUNT;

    private ListedTiles() {}

    static void byEight(NonZeros w, int block, Matrix x, Matrix z, int i, int p, boolean fresh, double scale) {
        double[] ws = w.matrix().data(), xs = x.data(), zs = z.data();
        int row = w.matrix().row(i), y = x.row(0) + p, width = x.columns(), at = z.row(i) + p;
        DoubleVector a = first(fresh, zs, at, 0),
                b = first(fresh, zs, at, 1),
                c = first(fresh, zs, at, 2),
                d = first(fresh, zs, at, 3);
        DoubleVector e = first(fresh, zs, at, 4),
                f = first(fresh, zs, at, 5),
                g = first(fresh, zs, at, 6),
                h = first(fresh, zs, at, 7);
        int[] list = w.columns();
        for (int t = w.first(i, block), last = w.end(i, block); t < last; t++) {
            int k = list[t];
            int v = y + k * width;
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[row + k]);
            a = weight.fma(DoubleVector.fromArray(SPECIES, xs, v), a);
            b = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + L), b);
            c = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 2 * L), c);
            d = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 3 * L), d);
            e = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 4 * L), e);
            f = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 5 * L), f);
            g = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 6 * L), g);
            h = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 7 * L), h);
        }
        a.add(0.0).mul(scale).intoArray(zs, at);
        b.add(0.0).mul(scale).intoArray(zs, at + L);
        c.add(0.0).mul(scale).intoArray(zs, at + 2 * L);
        d.add(0.0).mul(scale).intoArray(zs, at + 3 * L);
        e.add(0.0).mul(scale).intoArray(zs, at + 4 * L);
        f.add(0.0).mul(scale).intoArray(zs, at + 5 * L);
        g.add(0.0).mul(scale).intoArray(zs, at + 6 * L);
        h.add(0.0).mul(scale).intoArray(zs, at + 7 * L);
    }

    static void byFour(NonZeros w, int block, Matrix x, Matrix z, int i, int p, boolean fresh, double scale) {
        double[] ws = w.matrix().data(), xs = x.data(), zs = z.data();
        int row = w.matrix().row(i), y = x.row(0) + p, width = x.columns(), at = z.row(i) + p;
        DoubleVector a = first(fresh, zs, at, 0),
                b = first(fresh, zs, at, 1),
                c = first(fresh, zs, at, 2),
                d = first(fresh, zs, at, 3);
        int[] list = w.columns();
        for (int t = w.first(i, block), last = w.end(i, block); t < last; t++) {
            int k = list[t];
            int v = y + k * width;
            DoubleVector weight = DoubleVector.broadcast(SPECIES, ws[row + k]);
            a = weight.fma(DoubleVector.fromArray(SPECIES, xs, v), a);
            b = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + L), b);
            c = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 2 * L), c);
            d = weight.fma(DoubleVector.fromArray(SPECIES, xs, v + 3 * L), d);
        }
        a.add(0.0).mul(scale).intoArray(zs, at);
        b.add(0.0).mul(scale).intoArray(zs, at + L);
        c.add(0.0).mul(scale).intoArray(zs, at + 2 * L);
        d.add(0.0).mul(scale).intoArray(zs, at + 3 * L);
    }

    static void byOne(NonZeros w, int block, Matrix x, Matrix z, int i, int p, int end, boolean fresh, double scale) {
        double[] ws = w.matrix().data(), xs = x.data(), zs = z.data();
        int row = w.matrix().row(i), y = x.row(0) + p, width = x.columns(), at = z.row(i) + p;
        VectorMask<Double> inside = SPECIES.indexInRange(p, end);
        DoubleVector a = fresh ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, zs, at, inside);
        int[] list = w.columns();
        for (int t = w.first(i, block), last = w.end(i, block); t < last; t++) {
            int k = list[t];
            DoubleVector column = DoubleVector.fromArray(SPECIES, xs, y + k * width, inside);
            a = DoubleVector.broadcast(SPECIES, ws[row + k]).fma(column, a);
        }
        a.add(0.0).mul(scale).intoArray(zs, at, inside);
    }

    private static DoubleVector first(boolean fresh, double[] array, int at, int vector) {
        return fresh ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, array, at + vector * L);
    }
}
