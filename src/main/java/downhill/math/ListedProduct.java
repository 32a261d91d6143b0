package downhill.math;

/**
 * Matrix products whose first factor is mostly zero: one row of it at a time, by strips of the other factor narrow and short
 * enough to stay in the nearest cache for all rows.
 */
final class ListedProduct {
    private static final int STRIP = 8 * Lanes.COUNT;
    private static final int HALF = 4 * Lanes.COUNT;

    /** The count of numbers, 16 KiB, that share the nearest cache with a row of the result. */
    private static final int CACHED = 2048;

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

    /** z[i][p] = scale * sum over k of w[i][k] * x[k][p], rows from .. to-1 but those of w that are all zero. */
    static void of(NonZeros w, Matrix x, Matrix z, double scale, int from, int to) {
        // x fits into the nearest cache as it is: z is better written row by row
        int strip = x.rows() * x.columns() <= CACHED ? z.columns() : STRIP;
        int last = w.blocks() - 1;
        for (int block = 0; block <= last; block++) {
            for (int p = 0; p < z.columns(); p += strip) {
                for (int i = from; i < to; i++) {
                    if (!w.isEmpty(i)) {
                        row(w, block, x, z, i, p, Math.min(p + strip, z.columns()), block == last ? scale : 1);
                    }
                }
            }
        }
    }

    /** The columns from .. to-1 of one row of z, for one block of k. */
    private static void row(NonZeros w, int block, Matrix x, Matrix z, int i, int from, int to, double scale) {
        int p = from;
        for (; p + STRIP <= to; p += STRIP) {
            ListedTiles.byEight(w, block, x, z, i, p, block == 0, scale);
        }
        for (; p + HALF <= to; p += HALF) {
            ListedTiles.byFour(w, block, x, z, i, p, block == 0, scale);
        }
        for (; p < to; p += Lanes.COUNT) {
            ListedTiles.byOne(w, block, x, z, i, p, to, block == 0, scale);
        }
    }
}
