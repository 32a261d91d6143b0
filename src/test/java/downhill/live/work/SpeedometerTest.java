package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedometerTest {
    private static final long MS = 1_000_000;
    private final Speedometer speedometer = new Speedometer();

    @Test
    void theFirstSecondCountsFromTheStart() {
        assertThat(speedometer.perSecond()).isZero();
        speedometer.begin(0);
        speedometer.step(100 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(10);
        speedometer.step(150 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(2 / 0.15);
    }

    @Test
    void aSingleStepIsNoSpeed() {
        speedometer.begin(0);
        speedometer.step(3 * MS);
        assertThat(speedometer.perSecond()).isZero();
    }

    @Test
    void laterEachFullSecondCounts() {
        speedometer.begin(0);
        for (int i = 1; i <= 10; i++) {
            speedometer.step(i * 100L * MS);
        }
        assertThat(speedometer.perSecond()).isEqualTo(10);
        speedometer.step(1010 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(10);
        for (int i = 2; i <= 100; i++) {
            speedometer.step((1000L + i * 10L) * MS);
        }
        assertThat(speedometer.perSecond()).isEqualTo(100);
    }

    @Test
    void aPauseDoesNotCountAndTheSpeedStays() {
        speedometer.begin(0);
        speedometer.step(100 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(10);
        speedometer.begin(60_000 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(10);
        speedometer.step(60_100 * MS);
        speedometer.step(60_200 * MS);
        assertThat(speedometer.perSecond()).isEqualTo(10);
    }
}
