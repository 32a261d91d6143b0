package downhill.train.spec;

/** Parameters whose update is 0; their gradient stays true. */
public sealed interface Frozen {
    /** All biases. */
    record Biases() implements Frozen {}

    /** weights[l] and biases[l]. */
    record Layer(int l) implements Frozen {}

    /** The weight from neuron k of layer l to neuron j of layer l+1. */
    record Weight(int l, int j, int k) implements Frozen {}
}
