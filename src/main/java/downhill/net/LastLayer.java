package downhill.net;

import downhill.data.Dataset;
import downhill.math.Curve;
import downhill.math.Elementary;
import downhill.math.Matrix;
import downhill.net.activation.Activation;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cost as the last layer sees it: one number for each example, and its derivative by the layer's pre-activations.
 *
 * <p>Cross-entropy is computed from the pre-activations, never as the logarithm of an activation that has become 0; its
 * delta is y - d with sigmoid and with softmax outputs alike.
 */
final class LastLayer {
    private final Cost cost;
    /** The layer's curve; a softmax has none. */
    private final Optional<Curve> curve;

    private final DeadZone zone;

    /** The end of a network, for targets of this task. */
    LastLayer(Cost cost, Activation activation, Dataset.Task task) {
        this.cost = cost;
        this.curve = activation.curve();
        this.zone = DeadZone.of(cost, task);
    }

    /** Fills in the cost of each of a batch's examples, which has been passed forward. */
    void costs(Batch batch) {
        Matrix z = batch.lastPreActivations();
        Matrix y = batch.outputs();
        Matrix d = batch.targets();
        double[] costs = batch.costs();
        Arrays.fill(costs, 0);
        switch (cost) {
            case Cost.HalfSquaredError c -> halfSquares(y, d, costs);
            case Cost.MeanSquaredError c -> meanSquares(y, d, costs);
            case Cost.CrossEntropy c when isSoftmax() -> categoricalEntropies(z, d, batch.totals(), costs);
            case Cost.CrossEntropy c -> binaryEntropies(z, d, costs);
        }
    }

    /**
     * The derivative of each example's cost by the layer's pre-activations.
     *
     * @param delta [outputs][columns], the result
     */
    void deltas(Matrix z, Matrix y, Matrix d, Matrix delta) {
        switch (cost) {
            case Cost.HalfSquaredError c -> through(z, y, errors(y, d, delta));
            case Cost.MeanSquaredError c -> through(z, y, scaled(errors(y, d, delta), 2.0 / y.rows()));
            case Cost.CrossEntropy c -> errors(y, d, delta);
        }
    }

    private boolean isSoftmax() {
        return curve.isEmpty();
    }

    private Matrix errors(Matrix y, Matrix d, Matrix errors) {
        for (int j = 0; j < y.rows(); j++) {
            for (int p = 0; p < y.columns(); p++) {
                errors.set(j, p, zone.error(y.get(j, p), d.get(j, p)));
            }
        }
        return errors;
    }

    private void halfSquares(Matrix y, Matrix d, double[] costs) {
        for (int j = 0; j < y.rows(); j++) {
            for (int p = 0; p < costs.length; p++) {
                double error = zone.error(y.get(j, p), d.get(j, p));
                costs[p] += error * error / 2;
            }
        }
    }

    private void meanSquares(Matrix y, Matrix d, double[] costs) {
        for (int j = 0; j < y.rows(); j++) {
            for (int p = 0; p < costs.length; p++) {
                double error = y.get(j, p) - d.get(j, p);
                costs[p] += error * error;
            }
        }
        for (int p = 0; p < costs.length; p++) {
            costs[p] /= y.rows();
        }
    }

    /** -(d ln y + (1-d) ln(1-y)) with y = 1/(1+e^-z), which is softplus(z) - d z. */
    private static void binaryEntropies(Matrix z, Matrix d, double[] costs) {
        for (int j = 0; j < z.rows(); j++) {
            for (int p = 0; p < costs.length; p++) {
                costs[p] += softplusLess(z.get(j, p), d.get(j, p));
            }
        }
    }

    /** softplus(z) - d z = softplus(-|z|) + max(z, 0) - d z, without a difference of large numbers. */
    private static double softplusLess(double z, double d) {
        return Elementary.softplus(-Math.abs(z)) + (z > 0 ? (1 - d) * z : -d * z);
    }

    /**
     * -sum of d ln y with y the softmax of z, which is the sum of d (ln sum e^(z - m) - (z - m)), m the largest z; the d sum to 1.
     */
    private static void categoricalEntropies(Matrix z, Matrix d, Matrix totals, double[] costs) {
        double[] t = totals.data();
        int largest = totals.row(0);
        int logarithms = totals.row(1);
        for (int j = 0; j < z.rows(); j++) {
            double[] zs = z.data();
            double[] ds = d.data();
            int row = z.row(j);
            int wanted = d.row(j);
            for (int p = 0; p < costs.length; p++) {
                costs[p] += ds[wanted + p] * (t[logarithms + p] - (zs[row + p] - t[largest + p]));
            }
        }
    }

    private static Matrix scaled(Matrix matrix, double factor) {
        for (int i = 0; i < matrix.rows() * matrix.columns(); i++) {
            matrix.data()[i] *= factor;
        }
        return matrix;
    }

    /** Turns derivatives by activations into derivatives by pre-activations, in place. */
    private void through(Matrix z, Matrix y, Matrix d) {
        if (isSoftmax()) {
            throughSoftmax(y, d);
            return;
        }
        Curve f = curve.orElseThrow();
        for (int j = 0; j < y.rows(); j++) {
            for (int p = 0; p < y.columns(); p++) {
                d.set(j, p, d.get(j, p) * f.slope(z.get(j, p), y.get(j, p)));
            }
        }
    }

    /** dC/dz_j = y_j (dC/dy_j - sum over i of y_i dC/dy_i): each output feels every z of its layer. */
    private static void throughSoftmax(Matrix y, Matrix d) {
        for (int p = 0; p < y.columns(); p++) {
            double mean = 0;
            for (int i = 0; i < y.rows(); i++) {
                mean += y.get(i, p) * d.get(i, p);
            }
            for (int j = 0; j < y.rows(); j++) {
                d.set(j, p, y.get(j, p) * (d.get(j, p) - mean));
            }
        }
    }
}
