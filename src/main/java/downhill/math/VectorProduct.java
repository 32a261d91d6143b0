package downhill.math;

/**
 * Matrix products cut into blocks for the caches and tiles for the registers. Each sum runs through its terms in order of k;
 * between blocks it rests in z.
 */
final class VectorProduct {
    /** Terms of a block: as many rows of x, four vectors wide, as stay in the nearest cache. */
    private static final int DEPTH = 56;

    /** Rows of a block: as many of z as stay there while x passes. */
    private static final int ROWS = 32;

    private static final int TALL = 4;
    private static final int STRIP = 4 * Lanes.COUNT;

    private VectorProduct() {}

    /** z[i][p] += sum over k of w[k][i] * x[k][p], rows from .. to-1. */
    static void addColumns(Matrix w, Matrix x, Matrix z, int from, int to) {
        for (int start = 0; start < x.rows(); start += DEPTH) {
            for (int i = from; i < to; i += ROWS) {
                columns(w, x, z, i, Math.min(i + ROWS, to), start, Math.min(start + DEPTH, x.rows()));
            }
        }
    }

    private static void columns(Matrix w, Matrix x, Matrix z, int first, int last, int start, int end) {
        int whole = first + (last - first) / TALL * TALL;
        int p = 0;
        for (; p + STRIP <= z.columns(); p += STRIP) {
            for (int i = first; i < whole; i += TALL) {
                ColumnTiles.fourByFour(w, x, z, i, p, start, end);
            }
            for (int i = whole; i < last; i++) {
                ColumnTiles.oneByFour(w, x, z, i, p, start, end);
            }
        }
        for (; p < z.columns(); p += Lanes.COUNT) {
            for (int i = first; i < whole; i += TALL) {
                ColumnTiles.fourByOne(w, x, z, i, p, start, end);
            }
            for (int i = whole; i < last; i++) {
                ColumnTiles.oneByOne(w, x, z, i, p, start, end);
            }
        }
    }

    /** z[i][p] = scale * sum over k of w[i][k] * x[k][p], rows from .. to-1. */
    static void ofRows(Matrix w, Matrix x, Matrix z, double scale, int from, int to) {
        for (int start = 0; start < x.rows(); start += DEPTH) {
            int end = Math.min(start + DEPTH, x.rows());
            for (int i = from; i < to; i += ROWS) {
                rows(w, x, z, i, Math.min(i + ROWS, to), start, end, end == x.rows() ? scale : 1);
            }
        }
    }

    private static void rows(Matrix w, Matrix x, Matrix z, int first, int last, int start, int end, double scale) {
        boolean fresh = start == 0;
        int whole = first + (last - first) / TALL * TALL;
        int p = 0;
        for (; p + STRIP <= z.columns(); p += STRIP) {
            for (int i = first; i < whole; i += TALL) {
                RowTiles.fourByFour(w, x, z, i, p, start, end, fresh, scale);
            }
            for (int i = whole; i < last; i++) {
                RowTiles.oneByFour(w, x, z, i, p, start, end, fresh, scale);
            }
        }
        for (; p < z.columns(); p += Lanes.COUNT) {
            for (int i = first; i < whole; i += TALL) {
                RowTiles.fourByOne(w, x, z, i, p, start, end, fresh, scale);
            }
            for (int i = whole; i < last; i++) {
                RowTiles.oneByOne(w, x, z, i, p, start, end, fresh, scale);
            }
        }
    }
}
