package downhill.net;

import downhill.data.Dataset;
import downhill.math.Curve;
import downhill.math.Kernels;
import downhill.math.Matrix;
import downhill.math.NonZeros;
import downhill.math.ShardedKernels;
import downhill.math.Shards;
import downhill.net.activation.Activation;
import java.util.List;
import java.util.Optional;

/**
 * The forward pass and the backward pass of a fully connected network: all derivatives of the cost, from the last layer
 * back to the first, for about the price of two forward passes (Rumelhart, Hinton and Williams, 1986).
 *
 * <p>In the formulas W, b and z belong to one layer, a are the activations below it, y those above, d the targets, and a
 * column of each matrix is one example.
 */
public final class Backpropagation {
    /** The approximate number of a gradient's numbers that are finished at once: they and their kin fit into a processor's second cache. */
    private static final int BLOCK = 1 << 13;

    /** Rows of a block are a multiple of this, so that the kernels' tiles stay whole. */
    private static final int TILE = 16;

    /** A gradient of fewer multiply-adds than this is not worth sharing between threads. */
    private static final long WORTH_SHARING = 1 << 18;

    private final Shape shape;
    /** The curve of each layer after the input; a softmax layer has none. */
    private final List<Optional<Curve>> curves;

    private final LastLayer lastLayer;
    private final Kernels kernels;
    private final Shards shards;

    /** The passes through networks shaped like this one. */
    public Backpropagation(Network network, Cost cost, Dataset.Task task, Kernels kernels, Shards shards) {
        this.shape = network.shape();
        this.curves = network.activations().stream().map(Activation::curve).toList();
        this.lastLayer = new LastLayer(cost, network.activations().getLast(), task);
        this.kernels = shards.isWorthwhile() ? new ShardedKernels(kernels, shards) : kernels;
        this.shards = shards;
    }

    /** The shape of the networks. */
    public Shape shape() {
        return shape;
    }

    /** The kernels that compute the layers. */
    public Kernels kernels() {
        return kernels;
    }

    /** The curve of the layer after the input, unless it is the last one. */
    public Optional<Curve> firstHiddenCurve() {
        return shape.depth() > 1 ? curves.getFirst() : Optional.empty();
    }

    /** Forward: z = W a + b, y = f(z), layer after layer; then each example's cost. */
    public void forward(PerParameter parameters, Batch batch) {
        weigh(parameters, batch, 0, batch.preActivations(0));
        forwardAbove(parameters, batch);
    }

    /**
     * The weighted inputs z = W a + b of the first layer alone, which are linear in the parameters: those of w + s u are those
     * of w and s times those of u.
     *
     * @param z the result, a matrix like the batch's own preActivations(0)
     */
    public void weighInputs(PerParameter parameters, Batch batch, Matrix z) {
        weigh(parameters, batch, 0, z);
    }

    /** Goes forward from the first layer's weighted inputs, which the batch already has. */
    public void forwardAbove(PerParameter parameters, Batch batch) {
        fire(0, batch);
        forwardAboveFirst(parameters, batch);
    }

    /** Goes forward from the first layer's activations, which the batch already has; it must not be the last layer. */
    public void forwardAboveFirst(PerParameter parameters, Batch batch) {
        for (int l = 1; l < shape.depth(); l++) {
            weigh(parameters, batch, l, batch.preActivations(l));
            fire(l, batch);
        }
        lastLayer.costs(batch);
    }

    private void fire(int l, Batch batch) {
        activate(l, batch);
        if (batch.isMasked() && l < shape.depth() - 1) {
            product(batch.values(l + 1), batch.masks(l), batch.activations(l + 1));
        }
    }

    private void weigh(PerParameter parameters, Batch batch, int l, Matrix z) {
        Matrix weights = parameters.weights(l);
        Matrix biases = parameters.biases(l);
        if (l == 0 && batch.areInputsListed()) {
            kernels.affine(weights, biases, batch.inputs(), batch.byExample(1), 0, shape.width(1));
            batch.byExample(1).transposeTo(z);
        } else {
            kernels.affine(weights, biases, batch.activations(l), z, 0, shape.width(l + 1));
        }
    }

    /**
     * Backward, after forward: delta = dC/dz; dC/dW = delta a^T and dC/db = delta, summed over the examples; and one layer
     * down delta = (W^T delta) f'(z).
     *
     * @param scale a factor of all gradients: 1 for the sum over the examples, 1/n for their mean
     * @param gradient the result, overwritten
     * @param finished receives the parts of the gradient as they become complete
     */
    public void backward(PerParameter parameters, Batch batch, double scale, PerParameter gradient, Finished finished) {
        lastDeltas(batch);
        for (int l = shape.depth() - 1; l >= 0; l--) {
            batch.deltas(l).transposeTo(batch.byExample(l + 1));
            kernels.biasGradients(batch.deltas(l), batch.count(), scale, gradient.biases(l), 0, shape.width(l + 1));
            weightGradients(batch, l, scale, gradient, finished);
            if (l > 0) {
                deltasBelow(parameters, batch, l);
            }
        }
        finished.range(0, isSmall() ? 0 : shape.weights(), shape.parameters());
    }

