package downhill.insight.health;

import downhill.insight.ActivationFigure;
import downhill.insight.Predictions;
import downhill.net.activation.Activation;
import downhill.net.activation.ValueRange;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One layer of a network at a step.
 *
 * @param gradient the length of the gradient of the weights into the layer
 * @param factor this length as a multiple of the next layer's
 * @param flat the share of its units that hardly react any more, where its activation has flat parts
 * @param units how many units it has
 * @param different how many of them differ in their answers to the sampled examples
 */
public record LayerHealth(double gradient, OptionalDouble factor, OptionalDouble flat, int units, int different) {
    /** A unit counts as flat if it is flat on at least this share of the examples. */
    private static final double MOSTLY = 0.9;

    /** The layers of a run's newest step, from the first hidden one to the output. */
    public static List<LayerHealth> of(Run run) {
        return of(run, Answers.of(run));
    }

    static List<LayerHealth> of(Run run, Predictions answers) {
        double[] lengths = GradientLengths.of(run);
        List<LayerHealth> layers = new ArrayList<>();
        for (int l = 0; l < lengths.length; l++) {
            List<double[]> units = Answers.ofUnits(answers, l + 1);
            layers.add(new LayerHealth(
                    lengths[l],
                    GradientLengths.factor(lengths, l),
                    shareOfFlat(units, run.spec().network().activations().get(l)),
                    units.size(),
                    (int) units.stream()
                            .map(unit -> Arrays.stream(unit).boxed().toList())
                            .distinct()
                            .count()));
        }
        return List.copyOf(layers);
    }

    /** The share of units that are flat on nearly every example; nothing for an activation without flat parts. */
    static OptionalDouble shareOfFlat(List<double[]> units, Activation activation) {
        return ActivationFigure.of(activation)
                .reacting()
                .map(reacting -> OptionalDouble.of((double) units.stream()
                                .filter(unit -> isFlat(unit, reacting))
                                .count()
                        / units.size()))
                .orElse(OptionalDouble.empty());
    }

    private static boolean isFlat(double[] answers, ValueRange reacting) {
        long flat = Arrays.stream(answers)
                .filter(a -> a <= reacting.low() || a >= reacting.high())
                .count();
        return flat >= MOSTLY * answers.length;
    }
}
