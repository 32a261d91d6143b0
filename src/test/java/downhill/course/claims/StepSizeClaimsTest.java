package downhill.course.claims;

import static downhill.course.claims.Descents.hill;
import static downhill.course.claims.Descents.lowerFrom;
import static downhill.course.claims.Descents.plain;
import static downhill.course.claims.Descents.slope;
import static downhill.course.claims.Descents.withMomentum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Hill;
import downhill.descent.HillPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers and directions that the lesson "The size of a step" states, computed by gradient descent itself. */
class StepSizeClaimsTest {
    private static double x(HillPath.Place place) {
        return place.position().get(0);
    }

    private static double y(HillPath.Place place) {
        return place.position().get(1);
    }

    /** Rise over run on the parabola. */
    private static double measured(double x, double width) {
        Hill hill = hill("parabola").hill();
        return (hill.height(x + width) - hill.height(x)) / width;
    }

    @Test
    void ofThreeWalkersSteadyIsLowestAndBoldLosesAFifthOfItsHeightAStep() {
        double careful = plain("parabola", 0.02, 20, 2.5).getLast().height();
        List<HillPath.Place> steady = plain("parabola", 0.3, 20, 2.5);
        List<HillPath.Place> bold = plain("parabola", 0.95, 20, 2.5);
        assertThat(steady.get(5).height()).isLessThan(0.001);
        assertThat(steady.getLast().height())
                .isLessThan(bold.getLast().height())
                .isLessThan(careful);
        assertThat(careful).isGreaterThan(1);
        for (int i = 1; i <= 20; i++) {
            assertThat(bold.get(i).height() / bold.get(i - 1).height()).isCloseTo(0.8, within(0.015));
            assertThat(x(bold.get(i)) * x(bold.get(i - 1))).isNegative();
        }
    }

    @Test
    void riseOverRunOfTheParabolaSettlesOnTwiceX() {
        assertThat(List.of(measured(1, 1), measured(1, 0.5))).containsExactly(3.0, 2.5);
        assertThat(measured(1, 0.1)).isCloseTo(2.1, within(1e-9));
        assertThat(measured(1, 0.01)).isCloseTo(2.01, within(1e-9));
        assertThat(measured(1, 0.001)).isCloseTo(2.001, within(1e-9));
        for (double x : new double[] {-2.5, -0.3, 0, 1.7}) {
            assertThat(measured(x, 0.2)).isCloseTo(2 * x + 0.2, within(1e-9));
            assertThat(slope("parabola", x)).isCloseTo(2 * x, within(1e-12));
        }
    }

    @Test
    void withARateOf03EachStepLeavesTwoFifths() {
        assertThat(plain("parabola", 0.3, 2, 2.5).stream().map(StepSizeClaimsTest::x))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(2.5, 1.0, 0.4);
    }

    @Test
    void withARateOfAHalfOneStepIsEnough() {
        assertThat(x(plain("parabola", 0.5, 1, 2.0).getLast())).isZero();
        assertThat(x(plain("parabola", 0.5, 1, -2.9).getLast())).isZero();
    }

    @Test
    void onThePlainDaringFallsLateAndCautiousHardlyMoves() {
        assertThat(slope("plateau-1d", 5)).isCloseTo(0.0148, within(5e-5));
        List<HillPath.Place> daring = plain("plateau-1d", 0.9, 150, 5.0);
        assertThat(daring.get(85).height()).isGreaterThan(0.9);
        assertThat(daring.get(86).height()).isLessThan(0.9);
        assertThat(daring.get(105).height()).isLessThan(0.05);
        assertThat(lowerFrom(daring, 0.01)).isEqualTo(107);
        List<HillPath.Place> cautious = plain("plateau-1d", 0.05, 2000, 5.0);
        assertThat(cautious.get(150).height()).isGreaterThan(0.95);
        assertThat(cautious.get(150).slope().getFirst()).isGreaterThan(0.01);
        assertThat(IntStream.range(0, 150)
                        .mapToDouble(i -> Math.abs(cautious.get(i).step().getFirst())))
                .allMatch(step -> step < 0.001);
        assertThat(lowerFrom(cautious, 0.01)).isCloseTo(1850, within(10));
    }