    /** Tests whether the gradient is finished in one piece. */
    private boolean isSmall() {
        return shape.parameters() <= BLOCK;
    }

    private void weightGradients(Batch batch, int l, double scale, PerParameter gradient, Finished finished) {
        int rows = shape.width(l);
        if (isSmall()) {
            weightGradients(batch, l, scale, gradient, 0, rows);
        } else if (!shards.isWorthwhile() || (long) rows * shape.width(l + 1) * batch.count() < WORTH_SHARING) {
            weightGradients(batch, l, scale, gradient, finished, 0, 0, rows);
        } else {
            shards.run(part -> weightGradients(
                    batch,
                    l,
                    scale,
                    gradient,
                    finished,
                    part,
                    ShardedKernels.firstRow(part, rows),
                    ShardedKernels.firstRow(part + 1, rows)));
        }
    }

    /** The weight gradients of a part's rows, block by block. */
    private void weightGradients(
            Batch batch, int l, double scale, PerParameter gradient, Finished finished, int part, int from, int to) {
        int block = Math.max(1, BLOCK / shape.width(l + 1) / TILE) * TILE;
        for (int k = from; k < to; k += block) {
            int end = Math.min(k + block, to);
            weightGradients(batch, l, scale, gradient, k, end);
            if (l == 0 && batch.areInputsListed()) {
                tellRuns(batch.features(), finished, part, k, end);
            } else {
                finished.range(part, shape.weight(l, 0, k), shape.weight(l, 0, end));
            }
        }
    }

    /** Tells which rows of the first layer's gradient are complete, and which of them are zero. */
    private void tellRuns(NonZeros features, Finished finished, int part, int from, int to) {
        for (int k = from, end; k < to; k = end) {
            end = features.endOfRun(k, to);
            if (features.isEmpty(k)) {
                finished.zeros(part, shape.weight(0, 0, k), shape.weight(0, 0, end));
            } else {
                finished.range(part, shape.weight(0, 0, k), shape.weight(0, 0, end));
            }
        }
    }

    /** The gradients of the weights that leave the neurons from .. to-1 of layer l. */
    private void weightGradients(Batch batch, int l, double scale, PerParameter gradient, int from, int to) {
        Matrix deltas = batch.byExample(l + 1);
        if (l == 0 && batch.areInputsListed()) {
            clearEmpty(batch.features(), gradient, from, to);
            kernels.weightGradients(batch.features(), deltas, scale, gradient.weights(0), from, to);
        } else {
            if (l == 0) {
                gradient.touchRows(from, to);
            }
            kernels.weightGradients(batch.activations(l), deltas, scale, gradient.weights(l), from, to);
        }
    }

    private static void clearEmpty(NonZeros features, PerParameter gradient, int from, int to) {
        for (int k = from, end; k < to; k = end) {
            end = features.endOfRun(k, to);
            if (features.isEmpty(k)) {
                gradient.clearRows(k, end);
            } else {
                gradient.touchRows(k, end);
            }
        }
    }

    /** The deltas alone, after forward: each example's own dC/dz in every layer. */
    public void deltas(PerParameter parameters, Batch batch) {
        lastDeltas(batch);
        for (int l = shape.depth() - 1; l > 0; l--) {
            deltasBelow(parameters, batch, l);
        }
    }

    private void lastDeltas(Batch batch) {
        int top = shape.depth() - 1;
        Matrix y = batch.activations(top + 1);
        lastLayer.deltas(batch.preActivations(top), y, batch.targets(), batch.deltas(top));
    }

    /** Computes the deltas of layer l from those of layer l+1. */
    void deltasBelow(PerParameter parameters, Batch batch, int l) {
        Matrix below = batch.deltas(l - 1);
        kernels.back(parameters.weights(l), batch.deltas(l), below, 0, shape.width(l));
        if (batch.isMasked()) {
            product(below, batch.masks(l - 1), below);
        }
        Curve curve = curves.get(l - 1).orElseThrow();
        kernels.applySlope(curve, batch.preActivations(l - 1), batch.values(l), below, below, 0, shape.width(l));
    }

    private void activate(int l, Batch batch) {
        Matrix z = batch.preActivations(l);
        Matrix y = batch.values(l + 1);
        if (curves.get(l).isPresent()) {
            kernels.apply(curves.get(l).get(), z, y, 0, shape.width(l + 1));
        } else {
            kernels.softmax(z, y, batch.totals());
        }
    }

    private static void product(Matrix a, Matrix b, Matrix result) {
        for (int i = 0; i < a.rows() * a.columns(); i++) {
            result.data()[i] = a.data()[i] * b.data()[i];
        }
    }
}
