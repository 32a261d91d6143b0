package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CostLogTest {
    private static final int LONG = 20_000_000;
    private static final int PEAK = 14_345_677;
    private static final int TROUGH = 3_000_001;

    private static double cost(int step) {
        return step == PEAK ? 2 : step == TROUGH ? -2 : (step * 7919L) % 1000 / 1000.0;
    }

    private static CostLog filled(int steps) {
        var log = new CostLog();
        for (int step = 0; step < steps; step++) {
            log.add(cost(step));
        }
        return log;
    }

    private static void assertSame(CostSeries actual, CostSeries expected) {
        assertThat(actual.steps()).isEqualTo(expected.steps());
        assertThat(actual.costs()).isEqualTo(expected.costs());
    }

    @Test
    void tenTimesTheStepsTakeNoMoreMemory() {
        assertThat(filled(2_000_000).bytes()).isLessThan(1_300_000);
        assertThat(filled(LONG).bytes()).isLessThan(1_300_000);
    }

    @Test
    void eachOfTheFirstStepsAndTheExtremesOfAllAreKept() {
        CostSeries kept = filled(LONG).between(0, Integer.MAX_VALUE);
        assertThat(kept.steps()).contains(PEAK, TROUGH, LONG - 1).startsWith(0, 1, 2);
        assertThat(kept.steps()[CostLog.EVERY - 1]).isEqualTo(CostLog.EVERY - 1);
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.steps()[i]).isGreaterThan(kept.steps()[i - 1]);
            assertThat(kept.steps()[i] - kept.steps()[i - 1]).isLessThan(2 * LONG / (CostExtremes.MOST / 2));
        }
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.costs()[i]).isEqualTo(cost(kept.steps()[i]));
        }
    }

    @Test
    void noStretchLosesItsExtremes() {
        int steps = 300_000;
        double[] costs = filled(steps).between(250_000, 260_000).costs();
        double[] all = new double[10_001];
        Arrays.setAll(all, i -> cost(250_000 + i));
        assertThat(Arrays.stream(costs).min()).isEqualTo(Arrays.stream(all).min());
        assertThat(Arrays.stream(costs).max()).isEqualTo(Arrays.stream(all).max());
    }

    @Test
    void theNewestStepsCostCanBeReplaced() {
        for (int steps : new int[] {1, 700, CostLog.EVERY, CostLog.EVERY + 1, 500_000}) {
            CostLog log = filled(steps);
            log.setLast(9);
            log.setLast(0.25);
            assertThat(log.get(steps - 1)).isEqualTo(0.25);
            log.add(0.5);
            CostSeries kept = log.between(0, steps);
            assertThat(kept.costs()).doesNotContain(9);
            assertThat(kept.costs()[kept.size() - 1]).isEqualTo(0.5);
        }
    }

    @Test
    void onlyTheStepsBetweenAreTold() {
        CostLog log = filled(500_000);
        assertThat(log.between(3, 5).steps()).containsExactly(3, 4, 5);
        assertThat(Arrays.stream(log.between(400_000, 410_000).steps()))
                .isNotEmpty()
                .allMatch(step -> step >= 400_000 && step <= 410_000);
        assertThat(log.between(499_999, Integer.MAX_VALUE).steps()).containsExactly(499_999);
        assertThat(log.between(500_000, 600_000).size()).isZero();
    }

    @Test
    void aLogThatGoesOnFromItsPastIsTheUncutOne() {
        for (int at : new int[] {0, 1, 512, 1000, CostLog.EVERY, CostLog.EVERY + 1, 131_080, 222_221}) {
            CostLog log = filled(260_000);
            int restart = log.restart(at);
            assertThat(restart).isLessThanOrEqualTo(at);
            CostLog first = log.first(restart);
            assertThat(first.size()).isEqualTo(restart);
            for (int step = restart; step < 300_000; step++) {
                first.add(cost(step));
            }
            assertSame(first.between(0, 300_000), filled(300_000).between(0, 300_000));
            assertSame(log.between(0, 300_000), filled(260_000).between(0, 300_000));
        }
    }

    @Test
    void aCostThatIsNotKeptIsRefused() {
        CostLog log = filled(200_000);
        assertThat(log.get(CostLog.EVERY - 1)).isEqualTo(cost(CostLog.EVERY - 1));
        assertThat(log.get(199_999)).isEqualTo(cost(199_999));
        assertThatThrownBy(() -> log.get(150_000)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> log.get(200_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
