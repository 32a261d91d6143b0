package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.Predictions;
import downhill.insight.Scores;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.NeuronTraining;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import downhill.train.perceptron.PerceptronTraining.Cycle;
import downhill.train.perceptron.PerceptronTraining.Visit;
import downhill.train.perceptron.Separation;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds every number that the lesson "One line is not enough" claims in words. */
class PerceptronClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("perceptron")
            .orElseThrow();
    private static final List<List<Double>> CORNERS =
            List.of(List.of(0.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0));
    private static final Corners AND = Corners.of("0001").orElseThrow();
    private static final Corners XOR = Corners.of("0110").orElseThrow();

    /** The activations of a trained network by example, layer and neuron. */
    private static double[][][] trained(String name) {
        Run run = LESSON.start(name, OptionalInt.of(1500)).newest();
        assertThat(Scores.of(run).trainCost().orElseThrow()).isLessThan(0.003);
        return Predictions.of(run, CORNERS, () -> {}).activations();
    }

    /** A hidden neuron's truth table: yes where its activation is above a half. */
    private static List<Integer> truthTable(double[][][] activations, int neuron) {
        return Arrays.stream(activations)
                .map(layers -> layers[1][neuron] > 0.5 ? 1 : 0)
                .toList();
    }

    @Test
    void anyLineHasAtMostThreeOfXorRight() {
        int most = 0;
        for (int angle = 0; angle < 360; angle++) {
            for (int i = -150; i <= 150; i++) {
                double a = Math.toRadians(angle);
                most = Math.max(most, new Perceptron(Math.cos(a), Math.sin(a), i / 100.0).right(XOR));
            }
        }
        assertThat(most).isEqualTo(3);
    }

    @Test
    void theRuleMakesTenMistakesOnAndAndMayMakeFiftyOne() {
        PerceptronTraining training = PerceptronTraining.of(AND);

        assertThat(training.mistakes(training.visits().size())).isEqualTo(10);
        assertThat(Separation.of(AND).orElseThrow().mostMistakes()).isEqualTo(51);
    }

    @Test
    void theRuleRepeatsFourMistakesOnXor() {
        PerceptronTraining training = PerceptronTraining.of(XOR);

        assertThat(training.cycle()).contains(new Cycle(8, 12));
        assertThat(training.visits().subList(8, 12)).allMatch(Visit::wrong);
    }

    @Test
    void theRuleEndsForFourteenOfSixteenWays() {
        assertThat(IntStream.range(0, 16)
                        .mapToObj(bits -> new Corners(List.of(bits >> 3 & 1, bits >> 2 & 1, bits >> 1 & 1, bits & 1)))
                        .filter(corners -> PerceptronTraining.of(corners).converges()))
                .hasSize(14);
    }

    @Test
    void gradientDescentGoesOnAfterAllAreRight() {
        PerceptronTraining training = PerceptronTraining.of(AND);
        List<NeuronTraining.State> states = NeuronTraining.of(AND, 3, 80).states();

        assertThat(training.visits().subList(18, 24)).noneMatch(Visit::wrong);
        assertThat(states.subList(32, 81)).allMatch(state -> state.neuron().right(AND) == 4);
        assertThat(states.getLast().cost()).isLessThan(states.get(32).cost() / 2);
    }

    @Test
    void theHiddenNeuronsComeToComputeOrAndAnd() {
        double[][][] activations = trained("or-and");

        assertThat(truthTable(activations, 0)).containsExactly(0, 1, 1, 1);
        assertThat(truthTable(activations, 1)).containsExactly(0, 0, 0, 1);
        assertThat(Math.hypot(activations[1][1][0] - activations[2][1][0], activations[1][1][1] - activations[2][1][1]))
                .isLessThan(0.01);
    }

    @Test
    void withAnotherSeedEachHiddenNeuronTakesOneCaseOfXor() {
        double[][][] activations = trained("other-seed");

        assertThat(truthTable(activations, 0)).containsExactly(0, 0, 1, 0);
        assertThat(truthTable(activations, 1)).containsExactly(0, 1, 0, 0);
    }
}
