package downhill.course.claims;

import static downhill.course.claims.Descents.hill;
import static downhill.course.claims.Descents.plain;
import static downhill.course.claims.Descents.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Hill;
import downhill.descent.HillPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers and directions that the lesson "The hill" states, computed by gradient descent itself. */
class TheHillClaimsTest {
    private static final double RIDGE = 0.25;

    private static HillPath.Place end(List<HillPath.Place> places) {
        return places.getLast();
    }

    private static double x(HillPath.Place place) {
        return place.position().getFirst();
    }

    @Test
    void theGroundAtTheFirstStartFallsALittleToTheRight() {
        assertThat(slope("double-well", 0.5)).isBetween(-0.2, -0.1);
    }

    /** The answer is slope times step; somebody who measures the true change is right as well. */
    @Test
    void theTrueChangeOfAShortStepIsWithinFivePercentOfSlopeTimesStep() {
        Hill hill = hill("double-well").hill();
        double predicted = 0.1 * slope("double-well", -0.4);
        double measured = hill.height(-0.3) - hill.height(-0.4);
        assertThat(measured).isCloseTo(predicted, within(0.05 * predicted)).isNotEqualTo(predicted);
    }

    @Test
    void walkingByHandInStepsOfATenthReachesTheFloor() {
        Hill hill = hill("double-well").hill();
        double floor = hill.height(1.0);
        assertThat(hill.height(0.9)).isGreaterThan(floor);
        assertThat(hill.height(1.1)).isGreaterThan(floor);
    }

    @Test
    void onTheBowlTheStepsOfOneRateBecomeShorter() {
        List<HillPath.Place> places = plain("bowl", 0.1, 40, -1.2, 0.8);
        for (int i = 1; i < places.size(); i++) {
            assertThat(length(places.get(i).step()))
                    .isLessThan(length(places.get(i - 1).step()));
        }
    }

    private static double length(List<Double> vector) {
        return Math.hypot(vector.get(0), vector.get(1));
    }

    @Test
    void inTheLongValleyTheSteepestWayDownIs62DegreesOffTheLowestPlace() {
        assertThat(degreesOff(plain("elongated-valley", 0.05, 0, -3.5, 1.0).getFirst()))
                .isCloseTo(62, within(0.5));
    }

    @Test
    void onTheBowlTheSteepestWayDownPointsAtTheLowestPlace() {
        assertThat(degreesOff(plain("bowl", 0.1, 0, 2.0, 1.5).getFirst())).isCloseTo(0, within(1e-4));
        assertThat(degreesOff(plain("bowl", 0.1, 0, -0.3, 2.7).getFirst())).isCloseTo(0, within(1e-4));
    }

    /** The angle between the steepest direction down and the direction of the place 0, 0. */
    private static double degreesOff(HillPath.Place place) {
        List<Double> slope = place.slope();
        List<Double> at = place.position();
        double dot = slope.get(0) * at.get(0) + slope.get(1) * at.get(1);
        return Math.toDegrees(Math.acos(Math.min(1, dot / (length(slope) * length(at)))));
    }

    @Test
    void inTheLongValleyTheFirstStepGoesDownTheWallAndTheRestAlongTheFloorMoreAndMoreSlowly() {
        List<HillPath.Place> places = plain("elongated-valley", 0.05, 80, -3.5, 1.0);
        List<Double> first = places.getFirst().step();
        assertThat(Math.abs(first.get(1))).isGreaterThan(4 * Math.abs(first.get(0)));
        for (int i = 3; i < 80; i++) {
            List<Double> step = places.get(i).step();
            assertThat(Math.abs(step.get(1))).isLessThan(0.1 * Math.abs(step.get(0)));
            assertThat(length(step)).isLessThan(length(places.get(i - 1).step()));
        }
    }

    /** The map draws its lines at even heights if the curvatures are constant, and more of them where it is low if not. */
    @Test
    void theLinesAreEvenOnTheBowlAndNotOnTheTwoValleys() {
        assertThat(hill("bowl").hill().constantCurvatures()).isPresent();
        assertThat(hill("two-valleys").hill().constantCurvatures()).isEmpty();
    }

