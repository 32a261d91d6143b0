package downhill.net;

import java.util.List;

/**
 * A fully connected network: its shape and its parameters, which training changes in place.
 *
 * <p>weights(l) is row-major [layers[l+1]][layers[l]]: the weight from neuron k of layer l to neuron j of layer l+1 is
 * {@code weights(l)[j * layers[l] + k]}; biases(l)[j] belongs to neuron j of layer l+1.
 */
public final class Network {
    private final List<Integer> layers;
    private final List<Activation> activations;
    private final double[][] weights;
    private final double[][] biases;

    /** A network of these parameters, which are kept, not copied. */
    public Network(List<Integer> layers, List<Activation> activations, double[][] weights, double[][] biases) {
        this.layers = layers;
        this.activations = activations;
        this.weights = weights;
        this.biases = biases;
    }

    /** Neurons in each layer, the input first. */
    public List<Integer> layers() {
        return layers;
    }

    /** The activation of layer l+1. */
    public Activation activation(int l) {
        return activations.get(l);
    }

    /** How many layers of weights there are. */
    public int depth() {
        return weights.length;
    }

    /** The weights into layer l+1. */
    public double[] weights(int l) {
        return weights[l];
    }

    /** The biases of layer l+1. */
    public double[] biases(int l) {
        return biases[l];
    }

    /** The number of all weights. */
    public long weightCount() {
        long count = 0;
        for (double[] w : weights) {
            count += w.length;
        }
        return count;
    }

    /** The number of all biases. */
    public long biasCount() {
        long count = 0;
        for (double[] b : biases) {
            count += b.length;
        }
        return count;
    }

    /** The number of all weights and biases. */
    public long parameterCount() {
        return weightCount() + biasCount();
    }
}
