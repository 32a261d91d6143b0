package downhill.net;

/** One of the numbers that a network learns, named by its indices. */
public sealed interface Parameter {
    /** The parameter's place among all parameters of this shape. */
    int in(Shape shape);

    /** The parameter's layer of weights and biases. */
    int l();

    /** The neuron of layer l+1 that the weight leads to or the bias belongs to. */
    int j();

    /** The weight from neuron k of layer l to neuron j of layer l+1. */
    record Weight(int l, int j, int k) implements Parameter {
        @Override
        public int in(Shape shape) {
            return shape.weight(l, j, k);
        }
    }

    /** The bias of neuron j of layer l+1. */
    record Bias(int l, int j) implements Parameter {
        @Override
        public int in(Shape shape) {
            return shape.bias(l, j);
        }
    }
}
