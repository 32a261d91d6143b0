package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Rng;
import downhill.net.Cost;
import downhill.net.Initializer;
import downhill.net.PerParameter;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Softmax;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every derivative against the central difference of the cost. */
public class GradientTest {
    private static final double H = 6e-6;

    private static final List<List<Integer>> SHAPES =
            List.of(List.of(1, 1), List.of(3, 2), List.of(2, 4, 2), List.of(3, 1, 2), List.of(2, 9, 4, 3, 1));

    private static final List<Integer> BATCHES = List.of(0, 1, 3, 50);

    private static final List<Optional<Regularization>> PENALTIES = List.of(
            Optional.empty(),
            Optional.of(new Regularization(Norm.L1, 0.03)),
            Optional.of(new Regularization(Norm.L2, 0.07)));

    @TestFactory
    List<DynamicTest> everyActivationCostPenaltyAndShape() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Activation hidden : ofNeurons()) {
            for (Activation last : Activations.all()) {
                for (Cost cost : costs(last)) {
                    for (Optional<Regularization> penalty : PENALTIES) {
                        String name = hidden.name() + " then " + last.name() + ", " + cost + ", "
                                + penalty.map(p -> p.norm().name()).orElse("no penalty");
                        tests.add(DynamicTest.dynamicTest(
                                name,
                                () -> SHAPES.forEach(layers -> checkBatches(layers, hidden, last, cost, penalty))));
                    }
                }
            }
        }
        return tests;
    }

    /** Those that a hidden neuron can have, each by itself. */
    private static List<Activation> ofNeurons() {
        return Activations.all().stream().filter(a -> a.curve().isPresent()).toList();
    }

    private static List<Cost> costs(Activation last) {
        List<Cost> costs = new ArrayList<>(
                List.of(new Cost.HalfSquaredError(0), new Cost.HalfSquaredError(0.2), new Cost.MeanSquaredError()));
        if (last instanceof Sigmoid || last instanceof Softmax) {
            costs.add(new Cost.CrossEntropy());
        }
        return costs;
    }

    private static void checkBatches(
            List<Integer> layers, Activation hidden, Activation last, Cost cost, Optional<Regularization> penalty) {
        for (int size : BATCHES) {
            Specs specs = specs(layers, cost);
            List<Activation> activations = new ArrayList<>();
            for (int l = 0; l < layers.size() - 2; l++) {
                activations.add(hidden);
            }
            activations.add(last);
            specs.activations = activations;
            specs.regularization = penalty;
            specs.batch = new BatchSpec(size, true, size == 3 ? Reduce.SUM : Reduce.MEAN);
            check(specs.run());
        }
    }

    /** Five random examples with targets that fit the cost. */
    private static Specs specs(List<Integer> layers, Cost cost) {
        Rng rng = Rng.of(layers.hashCode() & 0xffff, Rng.Stream.CHECK);
        double[][] inputs = new double[5][layers.getFirst()];
        double[][] targets = new double[5][layers.getLast()];
        for (int e = 0; e < 5; e++) {
            for (int k = 0; k < inputs[e].length; k++) {
                inputs[e][k] = rng.nextGaussian();
            }
            targets[e][rng.nextInt(targets[e].length)] = 1;
        }
        Specs specs = Specs.of(inputs, targets, layers.toArray(Integer[]::new));
        specs.cost = cost;
        specs.initializer = new Initializer.Normal(0.7, true);
        return specs;
    }

    public static void check(Run run) {
        double[] parameters = run.network().parameters().values().clone();
        var moved = new PerParameter(run.network().shape(), parameters);
        for (int i = 0; i < parameters.length; i++) {
            double w = parameters[i];
            parameters[i] = w + H;
            double above = cost(run, moved);
            parameters[i] = w - H;
            double below = cost(run, moved);
            parameters[i] = w;
            double difference = (above - below) / (2 * H);
            double gradient = run.gradient().values()[i];
            assertThat(gradient)
                    .as("parameter %d", i)
                    .isCloseTo(difference, org.assertj.core.data.Offset.offset(1e-8 * (1 + Math.abs(difference))));
        }
    }

    private static double cost(Run run, PerParameter parameters) {
        int weights = run.network().shape().weights();
        return run.batchCost(parameters)
                + run.regularization()
                        .map(r -> r.penalty(parameters.values(), weights))
                        .orElse(0.0);
    }
}
