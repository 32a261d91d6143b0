package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.HillPath.Place;
import downhill.descent.rule.AdaGrad;
import downhill.descent.rule.Adam;
import downhill.descent.rule.RmsProp;
import downhill.descent.rule.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HillPathTest {
    private static final Hill PARABOLA = new Quadratic(List.of(2.0));

    private static HillPath sgd(Hill hill, double rate, int steps, Double... start) {
        return HillPath.descend(hill, List.of(start), Optimizer.sgd(rate), steps);
    }

    private static List<Double> heights(HillPath path) {
        return path.places().stream().map(Place::height).toList();
    }

    @Test
    void eachStepGoesDownInProportionToTheSlope() {
        HillPath path = sgd(PARABOLA, 0.25, 2, 4.0);
        List<Double> still = List.of(0.0);
        assertThat(path)
                .isEqualTo(new HillPath(
                        List.of(
                                new Place(0, List.of(4.0), 16, List.of(8.0), still, List.of(-2.0)),
                                new Place(1, List.of(2.0), 4, List.of(4.0), List.of(-2.0), List.of(-1.0)),
                                new Place(2, List.of(1.0), 1, List.of(2.0), List.of(-1.0), List.of(-0.5))),
                        true));
    }

    @Test
    void theNextStepIsMomentumTimesVelocityLessRateTimesSlope() {
        var optimizer = new Optimizer(new Sgd(0.5, false), 0.25, 0);
        List<Place> places =
                HillPath.descend(PARABOLA, List.of(4.0), optimizer, 3).places();
        // worked out by hand: v = 0, -2, -2, -1; slope 8, 4, 0, -2
        assertThat(places.stream().map(p -> p.position().getFirst())).containsExactly(4.0, 2.0, 0.0, -1.0);
        assertThat(places.stream().map(p -> p.velocity().getFirst())).containsExactly(0.0, -2.0, -2.0, -1.0);
        assertThat(places.stream().map(p -> p.step().getFirst())).containsExactly(-2.0, -2.0, -1.0, 0.0);
    }

    @Test
    void nesterovLooksAheadAlongTheVelocity() {
        var optimizer = new Optimizer(new Sgd(0.5, true), 0.25, 0);
        List<Place> places =
                HillPath.descend(PARABOLA, List.of(4.0), optimizer, 1).places();
        // v = -0.25*8 = -2, step = 0.5*-2 - 2 = -3; then at 1: v = 0.5*-2 - 0.5 = -1.5, step = -0.75 - 0.5
        assertThat(places.stream().map(p -> p.step().getFirst())).containsExactly(-3.0, -1.25);
        assertThat(places.stream().map(p -> p.velocity().getFirst())).containsExactly(0.0, -2.0);
    }

    @Test
    void adamsFirstStepIsItsRateWhateverTheSlope() {
        var adam = new Optimizer(new Adam(0.9, 0.999, 1e-8), 0.1, 0);
        Place first = HillPath.descend(new Rosenbrock(), List.of(-1.2, 1.0), adam, 1)
                .places()
                .getFirst();
        assertThat(first.step().get(0)).isCloseTo(0.1, within(1e-9));
        assertThat(first.step().get(1)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void weightDecayPullsTowardsTheOrigin() {
        var optimizer = new Optimizer(new Sgd(0, false), 0.25, 0.5);
        Place first =
                HillPath.descend(PARABOLA, List.of(4.0), optimizer, 1).places().getFirst();
        assertThat(first.step()).containsExactly(-3.0);
    }

    @Test
    void noStepsLeaveTheStartAlone() {
        assertThat(sgd(PARABOLA, 0.25, 0, 4.0).places()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bowl", "parabola", "elongated-valley"})
    void gradientDescentDivergesExactlyFromTwoOverCurvatureOn(String name) {
        Hill hill = Hills.named(name).orElseThrow().hill();
        double limit = 2 / hill.constantCurvatures().orElseThrow().getLast();
        // start along the steepest direction, the last axis
        Double[] start = new Double[hill.dimensions()];
        Arrays.fill(start, 0.0);
        start[start.length - 1] = 1.0;

        List<Double> below = heights(sgd(hill, Math.nextDown(limit), 100, start));
        List<Double> at = heights(sgd(hill, limit, 100, start));
        List<Double> above = heights(sgd(hill, Math.nextUp(limit), 100, start));
        assertThat(below).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(below.getLast()).isLessThan(below.getFirst());
        assertThat(at).hasSize(101).containsOnly(at.getFirst());
        assertThat(above).isSorted();
        assertThat(above.getLast()).isGreaterThan(above.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bowl", "parabola", "elongated-valley"})
    void onePercentBelowTheLimitReachesTheBottomAndOnePercentAboveLeavesTheWorld(String name) {
        HillInfo info = Hills.named(name).orElseThrow();
        double limit = 2 / info.hill().constantCurvatures().orElseThrow().getLast();
        HillPath below = HillPath.descend(info.hill(), info.start(), Optimizer.sgd(0.99 * limit), 3000);
        assertThat(below.places().getLast().height()).isLessThan(1e-30);
        HillPath above = HillPath.descend(info.hill(), info.start(), Optimizer.sgd(1.01 * limit), 30_000);
        assertThat(above.complete()).isFalse();
    }

    @Test
    void aTrailStopsBeforeTheFirstNumberThatIsNotFinite() {
        HillPath path = sgd(new Rosenbrock(), 0.1, 1000, -1.2, 1.0);
        assertThat(path.complete()).isFalse();
        assertThat(path.places()).hasSizeBetween(3, 100);
        Place last = path.places().getLast();
        List<Double> next = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            next.add(last.position().get(i) + last.step().get(i));
        }
        assertThat(last.position()).allMatch(Double::isFinite);
        assertThatThrownBy(() -> HillPath.descend(new Rosenbrock(), next, Optimizer.sgd(0.1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onTheRidgeOfASaddleGradientDescentStopsAtThePass() {
        Hill saddle = Hills.named("saddle").orElseThrow().hill();
        assertThat(sgd(saddle, 0.1, 1000, 2.5, 0.0).places().getLast().height()).isCloseTo(0, within(1e-12));
        assertThat(sgd(saddle, 0.1, 200, 2.5, 0.001).places().getLast().height())
                .isLessThan(-1000);
    }

    @Test
    void momentumRollsThroughTheWavesInWhichPlainDescentIsCaught() {
        HillInfo wavy = Hills.named("wavy-slope").orElseThrow();
        double rate = wavy.learningRate();
        assertThat(HillPath.descend(wavy.hill(), wavy.start(), Optimizer.sgd(rate), 500)
                        .places()
                        .getLast()
                        .position()
                        .getFirst())
                .isCloseTo(5.975868111543392, within(1e-9));
        var momentum = new Optimizer(new Sgd(0.9, false), rate, 0);
        assertThat(HillPath.descend(wavy.hill(), wavy.start(), momentum, 500)
                        .places()
                        .getLast()
                        .position()
                        .getFirst())
                .isCloseTo(0, within(1e-9));
    }

    @TestFactory
    List<DynamicTest> everyOptimizerWalksEveryHillDownwards() {
        List<DynamicTest> tests = new ArrayList<>();
        for (HillInfo info : Hills.all()) {
            double width =
                    info.domain().getFirst().high() - info.domain().getFirst().low();
            List<Optimizer> optimizers = List.of(
                    Optimizer.sgd(info.learningRate()),
                    new Optimizer(new Sgd(0.9, false), info.learningRate() / 5, 0),
                    new Optimizer(new Sgd(0.9, true), info.learningRate() / 5, 0),
                    new Optimizer(new RmsProp(0.9, 1e-8), width / 1000, 0),
                    new Optimizer(new AdaGrad(1e-8), width / 20, 0),
                    new Optimizer(new Adam(0.9, 0.999, 1e-8), width / 200, 0));
            for (Optimizer optimizer : optimizers) {
                tests.add(DynamicTest.dynamicTest(
                        info.name() + " " + optimizer.rule(), () -> assertGoesDown(info, optimizer)));
            }
        }
        return tests;
    }

    /** Within 1,000 steps the walker is at least half way down to the nearest bottom, or, on the saddle, below it. */
    private static void assertGoesDown(HillInfo info, Optimizer optimizer) {
        HillPath path = HillPath.descend(info.hill(), info.start(), optimizer, 1000);
        double start = path.places().getFirst().height();
        double bottom = info.hill().minima().stream()
                .mapToDouble(Hill.Minimum::height)
                .filter(height -> height < start)
                .max()
                .orElse(-1);
        assertThat(path.complete()).isTrue();
        assertThat(path.places().getLast().height()).isLessThan((start + bottom) / 2);
    }

    @Test
    void theSameDescentHasTheSameBits() {
        HillInfo hill = Hills.named("himmelblau").orElseThrow();
        var adam = new Optimizer(new Adam(0.9, 0.999, 1e-8), 0.05, 0);
        assertThat(HillPath.descend(hill.hill(), hill.start(), adam, 500))
                .isEqualTo(HillPath.descend(hill.hill(), hill.start(), adam, 500));
    }
}
