package downhill.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final int RATE = 20;

    /** Steps 0, 1, 2, … that came at these milliseconds. */
    private static Watch steps(double... milliseconds) {
        Watch watch = new Watch();
        for (int step = 0; step < milliseconds.length; step++) {
            byte[] event = ("event: step\nid: " + step + "\ndata: {}\n\n").getBytes(StandardCharsets.US_ASCII);
            watch.read(event, event.length, (long) (milliseconds[step] * 1e6));
        }
        return watch;
    }

    @Test
    void aStepIsLateByWhatItComesAfterAPeriod() {
        assertThat(steps(0, 50, 120, 150, 200).lateness(RATE, -1)).containsExactly(0, 0, 20, 0, 0);
    }

    @Test
    void afterALongDelayTheRhythmBeginsAnewOnePeriodBack() {
        // The step of 100 comes at 1000: the next is due at 950, the ones after it at 1000, 1050, …
        assertThat(steps(0, 50, 1000, 1000, 1000, 1050, 1100).lateness(RATE, -1))
                .containsExactly(0, 0, 900, 50, 0, 0, 0);
    }

    @Test
    void whoCannotKeepTheRateIsLateAtEveryStep() {
        double[] late = steps(0, 100, 200, 300, 400, 500, 600).lateness(RATE, -1);
        assertThat(late[6]).isCloseTo(150, within(1e-9));
    }

    @Test
    void howFarBehindStaysAfterADelay() {
        assertThat(steps(0, 50, 400, 450).lag(RATE, -1)).containsExactly(0, 0, 300, 300);
    }

    @Test
    void theFirstStepsAreNotCountedAndEventsMayComeInPieces() {
        Watch watch = new Watch();
        for (String piece : new String[] {"a\nid: 1", "2\ndata: {}\n\n", "b\nid: 13\n"}) {
            byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
            watch.read(bytes, bytes.length, 1_000_000);
        }
        assertThat(watch.lateness(RATE, 12)).hasSize(1);
        assertThat(watch.missed()).isZero();
    }
}
