package downhill.net;

import downhill.math.Matrix;

/**
 * One example's forward and backward pass through a network.
 *
 * @param preActivations [l][j], of neuron j of layer l+1
 * @param activations [l][j], of neuron j of layer l; layer 0 is the input
 * @param deltas [l][j], the derivative of this example's own cost by the pre-activation of neuron j of layer l+1
 * @param kept [l][j], the factor by which dropout multiplied the activation of neuron j of hidden layer l+1, 0 or 1 / (1 - rate);
 * no layers where nothing can be dropped
 * @param cost this example's own
 */
@SuppressWarnings("ArrayRecordComponent")
public record ExamplePass(
        double[][] preActivations, double[][] activations, double[][] deltas, double[][] kept, double cost) {
    /** The derivative of this example's own cost by the weight from neuron k of layer l to neuron j of layer l+1. */
    public double weightGradient(int l, int j, int k) {
        return deltas[l][j] * activations[l][k];
    }

    /** A copy of what one of a batch's examples makes of the network, after both passes. */
    public static ExamplePass of(Batch batch, int depth, int column) {
        double[][] preActivations = new double[depth][];
        double[][] activations = new double[depth + 1][];
        double[][] deltas = new double[depth][];
        for (int l = 0; l < depth; l++) {
            preActivations[l] = column(batch.preActivations(l), column);
            activations[l] = column(batch.activations(l), column);
            deltas[l] = column(batch.deltas(l), column);
        }
        activations[depth] = column(batch.activations(depth), column);
        double[][] kept = new double[batch.isMasked() ? depth - 1 : 0][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = column(batch.masks(l), column);
        }
        return new ExamplePass(preActivations, activations, deltas, kept, batch.costs()[column]);
    }

    private static double[] column(Matrix matrix, int p) {
        double[] column = new double[matrix.rows()];
        for (int j = 0; j < column.length; j++) {
            column[j] = matrix.get(j, p);
        }
        return column;
    }
}
