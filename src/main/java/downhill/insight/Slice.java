package downhill.insight;

import downhill.math.Kernels;
import downhill.math.Matrix;
import downhill.math.Shards;
import downhill.math.Watch;
import downhill.net.Backpropagation;
import downhill.net.Batch;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The cost of the training set at many spots of a plane, nothing dropped and without a penalty.
 *
 * <p>The first layer is linear in the spot: its weighted inputs at w + alpha u + beta v are X w + alpha X u + beta X v. So
 * three products serve all spots, and only the layers above are computed for each; {@link Powers} spare most of the first
 * layer's exponentials too. At alpha = beta = 0 the bits are those of the cost in a frame.
 */
final class Slice {
    /** A spot, and where its cost goes. */
    record Cell(int i, int j, double alpha, double beta) {
        boolean isMiddle() {
            return alpha == 0 && beta == 0;
        }
    }

    /** The number of examples that pass through the network at once; it changes no result. */
    private static final int CHUNK = 64;

    private final Backpropagation passes;
    private final double[] inputs;
    private final double[] targets;
    private final PerParameter w;
    private final PerParameter u;
    private final PerParameter v;
    private final Shards shards;

    /** The first layer's weighted inputs of a chunk: at the step itself, and their changes along both directions. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sheets(int from, int count, double[] atW, double[] alongU, double[] alongV) {}

    Slice(Run run, SlicePlane plane, Shards shards) {
        Shape shape = run.network().shape();
        passes = run.passes();
        inputs = run.data().inputs();
        targets = run.data().targets();
        w = run.network().parameters();
        u = new PerParameter(shape, plane.u());
        v = new PerParameter(shape, plane.v());
        this.shards = shards;
    }

    /**
     * Adds to each cell the costs of all examples, in order.
     *
     * @param costs [i][j], zero where there are cells
     * @param watch asked between passes; it may throw to give up
     */
    void addCosts(List<Cell> cells, double[][] costs, Watch watch) {
        int count = targets.length / passes.shape().outputs();
        double passesOfCells = (double) cells.size() * Math.ceilDiv(count, CHUNK);
        var passed = new AtomicInteger();
        Runnable checkpoint = () -> {
            watch.run();
            watch.done(passed.getAndIncrement() / passesOfCells);
        };
        for (int from = 0; from < count; from += CHUNK) {
            Batch batch = batch(from, Math.min(CHUNK, count - from));
            var sheets = new Sheets(from, batch.count(), weighed(w, batch), weighed(u, batch), weighed(v, batch));
            Optional<Powers> powers = powers(sheets, cells);
            if (shards.isWorthwhile() && cells.size() > Shards.COUNT) {
                shards.run(part -> addChunk(
                        batch(sheets.from, sheets.count), sheets, powers, part(cells, part), costs, checkpoint));
            } else {
                addChunk(batch, sheets, powers, cells, costs, checkpoint);
            }
        }
    }

    private Optional<Powers> powers(Sheets sheets, List<Cell> cells) {
        return passes.firstHiddenCurve()
                .flatMap(curve -> Powers.of(passes.kernels(), curve, sheets.atW, sheets.alongU, sheets.alongV, cells));
    }

    private static List<Cell> part(List<Cell> cells, int part) {
        return cells.subList(cells.size() * part / Shards.COUNT, cells.size() * (part + 1) / Shards.COUNT);
    }

    private Batch batch(int from, int count) {
        Batch batch = new Batch(passes.shape(), count, false);
        batch.load(inputs, targets, IntStream.range(from, from + count).toArray(), 0);
        return batch;
    }

    private void addChunk(
            Batch batch,
            Sheets sheets,
            Optional<Powers> powers,
            List<Cell> cells,
            double[][] costs,
            Runnable checkpoint) {
        PerParameter moved = new PerParameter(passes.shape());
        Optional<Powers.Walker> walker = powers.map(p -> p.new Walker());
        for (Cell cell : cells) {
            checkpoint.run();
            moveAbove(cell, moved);
            if (walker.isPresent() && !cell.isMiddle()) {
                walker.get().activations(cell, batch.activations(1).data());
                passes.forwardAboveFirst(moved, batch);
            } else {
                double[] z = batch.preActivations(0).data();
                combine(sheets.atW, sheets.alongU, sheets.alongV, cell, z, 0, z.length);
                passes.forwardAbove(moved, batch);
            }
            double sum = costs[cell.i()][cell.j()];
            for (double cost : batch.costs()) {
                sum += cost;
            }
            costs[cell.i()][cell.j()] = sum;
        }
    }

    private double[] weighed(PerParameter parameters, Batch batch) {
        Matrix z = Matrix.zeros(passes.shape().width(1), Kernels.width(batch.count()));
        passes.weighInputs(parameters, batch, z);
        return z.data();
    }

    /** The parameters of all layers above the first, at the cell's spot. */
    private void moveAbove(Cell cell, PerParameter moved) {
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