    @Test
    void onTheParabolaTheJumpsGrowAboveARateOf1() {
        assertThat(Math.abs(x(plain("parabola", 0.99, 30, 1.0).getLast()))).isLessThan(1);
        assertThat(plain("parabola", 1.0, 30, 1.0)).allMatch(place -> place.height() == 1);
        assertThat(Math.abs(x(plain("parabola", 1.01, 30, 1.0).getLast()))).isGreaterThan(1);
        assertThat(x(plain("parabola", 1.25, 2, 1.0).getLast())).isCloseTo(2.25, within(1e-12));
        List<HillPath.Place> diverging = plain("parabola", 1.01, 30, 1.0);
        for (int i = 1; i <= 30; i++) {
            assertThat(diverging.get(i).height())
                    .isGreaterThan(diverging.get(i - 1).height());
        }
    }

    @Test
    void inTheLongValleyTheLargerCurvatureSetsTheLimit() {
        assertThat(hill("elongated-valley").hill().constantCurvatures()).contains(List.of(1.0, 16.0));
        assertThat(plain("elongated-valley", 0.124, 600, -3.5, 1.0).getLast().height())
                .isLessThan(0.01);
        List<HillPath.Place> justBelow = plain("elongated-valley", 0.12, 20, -3.5, 1.0);
        for (int i = 1; i <= 20; i++) {
            assertThat(y(justBelow.get(i)) * y(justBelow.get(i - 1))).isNegative();
        }
        assertThat(plain("elongated-valley", 0.126, 600, -3.5, 1.0).getLast().height())
                .isGreaterThan(1000);
        HillPath.Place next = plain("elongated-valley", 0.03, 1, -3.5, 1.0).getLast();
        assertThat(List.of(x(next), y(next))).containsExactly(-3.5 * (1 - 0.03 * 1), 1 - 0.03 * 16);
    }

    @Test
    void withARateOf006TheWallsAreDoneAtOnceAndTheFloorTakesLong() {
        List<HillPath.Place> places = plain("elongated-valley", 0.06, 60, -3.5, 1.0);
        for (int i = 1; i <= 60; i++) {
            assertThat(x(places.get(i)) / x(places.get(i - 1))).isCloseTo(0.94, within(1e-9));
        }
        assertThat(y(places.get(1))).isCloseTo(0.04, within(1e-9));
        assertThat(lowerFrom(places, 0.01)).isEqualTo(52);
    }

    @Test
    void momentumFirstSwingsThenWins() {
        List<HillPath.Place> plain = plain("elongated-valley", 0.06, 60, -3.5, 1.0);
        List<HillPath.Place> rolling = withMomentum("elongated-valley", 0.06, 0.6, 60, -3.5, 1.0);
        assertThat(rolling.get(2).height()).isGreaterThan(plain.get(2).height());
        assertThat(rolling.get(20).height()).isLessThan(plain.get(20).height() / 100);
        assertThat(lowerFrom(rolling, 0.01)).isEqualTo(16);
        assertThat(swings(rolling))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .hasSizeGreaterThan(3);
        for (int i = 0; i < 28; i++) {
            assertThat(rolling.get(i).step().get(0)).isPositive();
        }
        assertThat(Math.abs(x(rolling.get(28)))).isLessThan(0.01);
    }

    /** The greatest distance from the floor on each side, swing by swing. */
    private static List<Double> swings(List<HillPath.Place> places) {
        return IntStream.range(1, 30)
                .filter(i -> Math.abs(y(places.get(i))) > Math.abs(y(places.get(i - 1)))
                        && Math.abs(y(places.get(i))) >= Math.abs(y(places.get(i + 1))))
                .mapToObj(i -> Math.abs(y(places.get(i))))
                .toList();
    }

    @Test
    void theOvalBowlHasALimitOf04() {
        assertThat(plain("oval-bowl", 0.39, 600, -2.5, 1.2).getLast().height()).isLessThan(1e-6);
        assertThat(plain("oval-bowl", 0.41, 600, -2.5, 1.2).getLast().height()).isGreaterThan(1000);
        assertThat(hill("oval-bowl").hill().constantCurvatures()).contains(List.of(1.0, 5.0));
    }

    @Test
    void momentumMovesTheLimitOfABowl() {
        for (double momentum : new double[] {0.3, 0.6, 0.9}) {
            double limit = 2 * (1 + momentum) / 2;
            assertThat(withMomentum("parabola", 0.99 * limit, momentum, 4000, 1.0)
                            .getLast()
                            .height())
                    .isLessThan(1e-6);
            assertThat(withMomentum("parabola", 1.01 * limit, momentum, 4000, 1.0)
                            .getLast()
                            .height())
                    .isGreaterThan(1000);
        }
    }
}
