package downhill.insight;

import downhill.math.Matrix;
import downhill.net.ExamplePass;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.Optional;

/**
 * One neuron of one step: what comes in, with its gradients and updates, and what goes out.
 *
 * @param layer the neuron's layer; 1 is the first hidden one
 * @param incoming the parameters of its weighted input
 * @param gradients the batch's gradients of these
 * @param updates what will be added to these
 * @param outgoing its weights to each neuron of the next layer; none in the last layer
 * @param reaction what it does on one example
 */
@SuppressWarnings("ArrayRecordComponent")
public record NeuronView(
        int step,
        int layer,
        int neuron,
        Row incoming,
        Row gradients,
        Row updates,
        double[] outgoing,
        Reaction reaction) {

    /** A neuron on one training example: its weighted input, its activation, and the derivative of the example's cost by the former. */
    public record Reaction(int example, double preActivation, double activation, double delta) {
        static Reaction of(Run run, int layer, int j, int example) {
            ExamplePass pass = run.pass(example);
            return new Reaction(
                    example,
                    pass.preActivations()[layer - 1][j],
                    pass.activations()[layer][j],
                    pass.deltas()[layer - 1][j]);
        }
    }

    /** One number for each weight that leads to a neuron, and one for its bias. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(double[] weights, double bias) {
        static Row of(PerParameter numbers, int l, int j) {
            Matrix weights = numbers.weights(l);
            double[] incoming = new double[weights.rows()];
            for (int k = 0; k < incoming.length; k++) {
                incoming[k] = weights.get(k, j);
            }
            return new Row(incoming, numbers.biases(l).get(j, 0));
        }
    }

    /** The neuron j of a layer of a run's newest step, on an example; nothing if there is none or if it is an input. */
    public static Optional<NeuronView> of(Run run, int layer, int j, int example) {
        Shape shape = run.network().shape();
        if (layer < 1 || layer > shape.depth() || j < 0 || j >= shape.width(layer)) {
            return Optional.empty();
        }
        PerParameter parameters = run.network().parameters();
        return Optional.of(new NeuronView(
                run.step(),
                layer,
                j,
                Row.of(parameters, layer - 1, j),
                Row.of(run.gradient(), layer - 1, j),
                Row.of(run.update(), layer - 1, j),
                outgoing(parameters, shape, layer, j),
                Reaction.of(run, layer, j, example)));
    }

    private static double[] outgoing(PerParameter parameters, Shape shape, int layer, int j) {
        var outgoing = new double[layer == shape.depth() ? 0 : shape.width(layer + 1)];
        for (int i = 0; i < outgoing.length; i++) {
            outgoing[i] = parameters.weights(layer).get(j, i);
        }
        return outgoing;
    }
}
