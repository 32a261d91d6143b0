package downhill.insight;

import downhill.math.Kernels;
import downhill.math.Matrix;
import downhill.net.Backpropagation;
import downhill.net.Batch;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.Run;
import java.util.List;

/**
 * The cost of the training set at many spots of a plane, nothing dropped and without a penalty.
 *
 * <p>The first layer is linear in the spot: its weighted inputs at w + alpha u + beta v are X w + alpha X u + beta X v. So
 * three products serve all spots, and only the layers above are computed for each. At alpha = beta = 0 the bits are those of
 * the cost that a frame tells.
 */
final class Slice {
    /** A spot, and where its cost goes. */
    record Cell(int i, int j, double alpha, double beta) {}

    /** So many examples are passed through the network at once; it changes no result. */
    private static final int CHUNK = 64;

    private final Backpropagation passes;
    private final double[] inputs;
    private final double[] targets;
    private final PerParameter w;
    private final PerParameter u;
    private final PerParameter v;
    private final PerParameter moved;

    Slice(Run run, Plane plane) {
        Shape shape = run.network().shape();
        passes = run.passes();
        inputs = run.data().inputs();
        targets = run.data().targets();
        w = run.network().parameters();
        u = new PerParameter(shape, plane.u());
        v = new PerParameter(shape, plane.v());
        moved = new PerParameter(shape);
    }

    /**
     * Adds to each cell the costs of all examples, in order.
     *
     * @param costs [i][j], zero where there are cells
     * @param checkpoint asked between passes; it may throw to give up
     */
    void addCosts(List<Cell> cells, double[][] costs, Runnable checkpoint) {
        Shape shape = passes.shape();
        int count = targets.length / shape.outputs();
        int[] indices = new int[count];
        for (int e = 0; e < count; e++) {
            indices[e] = e;
        }
        for (int from = 0; from < count; from += CHUNK) {
            Batch batch = new Batch(shape, Math.min(CHUNK, count - from), false);
            batch.load(inputs, targets, indices, from);
            addChunk(batch, cells, costs, checkpoint);
        }
    }

    private void addChunk(Batch batch, List<Cell> cells, double[][] costs, Runnable checkpoint) {
        Matrix atW = weighed(w, batch);
        Matrix alongU = weighed(u, batch);
        Matrix alongV = weighed(v, batch);
        for (Cell cell : cells) {
            checkpoint.run();
            double[] z = batch.preActivations(0).data();
            combine(atW.data(), alongU.data(), alongV.data(), cell, z, 0, z.length);
            moveAbove(cell);
            passes.forwardAbove(moved, batch);
            double sum = costs[cell.i()][cell.j()];
            for (double cost : batch.costs()) {
                sum += cost;
            }
            costs[cell.i()][cell.j()] = sum;
        }
    }

    private Matrix weighed(PerParameter parameters, Batch batch) {
        Matrix z = Matrix.zeros(passes.shape().width(1), Kernels.width(batch.count()));
        passes.weighInputs(parameters, batch, z);
        return z;
    }

    /** The parameters of all layers above the first, at the cell's spot. */
    private void moveAbove(Cell cell) {
        Shape shape = passes.shape();
        int from = shape.weightsAt(1);
        combine(w.values(), u.values(), v.values(), cell, moved.values(), from, shape.weights());
        combine(w.values(), u.values(), v.values(), cell, moved.values(), shape.biasesAt(1), shape.parameters());
    }

    private static void combine(double[] w, double[] u, double[] v, Cell cell, double[] sum, int from, int to) {
        double alpha = cell.alpha();
        double beta = cell.beta();
        for (int i = from; i < to; i++) {
            sum[i] = Math.fma(beta, v[i], Math.fma(alpha, u[i], w[i]));
        }
    }
}
