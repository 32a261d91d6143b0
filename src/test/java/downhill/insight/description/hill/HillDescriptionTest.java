package downhill.insight.description.hill;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.descent.rule.Adam;
import downhill.descent.rule.Sgd;
import downhill.insight.description.Description;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Descriptions of hills, against numbers worked out by hand: the parabola x^2 has slope 2x, the bowl x^2 + y^2 slopes 2x and 2y. */
class HillDescriptionTest {
    private static final OptionalDouble CLEAR = OptionalDouble.empty();

    private static HillInfo hill(String name) {
        return Hills.named(name).orElseThrow();
    }

    private static WalkerPath walk(String hill, Optimizer optimizer, int steps, Double... start) {
        return WalkerPath.descent("Ada", hill(hill).hill(), List.of(start), optimizer, steps);
    }

    private static List<String> described(String hill, OptionalDouble fog, WalkerPath... walks) {
        return HillDescription.of(hill(hill), List.of(walks), fog).getFirst().sentences();
    }

    @Test
    void onAParabolaPlaceSlopeStepAndDistanceAreThoseWorkedOutByHand() {
        // The step from 2 with rate 0.25: slope 4, step -1; at 1 height 1, slope 2.
        List<String> described = described("parabola", CLEAR, walk("parabola", Optimizer.sgd(0.25), 1, 2.0));
        assertThat(described)
                .containsExactly(
                        "Ada stands at x = 1, at height 1, after 1 step.",
                        "The slope there is 2: for each unit to the right the ground rises by 2. Down is to the left, where x is smaller.",
                        "Its last step was −1: minus the learning rate 0.250 times the slope 4 where it came from.",
                        "The height fell by 3, from 4 to 1.",
                        "The bottom of the valley, x = 0 at height 0, is 1 away and 1 lower.",
                        "The picture holds x from −3 to 3. The hill has one bottom: x = 0 (height 0).");
    }

    @Test
    void onABowlStraightDownHasItsDirectionAndItsSteepness() {
        // The slopes at (2, 1.5) are 4 and 3, together 5; a step with rate 0.1 leads to (1.6, 1.2).
        List<String> described = described("bowl", CLEAR, walk("bowl", Optimizer.sgd(0.1), 1, 2.5, 1.875));
        assertThat(described.get(0)).isEqualTo("Ada stands at x = 2, y = 1.500, at height 6.250, after 1 step.");
        assertThat(described.get(1))
                .isEqualTo("The slope there is 4 by x and 3 by y. Straight down is toward smaller x and smaller y, "
                        + "−0.800 in x and −0.600 in y for each unit of way, on which the ground falls by 5.");
        assertThat(described.get(2))
                .isEqualTo("Its last step was −0.500 in x and −0.375 in y, 0.625 long: minus the learning rate 0.100"
                        + " times the slopes 5 and 3.750 where it came from.");
        assertThat(described.get(4))
                .startsWith("The bottom of the valley, x = 0, y = 0 at height 0, is 2.500 away and 6.250 lower.");
    }

    @Test
    void withMomentumAStepIsMadeOfTheOneBeforeAndOfTheSlope() {
        // The steps from 4 with rate 0.25 and momentum 0.5: 4, 2 (step -2), 0 (step 0.5 * -2 - 0.25 * 4 = -2).
        var optimizer = new Optimizer(new Sgd(0.5, false), 0.25, 0);
        List<String> described = described("parabola", CLEAR, walk("parabola", optimizer, 2, 4.0));
        assertThat(described)
                .contains(
                        "Its last step was −2: the momentum 0.500 times the step before, −2, minus the learning rate 0.250"
                                + " times the slope 4.")
                .contains("The ground is level there: the slope is 0.")
                .contains("It stands on the bottom of a valley.")
                .noneMatch(sentence -> sentence.startsWith("It rests"));
    }

    @Test
    void otherRulesAreNamed() {
        var adam = new Optimizer(new Adam(0.9, 0.999, 1e-8), 0.1, 0);
        assertThat(described("parabola", CLEAR, walk("parabola", adam, 1, 2.0)))
                .anyMatch(sentence -> sentence.contains("what adam makes of the slope 4"));
    }