    @Test
    void twoStartsOnEitherSideOfTheRidgeEndAtDifferentHeights() {
        assertThat(end(plain("two-valleys", 0.1, 80, 0.5, 1.3)).height()).isCloseTo(1.0 / 3, within(1e-3));
        assertThat(end(plain("two-valleys", 0.1, 80, 0.0, 1.3)).height()).isCloseTo(0, within(1e-3));
        assertThat(slope("two-valleys", RIDGE, 1.3)).isZero();
    }

    @Test
    void onTheSaddleTheWalkerOnTheLineStaysAndTheOneBesideItLeaves() {
        HillPath.Place onTheLine = end(plain("saddle", 0.1, 80, 2.5, 0.0));
        assertThat(length(onTheLine.position())).isLessThan(0.01);
        assertThat(plain("saddle", 0.1, 80, 2.5, 0.0))
                .allMatch(place -> place.slope().get(1) == 0);
        assertThat(Math.abs(onTheLine.slope().getFirst())).isLessThan(0.01);
        List<HillPath.Place> beside = plain("saddle", 0.1, 80, 2.5, 0.001);
        assertThat(beside.stream().anyMatch(place -> length(place.position()) < 0.15))
                .isTrue();
        assertThat(Math.abs(end(beside).position().get(1))).isBetween(1.5, 3.0);
        for (int i = 1; i <= 80; i++) {
            assertThat(Math.abs(beside.get(i).slope().get(1)))
                    .isGreaterThan(Math.abs(beside.get(i - 1).slope().get(1)));
        }
    }

    @Test
    void aWalkerExactlyOnThePeakDoesNotMove() {
        assertThat(x(end(plain("double-well", 0.5, 60, RIDGE)))).isEqualTo(RIDGE);
    }

    @Test
    void fromOnePlaceShortStepsReachTheRightValleyAndLongOnesTheLeft() {
        assertThat(slope("double-well", 1.8)).isCloseTo(3.472, within(1e-9));
        List<HillPath.Place> shorter = plain("double-well", 0.1, 60, 1.8);
        List<HillPath.Place> longer = plain("double-well", 0.5, 60, 1.8);
        assertThat(x(shorter.get(1))).isCloseTo(1.453, within(5e-4));
        assertThat(x(longer.get(1))).isCloseTo(0.064, within(5e-4)).isLessThan(RIDGE);
        assertThat(x(end(shorter))).isCloseTo(1, within(1e-3));
        assertThat(x(end(longer))).isCloseTo(-1, within(1e-3));
    }

    @Test
    void theFirstStepCrossesTheRidgeIfItIsLongerThanTheDistance() {
        double rate = 1.55 / slope("double-well", 1.8);
        assertThat(x(plain("double-well", rate - 0.001, 1, 1.8).getLast())).isGreaterThan(RIDGE);
        assertThat(x(plain("double-well", rate + 0.001, 1, 1.8).getLast())).isLessThan(RIDGE);
    }

    @Test
    void bothWaysLeadToTheDeeperValley() {
        assertThat(end(plain("double-well", 0.1, 60, -0.5)).height()).isLessThan(0.01);
        assertThat(end(plain("double-well", 0.5, 60, 1.8)).height()).isLessThan(0.01);
        assertThat(end(plain("double-well", 0.1, 60, 1.8)).height()).isGreaterThan(0.33);
    }

    @Test
    void oneStepMultipliesTheDistanceFromTheRidgeAsTheLastSceneSays() {
        for (double start : new double[] {-1.9, -1.2, 0.1, 0.6, 1.3, 1.8}) {
            for (double rate : new double[] {0.1, 0.5, 0.9}) {
                double factor = 1 - rate * (start * start - 1);
                assertThat(x(plain("double-well", rate, 1, start).getLast()) - RIDGE)
                        .isCloseTo((start - RIDGE) * factor, within(1e-12));
            }
        }
    }
}
