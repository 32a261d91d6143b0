package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.Frame;
import downhill.insight.Scores;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OneNeuronClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("one-neuron")
            .orElseThrow();

    private static Run after(String run, int steps) {
        return LESSON.start(run, OptionalInt.of(steps)).newest();
    }

    private static double output(String run, int steps) {
        Frame.Pass pass = Frame.of(after(run, steps), 0, Scores.NONE).pass();
        return pass.activations()[pass.activations().length - 1][0];
    }

    private static double delta(String run) {
        return Frame.of(after(run, 0), 0, Scores.NONE).pass().deltas()[0][0];
    }

    private static double sigmoid(double z) {
        return GraphEvaluation.of(Graph.of("a = sigmoid(z)"), Map.of("z", z)).value(1);
    }

    private static double sigmoidSlope(double z) {
        return GraphEvaluation.of(Graph.of("a = sigmoid(z)"), Map.of("z", z)).gradient(0);
    }

    @Test
    void theFirstOutputLiesAboveItsTarget() {
        assertThat(output("neuron", 0)).isGreaterThan(0.2 + 0.5);
    }

    @Test
    void aWeightWithinTheSlidersReachBringsTheOutputToTheTarget() {
        assertThat(sigmoid(1.5 * -0.8 - 0.2)).isCloseTo(0.2, within(0.005));
    }

    @Test
    void theSlopeOfTheSigmoidIsMeasuredAsItIsDerived() {
        assertThat(sigmoid(1)).isCloseTo(0.73106, within(5e-6));
        assertThat(sigmoid(1.01)).isCloseTo(0.73302, within(5e-6));
        assertThat((sigmoid(1.01) - sigmoid(1)) / 0.01).isCloseTo(0.196, within(5e-4));
        assertThat(0.731 * 0.269).isCloseTo(0.197, within(5e-4));
        assertThat(sigmoidSlope(1)).isCloseTo(sigmoid(1) * (1 - sigmoid(1)), within(1e-15));
    }

    @Test
    void theThreeLocalDerivativesOfTheSigmoidAreTheOnesInTheText() {
        Graph graph = Graph.of("u = exp(-z); s = 1 + u; a = 1/s");
        GraphEvaluation here = GraphEvaluation.of(graph, Map.of("z", 1.0));
        GraphEvaluation there = GraphEvaluation.of(graph, Map.of("z", 1.01));
        double u = StrictMath.exp(-1);
        double falls = u - StrictMath.exp(-1.01);
        assertThat(u).isCloseTo(0.3679, within(5e-5));
        assertThat(StrictMath.exp(-1.01)).isCloseTo(0.3642, within(5e-5));
        assertThat(falls / 0.01).isCloseTo(u, within(0.01 * u));
        assertThat(1 / 2.01).isCloseTo(0.4975, within(5e-5));
        assertThat(here.value(graph.output())).isCloseTo(sigmoid(1), within(1e-15));
        assertThat(there.value(graph.output())).isCloseTo(sigmoid(1.01), within(1e-15));
        assertThat(u / (1 + u)).isCloseTo(1 - sigmoid(1), within(1e-15));
    }

    @Test
    void noSlopeOfTheSigmoidIsLargerThanAQuarter() {
        assertThat(sigmoidSlope(0)).isEqualTo(0.25);
        for (double z = -10; z <= 10; z += 0.125) {
            assertThat(sigmoidSlope(z)).isLessThanOrEqualTo(0.25);
        }
    }

    @Test
    void theSigmoidRisesMuchInItsMiddleAndHardlyAtItsEnds() {
        assertThat(sigmoid(1) - sigmoid(0)).isCloseTo(0.23, within(0.005));
        assertThat(sigmoid(7) - sigmoid(6)).isBetween(0.0, 0.002);
    }

    @Test
    void theSaturatedNeuronHasAnErrorOfAlmostMinusOneAndADeltaNearZero() {
        assertThat(output("stuck", 0) - 1).isCloseTo(-1, within(0.004));
        assertThat(sigmoidSlope(-5.8)).isCloseTo(0.003, within(5e-5));
        assertThat(delta("stuck")).isCloseTo(-0.003, within(5e-5));
    }

    @Test
    void theSaturatedNeuronWaitsAHundredStepsAndThenLearnsInTen() {
        assertThat(output("stuck", 100)).isLessThan(0.06);
        assertThat(output("stuck", 110)).isGreaterThan(0.5);
    }

    @Test
    void theNeuronOfTheFirstSceneLearnsFasterAtTheStart() {
        double first = output("neuron", 0) - output("neuron", 10);
        double stuck = output("stuck", 10) - output("stuck", 0);
        assertThat(first).isGreaterThan(100 * stuck);
    }

    @Test
    void theCrossEntropyCancelsTheSlopeAndTheOutputPassesOneHalfFirst() {
        assertThat(delta("cured")).isCloseTo(output("cured", 0) - 1, within(1e-12));
        assertThat(output("cured", 2)).isGreaterThan(0.5);
        assertThat(output("stuck", 2)).isLessThan(0.01);
    }

    @Test
    void theBiasHasTheDeltaAndTheWeightTheDeltaTimesItsInput() {
        Frame frame = Frame.of(after("neuron", 0), 0, Scores.NONE);
        double delta = frame.pass().deltas()[0][0];
        assertThat(frame.state().biasGradients()[0][0]).isEqualTo(delta);
        assertThat(frame.state().weightGradients()[0][0]).isCloseTo(delta * 1.5, within(1e-15));
    }

    @Test
    void theCostFollowsTheActivationBeforeByDeltaTimesWeight() {
        Graph chain = Graph.of("z = w*h + b; a = sigmoid(z); C = (a - y)^2/2");
        double h = sigmoid(1);
        GraphEvaluation here = GraphEvaluation.of(chain, Map.of("w", -1.5, "h", h, "b", 0.4, "y", 0.9));
        double before = here.gradient(chain.variables().stream()
                .filter(node -> node.name().orElseThrow().equals("h"))
                .findFirst()
                .orElseThrow()
                .id());
        double delta = Frame.of(after("chain", 0), 0, Scores.NONE).pass().deltas()[1][0];
        assertThat(before).isCloseTo(delta * -1.5, within(1e-12));
    }
}
