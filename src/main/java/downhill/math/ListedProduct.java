package downhill.math;

/**
 * Matrix products whose first factor is mostly zero: one row of it at a time, by strips of the other factor narrow and short
 * enough to stay in the nearest cache for all rows.
 */
final class ListedProduct {
    private static final int STRIP = 8 * Lanes.COUNT;
    private static final int HALF = 4 * Lanes.COUNT;

    private ListedProduct() {}

    /** z[i][p] += sum over k of w[i][k] * x[k][p], columns from .. to-1. */
    static void add(NonZeros w, Matrix x, Matrix z, int from, int to) {
        int p = from;
        for (; p + STRIP <= to; p += STRIP) {
            for (int block = 0; block < w.blocks(); block++) {
                for (int i = 0; i < z.rows(); i++) {
                    ListedTiles.byEight(w, block, x, z, i, p, false, 1);
                }
            }
        }
        for (; p + HALF <= to; p += HALF) {
            for (int block = 0; block < w.blocks(); block++) {
                for (int i = 0; i < z.rows(); i++) {
                    ListedTiles.byFour(w, block, x, z, i, p, false, 1);
                }
            }
        }
        for (; p < to; p += Lanes.COUNT) {
            for (int block = 0; block < w.blocks(); block++) {
                for (int i = 0; i < z.rows(); i++) {
                    ListedTiles.byOne(w, block, x, z, i, p, to, false, 1);
                }
            }
        }
    }

    /** z[i][p] = scale * sum over k of w[i][k] * x[k][p], rows from .. to-1. */
    static void of(NonZeros w, Matrix x, Matrix z, double scale, int from, int to) {
        int last = w.blocks() - 1;
        for (int block = 0; block <= last; block++) {
            double factor = block == last ? scale : 1;
            int p = 0;
            for (; p + STRIP <= z.columns(); p += STRIP) {
                for (int i = from; i < to; i++) {
                    ListedTiles.byEight(w, block, x, z, i, p, block == 0, factor);
                }
            }
            for (; p + HALF <= z.columns(); p += HALF) {
                for (int i = from; i < to; i++) {
                    ListedTiles.byFour(w, block, x, z, i, p, block == 0, factor);
                }
            }
            for (; p < z.columns(); p += Lanes.COUNT) {
                for (int i = from; i < to; i++) {
                    ListedTiles.byOne(w, block, x, z, i, p, z.columns(), block == 0, factor);
                }
            }
        }
    }
}
