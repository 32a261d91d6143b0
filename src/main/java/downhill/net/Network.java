package downhill.net;

import downhill.net.activation.Activation;
import java.util.List;

/**
 * A fully connected network: its shape, its activations and its parameters, which training changes in place.
 */
public final class Network {
    private final Shape shape;
    private final List<Integer> layers;
    private final List<Activation> activations;
    private final PerParameter parameters;

    private Network(Shape shape, List<Integer> layers, List<Activation> activations, PerParameter parameters) {
        this.shape = shape;
        this.layers = layers;
        this.activations = activations;
        this.parameters = parameters;
    }

    /** The network that a specification starts with; its initial weights are a function of the specification and the seed. */
    public static Network initial(NetworkSpec spec, long seed) {
        Shape shape = new Shape(spec.layers());
        double[] parameters = InitialParameters.of(spec, shape, seed);
        return new Network(
                shape,
                List.copyOf(spec.layers()),
                List.copyOf(spec.activations()),
                new PerParameter(shape, parameters));
    }

    /** A network of the same shape and activations with its own copy of these parameters. */
    public Network with(double[] values) {
        return new Network(shape, layers, activations, new PerParameter(shape, values.clone()));
    }

    /** The shape, which gives each parameter its place. */
    public Shape shape() {
        return shape;
    }

    /** All weights and biases themselves: what changes them changes the network. */
    public PerParameter parameters() {
        return parameters;
    }

    /** Neurons in each layer, the input first. */
    public List<Integer> layers() {
        return layers;
    }

    /** The number of layers of weights. */
    public int depth() {
        return shape.depth();
    }

    /** One activation for each layer after the input. */
    public List<Activation> activations() {
        return activations;
    }

    /** The activation of the neurons of layer l+1. */
    public Activation activation(int l) {
        return activations.get(l);
    }

    /** A copy of the weights from layer l to layer l+1: [width(l+1)][width(l)], row by row. */
    public double[] weights(int l) {
        return parameters.copyOfWeights(l);
    }

    /** A copy of the biases of the neurons of layer l+1. */
    public double[] biases(int l) {
        return parameters.copyOfBiases(l);
    }

    /** The weight from neuron k of layer l to neuron j of layer l+1. */
    public double weight(int l, int j, int k) {
        return parameters.values()[shape.weight(l, j, k)];
    }

    /** The bias of neuron j of layer l+1. */
    public double bias(int l, int j) {
        return parameters.values()[shape.bias(l, j)];
    }

    /** The number of all weights. */
    public long weightCount() {
        return shape.weights();
    }

    /** The number of all biases. */
    public long biasCount() {
        return (long) shape.parameters() - shape.weights();
    }

    /** The number of all weights and biases. */
    public long parameterCount() {
        return shape.parameters();
    }
}
