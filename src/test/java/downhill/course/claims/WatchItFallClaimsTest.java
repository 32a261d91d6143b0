package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.CostCurve;
import downhill.insight.Predictions;
import downhill.insight.Scores;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Holds every number that the lesson "Watch it fall" claims in words. */
class WatchItFallClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("watch-it-fall")
            .orElseThrow();
    private static final List<List<Double>> CORNERS =
            List.of(List.of(0.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0));

    private static Run after(String run, int steps) {
        return LESSON.start(run, OptionalInt.of(steps)).newest();
    }

    private static double costOfAll(String run, int steps) {
        return Scores.of(after(run, steps)).trainCost().orElseThrow();
    }

    /** The ends of the trainings from seeds 1 to 8. */
    private static List<Run> ends(String name) {
        LessonRun model = Objects.requireNonNull(LESSON.runs().get(name));
        return LongStream.rangeClosed(1, 8)
                .mapToObj(seed -> {
                    History history = new History(model.spec().withSeed(seed), model.data());
                    IntStream.range(0, 1000).forEach(i -> history.advance());
                    return history.newest();
                })
                .toList();
    }

    private static double[] answers(Run run) {
        return Arrays.stream(Predictions.of(run, CORNERS, () -> {}).outputs())
                .mapToDouble(output -> output[0])
                .toArray();
    }

    @Test
    void theCostOfTheFirstNetworkIsFlatAndThenFallsToATenth() {
        History history = LESSON.start("flat", OptionalInt.of(600));
        double start = history.cost(0);
        assertThat(history.cost(200)).isGreaterThan(0.95 * start);
        assertThat(history.cost(500)).isLessThan(0.1 * history.cost(200));
        assertThat(IntStream.range(0, 600)).allMatch(step -> history.cost(step + 1) < history.cost(step));
    }

    @Test
    void onTheFlatPartAllOutputsAreAboutAHalf() {
        assertThat(Arrays.stream(answers(after("flat", 120)))).allMatch(a -> Math.abs(a - 0.5) < 0.025);
        assertThat(after("flat", 120).cost()).isCloseTo(0.1247, within(0.00005));
    }

    @Test
    void tenTimesAsManyEstimatesLeadFartherInTheSameEpochs() {
        assertThat(after("all", 20).epoch()).isEqualTo(20);
        assertThat(after("ten", 200).epoch()).isEqualTo(20);
        assertThat(costOfAll("all", 20)).isCloseTo(0.1233, within(0.00005));
        assertThat(costOfAll("ten", 200)).isCloseTo(0.0824, within(0.00005));
        assertThat(costOfAll("all", 20)).isGreaterThan(1.4 * costOfAll("ten", 200));
    }

    @Test
    void theBatchJumpsFarMoreThanTheCostOfAllExamples() {
        History history = LESSON.start("ten", OptionalInt.of(200));
        List<CostCurve.Point> points = CostCurve.of(
                        CostCurve.Effort.of(history.newest()), 0, 200, history::rebuild, 1000, step -> {})
                .points();
        assertThat(points).hasSize(201);
        double batch = jumps(points.stream().mapToDouble(CostCurve.Point::cost));
        double all = jumps(
                points.stream().mapToDouble(point -> point.scores().trainCost().orElseThrow()));
        assertThat(batch).isGreaterThan(10 * all);
    }

    /** The mean size of the changes from step to step. */
    private static double jumps(DoubleStream values) {
        double[] each = values.toArray();
        return IntStream.range(1, each.length)
                .mapToDouble(i -> Math.abs(each[i] - each[i - 1]))
                .average()
                .orElseThrow();
    }

    @Test
    void withoutAChangeTheCostAtStep200Is00815() {
        assertThat(after("all", 200).cost()).isCloseTo(0.0815, within(0.00005));
    }

    @Test
    void threeOfEightSeedsEndWellWithTwoHiddenNeuronsAndSixWithThree() {
        List<Run> two = ends("two-units");
        assertThat(two).filteredOn(run -> Math.abs(run.cost() - 0.064) < 0.0005).hasSize(4);
        assertThat(two).filteredOn(run -> run.cost() < 0.01).hasSize(3);
        assertThat(two)
                .filteredOn(run -> run.cost() >= 0.01)
                .allSatisfy(run -> assertThat(run.cost())
                        .satisfiesAnyOf(
                                cost -> assertThat(cost).isCloseTo(0.064, within(0.0005)),
                                cost -> assertThat(cost).isCloseTo(0.085, within(0.0005))));
        assertThat(ends("three-units")).filteredOn(run -> run.cost() < 0.01).hasSize(6);
    }

    @Test
    void theFiveThatFailHardlyFallAnyMoreAndMostHaveTwoOutputsNearAHalf() {
        for (Run end : ends("two-units")) {
            if (end.cost() < 0.01) {
                continue;
            }
            double before = end.cost();
            if (before < 0.07) {
                assertThat(answers(end))
                        .satisfies(outputs -> assertThat(Arrays.stream(outputs)
                                        .filter(a -> Math.abs(a - 0.5) < 0.02)
                                        .count())
                                .isEqualTo(2));
            }
            IntStream.range(0, 100).forEach(i -> end.advance());
            assertThat(end.cost()).isBetween(0.98 * before, before);
        }
    }

    @Test
    void theSpiralIsStillAt01034AfterAThousandSteps() {
        assertThat(after("spiral", 1000).cost()).isCloseTo(0.1034, within(0.00005));
    }

    @Test
    void onTheFlatPartTheGradientsOfTheFourExamplesNearlyCancel() {
        Run run = after("flat", 120);
        for (int hidden = 0; hidden < 2; hidden++) {
            int k = hidden;
            double[] each = IntStream.range(0, 4)
                    .mapToDouble(example -> run.pass(example).weightGradient(1, 0, k))
                    .toArray();
            assertThat(Math.abs(Arrays.stream(each).sum()))
                    .isLessThan(0.15 * Arrays.stream(each).map(Math::abs).sum());
        }
    }

    @Test
    void fourTimesTheRateFromStep40OnMeetsTheChallengeAndTheSpiralNeedsMoreThanALargerRate() {
        assertThat(lowestCost("all", 40, 2, 160)).isLessThan(0.03);
        assertThat(lowestCost("spiral", 0, 2, 1000)).isGreaterThan(0.02);
        assertThat(lowestCost("spiral", 0, 8, 1000)).isGreaterThan(0.02);
    }

    private static double lowestCost(String run, int from, double rate, int steps) {
        History history = LESSON.start(run, OptionalInt.of(from));
        history.tweak(Tweak.learningRate(rate));
        IntStream.range(0, steps).forEach(i -> history.advance());
        return IntStream.rangeClosed(from, from + steps)
                .mapToDouble(history::cost)
                .min()
                .orElseThrow();
    }
}
