package downhill.math;

/**
 * Matrix products in loops that a compiler can turn into vectors by itself: it does so where all arrays are read and written at
 * one and the same index, so strips of the factors are copied to where that is so. Room for one thread.
 */
final class PlainProduct {
    private static final int DEPTH = 64;
    private static final int STRIP = 64;

    private final double[] sums = new double[STRIP];
    private final double[][] rows = new double[DEPTH][STRIP];

    /** z[i][p] += sum over k of w[k][i] * x[k][p], rows from .. to-1. */
    void addColumns(Matrix w, Matrix x, Matrix z, int from, int to) {
        for (int start = 0; start < x.rows(); start += DEPTH) {
            int count = Math.min(DEPTH, x.rows() - start);
            for (int p = 0; p < z.columns(); p += STRIP) {
                int width = Math.min(STRIP, z.columns() - p);
                load(x, start, count, p, width);
                for (int i = from; i < to; i++) {
                    System.arraycopy(z.data(), z.row(i) + p, sums, 0, width);
                    add(w.data(), w.row(start) + i, w.columns(), count, width);
                    store(z, i, p, width, 1);
                }
            }
        }
    }

    /** z[i][p] += sum over k of w[i][k] * x[k][p], columns from .. to-1. */
    void addRows(Matrix w, Matrix x, Matrix z, int from, int to) {
        for (int start = 0; start < x.rows(); start += DEPTH) {
            int count = Math.min(DEPTH, x.rows() - start);
            for (int p = from; p < to; p += STRIP) {
                int width = Math.min(STRIP, to - p);
                load(x, start, count, p, width);
                for (int i = 0; i < z.rows(); i++) {
                    System.arraycopy(z.data(), z.row(i) + p, sums, 0, width);
                    add(w.data(), w.row(i) + start, 1, count, width);
                    store(z, i, p, width, 1);
                }
            }
        }
    }

    /** z[i][p] = scale * sum over k of w[i][k] * x[k][p], rows from .. to-1. */
    void ofRows(Matrix w, Matrix x, Matrix z, double scale, int from, int to) {
        for (int start = 0; start < x.rows(); start += DEPTH) {
            int count = Math.min(DEPTH, x.rows() - start);
            boolean isLast = start + count == x.rows();
            for (int p = 0; p < z.columns(); p += STRIP) {
                int width = Math.min(STRIP, z.columns() - p);
                load(x, start, count, p, width);
                for (int i = from; i < to; i++) {
                    begin(z, i, p, width, start == 0);
                    add(w.data(), w.row(i) + start, 1, count, width);
                    store(z, i, p, width, isLast ? scale : 1);
                }
            }
        }
    }

    private void load(Matrix x, int start, int count, int p, int width) {
        for (int k = 0; k < count; k++) {
            System.arraycopy(x.data(), x.row(start + k) + p, rows[k], 0, width);
        }
    }

    private void begin(Matrix z, int i, int p, int width, boolean isFirst) {
        if (isFirst) {
            java.util.Arrays.fill(sums, 0, width, 0);
        } else {
            System.arraycopy(z.data(), z.row(i) + p, sums, 0, width);
        }
    }

    private void store(Matrix z, int i, int p, int width, double scale) {
        double[] zs = z.data();
        int at = z.row(i) + p;
        for (int c = 0; c < width; c++) {
            zs[at + c] = (sums[c] + 0.0) * scale;
        }
    }

    /** Adds the loaded rows to the sums, row k times the weight at first + k * step. */
    private void add(double[] weights, int first, int step, int count, int width) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            int at = first + k * step;
            fourRows(
                    sums,
                    rows[k],
                    rows[k + 1],
                    rows[k + 2],
                    rows[k + 3],
                    weights[at],
                    weights[at + step],
                    weights[at + 2 * step],
                    weights[at + 3 * step],
                    width);
        }
        for (; k < count; k++) {
            oneRow(sums, rows[k], weights[first + k * step], width);
        }
    }

    private static void fourRows(
            double[] sums,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double u,
            double v,
            double w,
            double x,
            int width) {
        for (int i = 0; i < width; i++) {
            sums[i] = Math.fma(x, d[i], Math.fma(w, c[i], Math.fma(v, b[i], Math.fma(u, a[i], sums[i]))));
        }
    }

    private static void oneRow(double[] sums, double[] row, double weight, int width) {
        for (int i = 0; i < width; i++) {
            sums[i] = Math.fma(weight, row[i], sums[i]);
        }
    }
}
