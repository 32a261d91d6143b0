package downhill.insight.health;

import downhill.insight.Predictions;
import downhill.net.Activation;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
    /** A unit whose curve is flatter than this share of its steepest slope hardly reacts. */
    private static final double FLAT = 0.05;

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
        if (!hasFlatParts(activation)) {
            return OptionalDouble.empty();
        }
        long flat = units.stream().filter(unit -> isFlat(unit, activation)).count();
        return OptionalDouble.of((double) flat / units.size());
    }

    private static boolean isFlat(double[] answers, Activation activation) {
        long flat = IntStream.range(0, answers.length)
                .filter(i -> steepness(answers[i], activation) < FLAT)
                .count();
        return flat >= MOSTLY * answers.length;
    }

    private static boolean hasFlatParts(Activation activation) {
        return activation instanceof Activation.Sigmoid
                || activation instanceof Activation.Tanh
                || activation instanceof Activation.Relu;
    }

    /** The slope of the curve where it answers a, as a share of its steepest slope. */
    private static double steepness(double a, Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid s -> 4 * a * (1 - a);
            case Activation.Tanh t -> 1 - a * a;
            case Activation.Relu r -> a > 0 ? 1 : 0;
            default -> 1;
        };
    }
}
