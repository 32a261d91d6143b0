package downhill.math;

/**
 * Matrix products cut into blocks for the caches and tiles for the registers. Each sum runs through its terms in order of k;
 * between blocks it rests in z.
 */
final class VectorProduct {
    /** Terms of a block: as many rows of x, four vectors wide, as stay in the nearest cache. */
    private static final int DEPTH = 112;

    /** Rows of a block: as many of z as stay there while x passes. */
    private static final int ROWS = 16;

    private static final int TALL = 4;
    private static final int STRIP = 4 * Lanes.COUNT;

    private VectorProduct() {}

    /** z[i][p] += sum over k of w[i][k] * x[k][p], rows from .. to-1. */
    static void add(Matrix w, Matrix x, Matrix z, int from, int to) {
        product(false, w, x, z, w.columns(), from, to, false, 1);
    }

    /** z[i][p] = scale * sum over k < depth of w[i][k] * x[k][p], rows from .. to-1. */
    static void ofRows(Matrix w, Matrix x, Matrix z, int depth, double scale, int from, int to) {
        product(false, w, x, z, depth, from, to, true, scale);
    }

    /** z[i][p] = sum over k of w[k][i] * x[k][p], rows from .. to-1. */
    static void ofColumns(Matrix w, Matrix x, Matrix z, int from, int to) {
        product(true, w, x, z, w.rows(), from, to, true, 1);
    }

    private static void product(
            boolean turned, Matrix w, Matrix x, Matrix z, int depth, int from, int to, boolean fresh, double scale) {
        for (int start = 0; start < depth; start += DEPTH) {
            int end = Math.min(start + DEPTH, depth);
            for (int i = from; i < to; i += ROWS) {
                int last = Math.min(i + ROWS, to);
                rows(turned, w, x, z, i, last, start, end, fresh && start == 0, end == depth ? scale : 1);
            }
        }
    }

    private static void rows(
            boolean turned,
            Matrix w,
            Matrix x,
            Matrix z,
            int first,
            int last,
            int start,
            int end,
            boolean fresh,
            double scale) {
        int p = 0;
        for (; p + STRIP <= z.columns(); p += STRIP) {
            int i = first;
            for (; i + TALL <= last; i += TALL) {
                if (turned) {
                    ColumnTiles.fourByFour(w, x, z, i, p, start, end, fresh, scale);
                } else {
                    RowTiles.fourByFour(w, x, z, i, p, start, end, fresh, scale);
                }
            }
            for (; i < last; i++) {
                if (turned) {
                    ColumnTiles.oneByFour(w, x, z, i, p, start, end, fresh, scale);
                } else {
                    RowTiles.oneByFour(w, x, z, i, p, start, end, fresh, scale);
                }
            }
        }
        for (; p < z.columns(); p += Lanes.COUNT) {
            int i = first;
            for (; i + TALL <= last; i += TALL) {
                if (turned) {
                    ColumnTiles.fourByOne(w, x, z, i, p, start, end, fresh, scale);
                } else {
                    RowTiles.fourByOne(w, x, z, i, p, start, end, fresh, scale);
                }
            }
            for (; i < last; i++) {
                if (turned) {
                    ColumnTiles.oneByOne(w, x, z, i, p, start, end, fresh, scale);
                } else {
                    RowTiles.oneByOne(w, x, z, i, p, start, end, fresh, scale);
                }
            }
        }
    }
}
