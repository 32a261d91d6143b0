package downhill.insight.diagnosis;

import downhill.insight.ActivationFigure;
import downhill.insight.Predictions;
import downhill.net.activation.Activation;
import downhill.net.activation.FlatState;
import downhill.net.activation.ValueRange;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The units of one hidden layer at a step.
 *
 * @param layer 1 is the first hidden one
 * @param flat for each unit the share of the checked examples at which its curve is flat, 0 to 1; 0 where the curve has no flat part
 * @param flatState the state that this flat part means, if there is one
 * @param areCopies true if there are several units and all have the same incoming weights and bias, up to their sign
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerState(
        int layer, Activation activation, double[] flat, Optional<FlatState> flatState, boolean areCopies) {

    /** The hidden layers of a run, judged by the answers to some examples. */
    static List<LayerState> of(Run run, Predictions answers) {
        List<Activation> activations = run.spec().network().activations();
        List<LayerState> layers = new ArrayList<>();
        for (int layer = 1; layer < run.network().depth(); layer++) {
            Activation activation = activations.get(layer - 1);
            layers.add(new LayerState(
                    layer,
                    activation,
                    flat(answers, layer, activation),
                    activation.flatState(),
                    areCopies(run, layer, activation)));
        }
        return List.copyOf(layers);
    }

    /** The units with at least this share of flat answers. */
    List<Finding.Unit> flatFrom(double share) {
        return IntStream.range(0, flat.length)
                .filter(j -> flat[j] >= share)
                .mapToObj(j -> new Finding.Unit(layer, j))
                .toList();
    }

    /** All units. */
    List<Finding.Unit> all() {
        return flatFrom(0);
    }

    boolean has(FlatState state) {
        return flatState.filter(state::equals).isPresent();
    }

    private static double[] flat(Predictions answers, int layer, Activation activation) {
        double[][][] all = answers.activations();
        double[] shares = new double[all[0][layer].length];
        Optional<ValueRange> reacting = ActivationFigure.of(activation).reacting();
        if (reacting.isEmpty()) {
            return shares;
        }
        for (int j = 0; j < shares.length; j++) {
            int count = 0;
            for (double[][] example : all) {
                double a = example[layer][j];
                count += a <= reacting.get().low() || a >= reacting.get().high() ? 1 : 0;
            }
            shares[j] = (double) count / all.length;
        }
        return shares;
    }

    /** Units that start equal get equal gradients in the same order of sums, so they stay equal to the last digit. */
    private static boolean areCopies(Run run, int layer, Activation activation) {
        double[] weights = run.weights(layer - 1);
        double[] biases = run.biases(layer - 1);
        int width = weights.length / biases.length;
        boolean isOdd = activation.name().equals("tanh") || activation.name().equals("identity");
        for (int j = 1; j < biases.length; j++) {
            if (!isCopy(weights, biases, width, j, 1) && !(isOdd && isCopy(weights, biases, width, j, -1))) {
                return false;
            }
        }
        return biases.length > 1;
    }

    private static boolean isCopy(double[] weights, double[] biases, int width, int j, int sign) {
        for (int k = 0; k < width; k++) {
            if (weights[j * width + k] != sign * weights[k]) {
                return false;
            }
        }
        return biases[j] == sign * biases[0];
    }
}
