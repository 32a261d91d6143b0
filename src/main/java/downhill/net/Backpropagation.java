package downhill.net;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.math.Matrix;
import java.util.List;

/**
 * The forward pass and the backward pass of a fully connected network: all derivatives of the cost, from the last layer
 * back to the first, for about the price of two forward passes (Rumelhart, Hinton and Williams, 1986).
 *
 * <p>In the formulas W, b and z belong to one layer, a are the activations below it, y those above, d the targets, and a
 * column of each matrix is one example.
 */
public final class Backpropagation {
    private final Shape shape;
    private final List<Activation> activations;
    private final LastLayer lastLayer;
    private final Kernels kernels;

    /** The passes through networks shaped like this one. */
    public Backpropagation(Network network, Cost cost, Dataset.Task task, Kernels kernels) {
        this.shape = network.shape();
        this.activations = network.activations();
        this.lastLayer = new LastLayer(cost, activations.getLast(), task);
        this.kernels = kernels;
    }

    /** The shape of the networks. */
    public Shape shape() {
        return shape;
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

    /** Forward from the first layer's weighted inputs on, which stand in the batch already. */
    public void forwardAbove(PerParameter parameters, Batch batch) {
        for (int l = 0; l < shape.depth(); l++) {
            if (l > 0) {
                weigh(parameters, batch, l, batch.preActivations(l));
            }
            activate(l, batch.preActivations(l), batch.values(l + 1));
            if (batch.isMasked() && l < shape.depth() - 1) {
                product(batch.values(l + 1), batch.masks(l), batch.activations(l + 1));
            }
        }
        int top = shape.depth() - 1;
        lastLayer.costs(batch.preActivations(top), batch.activations(top + 1), batch.targets(), batch.costs());
    }

    private void weigh(PerParameter parameters, Batch batch, int l, Matrix z) {
        kernels.affine(parameters.weights(l), parameters.biases(l), batch.activations(l), z, 0, shape.width(l + 1));
    }

    /**
     * Backward, after forward: delta = dC/dz; dC/dW = delta a^T and dC/db = delta, summed over the examples; and one layer
     * down delta = (W^T delta) f'(z).
     *
     * @param scale a factor of all gradients: 1 for the sum over the examples, 1/n for their mean
     * @param gradient the result, overwritten
     */
    public void backward(PerParameter parameters, Batch batch, double scale, PerParameter gradient) {
        lastDeltas(batch);
        for (int l = shape.depth() - 1; l >= 0; l--) {
            Matrix delta = batch.deltas(l);
            if (l > 0) {
                kernels.transpose(batch.activations(l), batch.rows(l));
            }
            kernels.weightGradients(
                    delta, batch.rows(l), batch.count(), scale, gradient.weights(l), 0, shape.width(l + 1));
            kernels.biasGradients(delta, batch.count(), scale, gradient.biases(l), 0, shape.width(l + 1));
            if (l > 0) {
                deltasBelow(parameters, batch, l);
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

    /** From the deltas of layer l+1 to those of layer l. */
    private void deltasBelow(PerParameter parameters, Batch batch, int l) {
        Matrix below = batch.deltas(l - 1);
        kernels.back(parameters.weights(l), batch.deltas(l), below, 0, shape.width(l));
        if (batch.isMasked()) {
            product(below, batch.masks(l - 1), below);
        }
        var curve = activations.get(l - 1).curve().orElseThrow();
        kernels.applySlope(curve, batch.preActivations(l - 1), batch.values(l), below, below, 0, shape.width(l));
    }

    private void activate(int l, Matrix z, Matrix y) {
        Activation activation = activations.get(l);
        if (activation instanceof Activation.Softmax) {
            kernels.softmax(z, y);
        } else {
            kernels.apply(activation.curve().orElseThrow(), z, y, 0, shape.width(l + 1));
        }
    }

    private static void product(Matrix a, Matrix b, Matrix result) {
        for (int i = 0; i < a.rows() * a.columns(); i++) {
            result.data()[i] = a.data()[i] * b.data()[i];
        }
    }
}
