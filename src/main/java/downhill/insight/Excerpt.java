package downhill.insight;

import downhill.math.Matrix;
import downhill.net.PerParameter;
import downhill.train.step.Run;
import java.util.List;

/**
 * The small network of some neurons of a large one: the parameters between them, with their gradients and updates, for figures that
 * draw only these.
 *
 * @param neurons the chosen neurons of each layer, the input first
 * @param state as of a network that has only these neurons, in this order
 */
public record Excerpt(List<List<Integer>> neurons, Frame.State state) {

    /** The excerpt of a run's newest step. */
    public static Excerpt of(Run run, List<List<Integer>> neurons) {
        PerParameter parameters = run.network().parameters();
        PerParameter gradient = run.gradient();
        PerParameter update = run.update();
        var state = new Frame.State(
                weights(parameters, neurons),
                biases(parameters, neurons),
                weights(gradient, neurons),
                biases(gradient, neurons),
                weights(update, neurons),
                biases(update, neurons));
        return new Excerpt(neurons, state);
    }

    /** The number of chosen neurons in each layer. */
    public List<Integer> layers() {
        return neurons.stream().map(List::size).toList();
    }

    private static double[][] weights(PerParameter numbers, List<List<Integer>> neurons) {
        var layers = new double[neurons.size() - 1][];
        for (int l = 0; l < layers.length; l++) {
            Matrix all = numbers.weights(l);
            List<Integer> from = neurons.get(l);
            List<Integer> to = neurons.get(l + 1);
            layers[l] = new double[to.size() * from.size()];
            for (int i = 0; i < layers[l].length; i++) {
                layers[l][i] = all.get(from.get(i % from.size()), to.get(i / from.size()));
            }
        }
        return layers;
    }

    private static double[][] biases(PerParameter numbers, List<List<Integer>> neurons) {
        var layers = new double[neurons.size() - 1][];
        for (int l = 0; l < layers.length; l++) {
            Matrix all = numbers.biases(l);
            layers[l] =
                    neurons.get(l + 1).stream().mapToDouble(j -> all.get(j, 0)).toArray();
        }
        return layers;
    }
}
