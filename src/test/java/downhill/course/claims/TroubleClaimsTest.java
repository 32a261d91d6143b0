package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Choices.Choice;
import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.health.GradientLengths;
import downhill.insight.health.LayerHealth;
import downhill.net.Initializer;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds every number that the lesson "The hill fights back" claims in words. */
class TroubleClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("trouble")
            .orElseThrow();

    private static Run after(String run, int steps) {
        return LESSON.start(run, OptionalInt.of(steps)).newest();
    }

    private static LessonRun model(String run) {
        return Objects.requireNonNull(LESSON.runs().get(run));
    }

    private static List<Double> factors(Run run) {
        return LayerHealth.of(run).stream()
                .flatMap(layer -> layer.factor().stream().boxed())
                .toList();
    }

    @Test
    void neuronsThatBeginEqualStayEqualWhileTheCostFalls() {
        for (int step : new int[] {20, 500}) {
            assertThat(LayerHealth.of(after("equal", step)).getFirst().different())
                    .isEqualTo(1);
        }
        assertThat(after("equal", 500).cost()).isCloseTo(0.0382, within(0.00005));
    }

    @Test
    void smallRandomWeightsMakeTheNeuronsDifferentAndLowerTheCost() {
        LessonRun equal = model("equal");
        var random = new Choice(Optional.empty(), Optional.of(new Initializer.ByActivation(false)));
        History history = new History(random.of(equal.spec()), equal.data());
        IntStream.range(0, 500).forEach(i -> history.advance());
        assertThat(LayerHealth.of(history.newest()).getFirst().different()).isEqualTo(4);
        assertThat(history.newest().cost()).isCloseTo(0.0175, within(0.00005));
    }

    @Test
    void onTheSaddleEveryGradientIsExactlyZero() {
        Run run = after("saddle", 0);
        int count = 0;
        for (int l = 0; l < run.network().depth(); l++) {
            assertThat(run.weightGradients(l)).containsOnly(0);
            assertThat(run.biasGradients(l)).containsOnly(0);
            count += run.weightGradients(l).length + run.biasGradients(l).length;
        }
        assertThat(count).isEqualTo(17);
    }

    @Test
    void theSliceFallsAlongOneDiagonalAndRisesAlongTheOther() {
        double saddle = after("saddle", 0).cost();
        for (double sign : new double[] {1, -1}) {
            assertThat(nudged(0.5 * sign, 0.5 * sign)).isLessThan(0.9 * saddle);
            assertThat(nudged(0.5 * sign, -0.5 * sign)).isGreaterThan(1.1 * saddle);
        }
    }

    private static double nudged(double into, double out) {
        History history = LESSON.start("saddle", OptionalInt.empty());
        history.tweak(new Tweak(
                Map.of(),
                Tweak.Batch.NONE,
                Optional.empty(),
                List.of(new Tweak.WeightValue(0, 0, 0, into), new Tweak.WeightValue(1, 0, 0, out)),
                List.of()));
        return history.newest().cost();
    }

    @Test
    void largeWeightsLeaveMostNeuronsFlatAndTheCostStays() {
        for (int step : new int[] {0, 300}) {
            assertThat(LayerHealth.of(after("flat", step)).getFirst().flat().orElseThrow())
                    .isGreaterThanOrEqualTo(0.5);
        }
        assertThat(after("flat", 0).cost()).isCloseTo(0.395, within(0.0005));
        assertThat(after("flat", 300).cost()).isCloseTo(0.390, within(0.0005));
        assertThat(slope(after("flat", 0))).isLessThan(1e-3);
    }

    private static double slope(Run run) {
        double a = run.pass(run.batch()[0]).activations()[1][0];
        return 1 - a * a;
    }

    @Test
    void aRateThatIsTooLargeKillsAllEightNeuronsByStep20() {
        Run run = after("dead", 20);
        LayerHealth hidden = LayerHealth.of(run).getFirst();
        assertThat(hidden.units()).isEqualTo(8);
        assertThat(hidden.flat()).hasValue(1);
        assertThat(hidden.gradient()).isZero();
        for (int example = 0; example < 4; example++) {
            assertThat(run.pass(example).preActivations()[0]).hasSize(8);
            assertThat(Arrays.stream(run.pass(example).preActivations()[0])).allMatch(z -> z <= 0);
        }
    }

    @Test
    void noSmallerRateBringsADeadNeuronBack() {
        History history = LESSON.start("dead", OptionalInt.of(20));
        double[] weights = history.newest().weights(0);
        history.tweak(Tweak.learningRate(0.1));
        IntStream.range(0, 100).forEach(i -> history.advance());
        assertThat(history.newest().weights(0)).isEqualTo(weights);
        assertThat(LayerHealth.of(history.newest()).getFirst().flat()).hasValue(1);
    }

    @Test
    void inTheDeepNetworkEveryFactorIsBelowOne() {
        Run run = after("deep", 0);
        assertThat(factors(run)).hasSize(5).allMatch(factor -> factor < 0.5);
        double[] lengths = GradientLengths.of(run);
        double mean = StrictMath.pow(lengths[0] / lengths[4], 0.25);
        assertThat(mean).isCloseTo(0.28, within(0.005));
        assertThat(StrictMath.pow(0.28, 10)).isCloseTo(3e-6, within(0.1e-6));
        assertThat(LayerHealth.of(run)).noneMatch(layer -> layer.flat().orElse(0) > 0);
    }

    @Test
    void theDeepNetworkDoesNotGetBelow01249InAThousandSteps() {
        History history = LESSON.start("deep", OptionalInt.of(1000));
        assertThat(IntStream.rangeClosed(0, 1000)).allMatch(step -> history.cost(step) > 0.1249);
    }

    @Test
    void theLastLayersOfTheDeepNetworkSoonAnswerAHalf() {
        Run run = after("deep", 50);
        assertThat(IntStream.range(0, 100))
                .allMatch(example -> Math.abs(run.pass(example).activations()[6][0] - 0.5) < 0.02);
        assertThat(GradientLengths.of(run)[5]).isLessThan(0.02 * GradientLengths.of(after("deep", 0))[5]);
        double[] before = after("deep", 0).weights(0);
        double[] later = after("deep", 1000).weights(0);
        assertThat(IntStream.range(0, before.length)).allMatch(i -> Math.abs(later[i] - before[i]) < 0.1);
    }

    @Test
    void inTheWildNetworkEveryFactorIsAboveOne() {
        Run run = after("wild", 0);
        assertThat(factors(run)).hasSize(5).allMatch(factor -> factor > 1);
        double[] lengths = GradientLengths.of(run);
        assertThat(lengths[0] / lengths[5]).isCloseTo(17, within(0.5));
    }

    @Test
    void theCostOfTheWildNetworkFallsBelow002AndThenJumpsAbove007() {
        History history = LESSON.start("wild", OptionalInt.of(40));
        int low = IntStream.rangeClosed(0, 40)
                .filter(step -> history.cost(step) < 0.02)
                .findFirst()
                .orElseThrow();
        assertThat(IntStream.rangeClosed(low, 40)).anyMatch(step -> history.cost(step) > 0.07);
    }

    @Test
    void withASmallRateTheCostOfTheWildNetworkFallsSmoothly() {
        History history = LESSON.start("wild", OptionalInt.of(0));
        history.tweak(Tweak.learningRate(0.1));
        IntStream.range(0, 40).forEach(i -> history.advance());
        assertThat(IntStream.range(0, 40)).allMatch(step -> history.cost(step + 1) < history.cost(step));
    }

    @Test
    void theCostsBeforeTheEndHaveThreeTimesAsManyZerosWithEachStep() {
        History history = LESSON.start("burst", OptionalInt.of(6));
        assertThat(history.cost(0)).isCloseTo(0.96, within(0.005));
        assertThat(history.cost(1)).isCloseTo(14, within(0.5));
        assertThat(history.cost(3)).isCloseTo(1e9, within(0.1e9));
        double[] zeros = {3, 9, 27, 83, 250};
        for (int i = 0; i < zeros.length; i++) {
            assertThat(StrictMath.log10(history.cost(2 + i))).isCloseTo(zeros[i], within(0.6));
        }
        assertThat(zeros[4] * 3).isEqualTo(750);
        assertThat(StrictMath.floor(StrictMath.log10(Double.MAX_VALUE))).isEqualTo(308);
        history.advance();
        assertThat(history.newest().divergence()).isPresent();
        assertThat(history.step()).isEqualTo(6);
    }

    @Test
    void theMarkedWeightIsCubedByTheLastSteps() {
        for (int step : new int[] {4, 5}) {
            double w = Math.abs(after("burst", step).weights(0)[4]);
            double next = Math.abs(after("burst", step + 1).weights(0)[4]);
            assertThat(StrictMath.log10(next) / StrictMath.log10(w)).isCloseTo(3, within(0.25));
        }
    }

    @Test
    void thePlateauIsLongWithThisRateAndWithoutMomentum() {
        History history = LESSON.start("plateau", OptionalInt.of(2000));
        assertThat(history.cost(300)).isCloseTo(0.0452, within(0.00005));
        assertThat(history.cost(1000)).isCloseTo(0.0381, within(0.00005));
        assertThat(history.cost(2000)).isCloseTo(0.0112, within(0.00005));
        for (int step : new int[] {500, 700, 900}) {
            assertThat(Arrays.stream(GradientLengths.of(after("plateau", step))))
                    .allMatch(length -> length > 0 && length < 0.01);
            assertThat(cosine(after("plateau", 700), after("plateau", step))).isGreaterThan(0.5);
        }
    }

    /** The cosine of the angle between two gradients. */
    private static double cosine(Run a, Run b) {
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int l = 0; l < a.network().depth(); l++) {
            double[] p = a.weightGradients(l);
            double[] q = b.weightGradients(l);
            for (int i = 0; i < p.length; i++) {
                product += p[i] * q[i];
                squaresOfA += p[i] * p[i];
                squaresOfB += q[i] * q[i];
            }
        }
        return product / StrictMath.sqrt(squaresOfA * squaresOfB);
    }
}
