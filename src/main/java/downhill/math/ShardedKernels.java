package downhill.math;

import java.util.function.IntConsumer;

/** Kernels that cut the rows of a large result into parts and let other kernels work on them, each row as it would be anyway. */
public final class ShardedKernels implements Kernels {
    /** A result of fewer multiply-adds than this is not worth cutting. */
    private static final long WORTH_CUTTING = 1 << 18;

    /** The cost of an elementary function, in multiply-adds. */
    private static final long CURVE = 16;

    /** Rows of a part are a multiple of this, so that tiles of rows stay whole. */
    private static final int TILE = 16;

    private final Kernels kernels;
    private final Shards shards;

    public ShardedKernels(Kernels kernels, Shards shards) {
        this.kernels = kernels;
        this.shards = shards;
    }

    /** The first row of a part; that of the part after the last is the number of rows. */
    public static int firstRow(int part, int rows) {
        int tiles = (rows + TILE - 1) / TILE;
        return Math.min(rows, (int) ((long) tiles * part / Shards.COUNT) * TILE);
    }

    /** Runs work on rows from .. to-1, in parts if there is enough of it. */
    private void cut(int from, int to, long workPerRow, Rows work) {
        if ((to - from) * workPerRow < WORTH_CUTTING) {
            work.run(from, to);
            return;
        }
        IntConsumer part = p -> {
            int first = from + firstRow(p, to - from);
            int last = from + firstRow(p + 1, to - from);
            if (first < last) {
                work.run(first, last);
            }
        };
        shards.run(part);
    }

    private interface Rows {
        void run(int from, int to);
    }

    @Override
    public void affine(Matrix weights, Matrix biases, Matrix a, Matrix z, int from, int to) {
        long work = (long) weights.rows() * a.columns();
        cut(from, to, work, (first, last) -> kernels.affine(weights, biases, a, z, first, last));
    }

    @Override
    public void affine(Matrix weights, Matrix biases, NonZeros examples, Matrix z, int from, int to) {
        long work = examples.count();
        cut(from, to, work, (first, last) -> kernels.affine(weights, biases, examples, z, first, last));
    }

    @Override
    public void back(Matrix weights, Matrix delta, Matrix d, int from, int to) {
        long work = (long) weights.columns() * d.columns();
        cut(from, to, work, (first, last) -> kernels.back(weights, delta, d, first, last));
    }

    @Override
    public void weightGradients(Matrix a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        long work = (long) deltas.rows() * deltas.columns();
        cut(from, to, work, (first, last) -> kernels.weightGradients(a, deltas, scale, gradients, first, last));
    }

    @Override
    public void weightGradients(NonZeros a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        long work = (long) deltas.rows() * deltas.columns();
        cut(from, to, work, (first, last) -> kernels.weightGradients(a, deltas, scale, gradients, first, last));
    }

    @Override
    public void biasGradients(Matrix delta, int batch, double scale, Matrix gradients, int from, int to) {
        kernels.biasGradients(delta, batch, scale, gradients, from, to);
    }

    @Override
    public void apply(Curve f, Matrix z, Matrix a, int from, int to) {
        cut(from, to, CURVE * z.columns(), (first, last) -> kernels.apply(f, z, a, first, last));
    }

    @Override
    public void applySlope(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to) {
        cut(from, to, CURVE * z.columns(), (first, last) -> kernels.applySlope(f, z, a, d, delta, first, last));
    }

    @Override
    public void softmax(Matrix z, Matrix a, Matrix totals) {
        kernels.softmax(z, a, totals);
    }

    @Override
    public void exp(double[] x, double[] result, int from, int to) {
        kernels.exp(x, result, from, to);
    }

    @Override
    public double add(double[] w, double[] u, double[] sum, int from, int to) {
        return kernels.add(w, u, sum, from, to);
    }

    @Override
    public void descend(double[] w, double[] g, double rate, int from, int to) {
        kernels.descend(w, g, rate, from, to);
    }

    @Override
    public double largest(double[] g, int from, int to) {
        return kernels.largest(g, from, to);
    }
}
