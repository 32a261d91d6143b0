package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.Nudge;
import downhill.net.Parameter;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The claims of the lesson "Cost is height" about its networks hold. */
class CostIsHeightClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("cost-is-height")
            .orElseThrow();

    private final Run run = LESSON.start("by-hand", OptionalInt.of(0)).newest();

    private double input(int example, int i) {
        return run.data().inputs()[2 * example + i];
    }

    private double target(int example) {
        return run.data().targets()[example];
    }

    private double output(int example) {
        return run.pass(example).activations()[2][0];
    }

    @Test
    void targetIsOneIfExactlyOneInputIsOne() {
        assertThat(run.data().size()).isEqualTo(4);
        for (int e = 0; e < 4; e++) {
            assertThat(target(e)).isEqualTo(input(e, 0) + input(e, 1) == 1 ? 1 : 0);
        }
    }

    @Test
    void onlyTheLastExampleIsRightAfterRounding() {
        List<Integer> right = IntStream.range(0, 4)
                .filter(e -> Math.round(output(e)) == target(e))
                .boxed()
                .toList();
        assertThat(right).containsExactly(3);
        assertThat(output(3)).isLessThan(0.01);
    }

    @Test
    void aNeuronIsACurveOfItsWeightedSum() {
        for (int e = 0; e < 4; e++) {
            double z = run.weights(0)[0] * input(e, 0) + run.weights(0)[1] * input(e, 1) + run.biases(0)[0];
            assertThat(run.pass(e).preActivations()[0][0]).isCloseTo(z, within(1e-12));
            assertThat(run.pass(e).activations()[1][0]).isCloseTo(Math.tanh(z), within(1e-12));
            double sum = run.pass(e).preActivations()[1][0];
            assertThat(output(e)).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
        }
    }

    @Test
    void costIsTheMeanOfHalfTheSquaredErrors() {
        double sum = IntStream.range(0, 4)
                .mapToDouble(e -> (output(e) - target(e)) * (output(e) - target(e)) / 2)
                .sum();
        assertThat(run.cost()).isCloseTo(sum / 4, within(1e-12));
    }

    @Test
    void theFirstHiddenNeuronIsNegativeForTheFirstExampleOnly() {
        for (int e = 0; e < 4; e++) {
            assertThat(run.pass(e).activations()[1][0] < 0).isEqualTo(e == 0);
        }
    }

    @Test
    void aLargerWeightMovesThreeOutputsTowardsTheirTargets() {
        int closer = 0;
        for (int e = 0; e < 4; e++) {
            double z = run.pass(e).preActivations()[1][0] + 0.01 * run.pass(e).activations()[1][0];
            double moved = 1 / (1 + Math.exp(-z));
            closer += Math.abs(moved - target(e)) < Math.abs(output(e) - target(e)) ? 1 : 0;
            assertThat(moved > output(e)).isEqualTo(e != 0);
        }
        assertThat(closer).isEqualTo(3);
        assertThat(Nudge.of(run, new Parameter.Weight(1, 0, 0), 0.01).plus()).isNotEqualTo(run.cost());
    }

    /** The cost of the network, with another value of the weight from the first hidden neuron to the output. */
    private static double costWith(double weight) {
        History history = LESSON.start("by-hand", OptionalInt.of(0));
        history.tweak(new Tweak(
                Map.of(),
                Tweak.Batch.NONE,
                Optional.empty(),
                List.of(new Tweak.WeightValue(1, 0, 0, weight)),
                List.of()));
        return history.newest().cost();
    }

    @Test
    void raisingTheWeightFromMinusTwoToTenLowersTheCostFirstAndThenRaisesIt() {
        double[] costs = IntStream.rangeClosed(-2, 10)
                .mapToDouble(CostIsHeightClaimsTest::costWith)
                .toArray();
        assertThat(costs[0]).isEqualTo(run.cost());
        int lowest = 4 + 2;
        for (int i = 1; i < costs.length; i++) {
            assertThat(costs[i] < costs[i - 1]).as("to %d", i - 2).isEqualTo(i <= lowest);
        }
        assertThat(costs[costs.length - 1]).isGreaterThan(10 * costs[lowest]);
    }

    private static long parameters(String run) {
        return Objects.requireNonNull(LESSON.runs().get(run))
                .start()
                .newest()
                .network()
                .parameterCount();
    }

    @Test
    void hillsHaveNineAndSixtyOneAndNineHundredThousandDimensions() {
        assertThat(run.network().parameterCount()).isEqualTo(9);
        assertThat(parameters("sixty-one")).isEqualTo(61);
        List<Integer> layers = Objects.requireNonNull(LESSON.runs().get("nine-hundred-thousand"))
                .spec()
                .network()
                .layers();
        assertThat(layers).containsExactly(784, 1000, 115, 10);
        int all = IntStream.range(1, layers.size())
                .map(l -> layers.get(l) * (layers.get(l - 1) + 1))
                .sum();
        assertThat(all).isEqualTo(901_275);
        assertThat(layers.get(0) * layers.get(1)).isEqualTo(784_000);
    }
}