    @Test
    void whoSwingsEverWiderDivergesAndWhoLeavesTheNumbersHasDiverged() {
        // Rate 0.9 on x^2 multiplies x by -0.8, rate 1.1 by -1.2.
        assertThat(described("parabola", CLEAR, walk("parabola", Optimizer.sgd(0.9), 4, 1.0)))
                .contains("Its last 4 steps went to and fro in x, and each swing is narrower.")
                .anyMatch(s -> s.contains("the step went over the bottom at x = 0 to the other side"));
        assertThat(described("parabola", CLEAR, walk("parabola", Optimizer.sgd(1.1), 4, 1.0)))
                .contains(
                        "Its last 4 steps went to and fro in x, and each swing is wider than the one before: it diverges.");
        assertThat(described("parabola", CLEAR, walk("parabola", Optimizer.sgd(1), 4, 1.0)))
                .contains("Its last 4 steps went to and fro in x, and the swings stay as wide.");
        assertThat(described("parabola", CLEAR, walk("parabola", Optimizer.sgd(50), 1000, 1.0))
                        .getFirst())
                .startsWith("Ada has diverged: after ");
    }

    @Test
    void whoRestsIsToldOnWhat() {
        assertThat(described("parabola", CLEAR, walk("parabola", Optimizer.sgd(0.4), 40, 1.0)))
                .contains("It rests here. Around it the ground rises to all sides: it is the bottom of a valley.");
        assertThat(described("saddle", CLEAR, walk("saddle", Optimizer.sgd(0.5), 60, 1.0, 0.0)))
                .contains(
                        "It rests here. It is no bottom but a saddle: the ground rises to two sides and falls to two others.")
                .contains("There is no lowest place: this hill falls for ever.");
    }

    @Test
    void inFogNothingIsToldButWhatIsNear() {
        // The double well's slope at 0.5 is 1.5 * -0.5 * 0.25 = -0.1875; its bottoms are at -1 and 1.
        WalkerPath hand = WalkerPath.byHand("You", hill("double-well").hill(), List.of(List.of(0.5)));
        List<String> described = described("double-well", OptionalDouble.of(0.35), hand);
        assertThat(described.get(0)).startsWith("You stand at x = 0.500, at height");
        assertThat(described.get(1))
                .startsWith("The slope there is −0.188: for each")
                .endsWith("Down is to the right, where x is larger.");
        assertThat(described.get(2))
                .startsWith("In the fog one sees 0.350 far. Where sight ends, the ground is to the left");
        assertThat(String.join(" ", described)).doesNotContain("bottom");
        assertThat(HillDescription.of(hill("double-well"), List.of(hand), OptionalDouble.of(0.35))
                        .toString())
                .doesNotContain("bottom");
        assertThat(String.join(" ", described("double-well", OptionalDouble.of(0.6), hand)))
                .contains("The bottom of the valley, x = 1 at height 0.333, is 0.500 away")
                .doesNotContain("deeper")
                .doesNotContain("−1");
    }

    @Test
    void severalWalkersAreComparedFirst() {
        WalkerPath slow = WalkerPath.descent("Slow", hill("parabola").hill(), List.of(2.0), Optimizer.sgd(0.25), 1);
        WalkerPath fast = WalkerPath.descent("Fast", hill("parabola").hill(), List.of(2.0), Optimizer.sgd(0.5), 1);
        List<Description> described = HillDescription.of(hill("parabola"), List.of(slow, fast), CLEAR);
        assertThat(described.getFirst().sentences().getFirst())
                .isEqualTo("After 1 step Slow is at height 1, Fast is at height 0. Lowest is Fast.");
        assertThat(described.getFirst().tables().getFirst().rows())
                .containsExactly(
                        List.of("Slow", "0.250", "1", "1", "1", "2", "1", "−3", "1"),
                        List.of("Fast", "0.500", "1", "0", "0", "0", "2", "−4", "0"));
        assertThat(described.get(1).tables().getFirst().rows())
                .containsExactly(List.of("0", "4", "4"), List.of("1", "1", "0"));
    }
}
