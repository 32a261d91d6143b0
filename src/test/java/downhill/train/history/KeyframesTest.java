package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.Specs;
import downhill.train.step.Keyframe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyframesTest {
    private static final Keyframe ANY = Keyframe.start(Specs.xor(2, 1).run().plan());

    private static final long BYTES = 1000;

    private static Keyframe at(int step) {
        return new Keyframe(step, ANY.parameters(), ANY.memory(), ANY.settings());
    }

    private static Keyframes filled(int most, int spacing, int steps) {
        var keyframes = new Keyframes(BYTES, most, spacing);
        for (int step = 0; step <= steps; step++) {
            if (keyframes.wants(step)) {
                keyframes.add(at(step));
            }
        }
        return keyframes;
    }

    /** The gaps between neighbours, the oldest first. */
    private static List<Integer> gaps(Keyframes keyframes, int newest) {
        List<Integer> steps = new ArrayList<>(keyframes.steps());
        steps.add(newest);
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            gaps.add(steps.get(i) - steps.get(i - 1));
        }
        return gaps;
    }

    @Test
    void allAreKeptWhileTheBudgetLasts() {
        Keyframes keyframes = filled(600, 10, 1000);
        assertThat(keyframes.count()).isEqualTo(101);
        assertThat(keyframes.before(57).step()).isEqualTo(50);
        assertThat(keyframes.before(60).step()).isEqualTo(60);
    }

    @Test
    void theNewestFiveThousandStepsKeepTheSpacingAndGapsGrowWithAge() {
        int newest = 1_000_000;
        Keyframes keyframes = filled(80, 100, newest);
        assertThat(keyframes.count()).isLessThanOrEqualTo(80);
        for (int step = newest - Keyframes.WINDOW + 100; step <= newest; step++) {
            assertThat(step - keyframes.before(step).step()).isLessThan(100);
        }
        assertThat(keyframes.before(99).step()).isZero();
        List<Integer> gaps = gaps(keyframes, newest);
        for (int step = 0, i = 0; i < gaps.size(); step += gaps.get(i++)) {
            assertThat((double) gaps.get(i)).isLessThan(100 + 0.6 * (newest - step));
        }
    }

    @Test
    void theNewestStepsFitIntoAnyBudget() {
        for (int most : new int[] {5, 6, 20}) {
            Keyframes keyframes = filled(most, 10, 100_000);
            assertThat(keyframes.count()).isEqualTo(most);
            for (int step = 95_000; step <= 100_000; step++) {
                int replayed = step - keyframes.before(step).step();
                assertThat(replayed).isLessThan(3 * Keyframes.WINDOW / most);
            }
        }
    }

    @Test
    void trimmingKeepsTheFirstTheLastAndWhatFits() {
        Keyframes keyframes = filled(1000, 10, 9000);
        assertThat(keyframes.bytes()).isEqualTo(901 * BYTES);
        keyframes.trim(40 * BYTES);
        assertThat(keyframes.count()).isEqualTo(40);
        assertThat(keyframes.before(9000).step()).isEqualTo(9000);
        assertThat(keyframes.before(9).step()).isZero();
        assertThat(gaps(keyframes, 9000)).allMatch(gap -> gap < 1000);
        keyframes.trim(0);
        assertThat(keyframes.steps()).hasSize(Keyframes.LEAST).startsWith(0).endsWith(9000);
    }

    @Test
    void aBranchTakesThoseOfItsPast() {
        Keyframes keyframes = filled(600, 10, 500);
        Keyframes first = keyframes.first(255);
        assertThat(first.count()).isEqualTo(26);
        assertThat(first.before(400).step()).isEqualTo(250);
        first.add(at(260));
        assertThat(keyframes.count()).isEqualTo(51);
        assertThat(first.before(300)).isNotSameAs(keyframes.before(260));
    }

    /** A keyframe of three parameters has 48 bytes of numbers, and takes five times as much. */
    @Test
    void theKeyframesOfATinyNetworkAreChargedWithAllThatTheyTake() {
        Specs tiny = Specs.xor(2, 1);
        Keyframes keyframes = Keyframes.within(History.BUDGET, tiny.spec(), tiny.data());
        int steps = 0;
        for (int step = 0; steps < 1000; step++) {
            if (keyframes.wants(step)) {
                keyframes.add(at(step));
                steps++;
            }
        }
        assertThat(keyframes.bytes()).isBetween(200_000L, 300_000L);
    }

    @Test
    void manyAreThinnedBySomeAtOnceAndKeepTheirGaps() {
        int newest = 2_000_000;
        Keyframes keyframes = filled(1280, 100, newest);
        assertThat(keyframes.count()).isBetween(1260, 1280);
        assertThat(keyframes.before(99).step()).isZero();
        List<Integer> gaps = gaps(keyframes, newest);
        for (int step = 0, i = 0; i < gaps.size(); step += gaps.get(i++)) {
            assertThat((double) gaps.get(i)).isLessThan(200 + 0.02 * (newest - step));
        }
    }
}
