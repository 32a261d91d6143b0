package downhill.bench;

import downhill.data.Dataset;
import downhill.train.step.Run;
import java.util.List;

/**
 * Backpropagation as one would first write it: one example after the other, plain loops, StrictMath, every quantity kept.
 * It begins with a run's own weights, so that both train the same network.
 */
final class Yardstick {
    private final List<Integer> layers;
    private final Dataset data;
    private final int batch;
    private final double rate;
    private final double[][] weights;
    private final double[][] biases;
    private final double[][] weightGradients;
    private final double[][] biasGradients;
    private final double[][] activations;
    private final double[][] deltas;
    private int next;

    Yardstick(Run run, int batch, double rate) {
        this.layers = run.network().layers();
        this.data = run.data();
        this.batch = batch;
        this.rate = rate;
        int depth = layers.size() - 1;
        weights = new double[depth][];
        biases = new double[depth][];
        weightGradients = new double[depth][];
        biasGradients = new double[depth][];
        activations = new double[depth + 1][];
        deltas = new double[depth][];
        activations[0] = new double[layers.get(0)];
        for (int l = 0; l < depth; l++) {
            weights[l] = run.weights(l);
            biases[l] = run.biases(l);
            weightGradients[l] = new double[weights[l].length];
            biasGradients[l] = new double[biases[l].length];
            activations[l + 1] = new double[biases[l].length];
            deltas[l] = new double[biases[l].length];
        }
    }

    /** One step of gradient descent on the next batch. */
    void step() {
        for (int l = 0; l < weights.length; l++) {
            java.util.Arrays.fill(weightGradients[l], 0);
            java.util.Arrays.fill(biasGradients[l], 0);
        }
        for (int e = 0; e < batch; e++) {
            forward(next);
            backward(next);
            next = (next + 1) % data.size();
        }
        for (int l = 0; l < weights.length; l++) {
            add(weights[l], weightGradients[l]);
            add(biases[l], biasGradients[l]);
        }
    }

    private void add(double[] values, double[] gradients) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= rate * gradients[i] / batch;
        }
    }

    private void forward(int example) {
        int inputs = layers.get(0);
        System.arraycopy(data.inputs(), example * inputs, activations[0], 0, inputs);
        for (int l = 0; l < weights.length; l++) {
            double[] below = activations[l];
            for (int j = 0; j < biases[l].length; j++) {
                double z = biases[l][j];
                for (int k = 0; k < below.length; k++) {
                    z += weights[l][j * below.length + k] * below[k];
                }
                activations[l + 1][j] = StrictMath.tanh(z);
            }
        }
    }

    private void backward(int example) {
        for (int l = weights.length - 1; l >= 0; l--) {
            double[] y = activations[l + 1];
            for (int j = 0; j < y.length; j++) {
                double error =
                        l == weights.length - 1 ? y[j] - data.targets()[example * y.length + j] : fromAbove(l, j);
                deltas[l][j] = error * (1 - y[j] * y[j]);
            }
            gather(l);
        }
    }

    private double fromAbove(int l, int j) {
        int width = biases[l].length;
        double sum = 0;
        for (int i = 0; i < deltas[l + 1].length; i++) {
            sum += weights[l + 1][i * width + j] * deltas[l + 1][i];
        }
        return sum;
    }

    private void gather(int l) {
        double[] below = activations[l];
        for (int j = 0; j < deltas[l].length; j++) {
            biasGradients[l][j] += deltas[l][j];
            for (int k = 0; k < below.length; k++) {
                weightGradients[l][j * below.length + k] += deltas[l][j] * below[k];
            }
        }
    }

    /** A weight, to see that both trained the same network. */
    double weight(int l, int at) {
        return weights[l][at];
    }
}
