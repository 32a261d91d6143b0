package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.train.history.StopConditions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new rate takes effect at once, however long the next step would have taken at the old one. */
@Timeout(20)
class RhythmTest extends WatchedRun {
    /** Plays at a rate until its first step, which is due at once, has been seen. */
    private Viewer playing(double rate) throws InterruptedException {
        Viewer viewer = run.watch(new WatchRequest(view, OptionalInt.of(-1), 1, 0, Long.MAX_VALUE));
        run.play(rate, StopConditions.NONE);
        assertThat(read(viewer, 1)).containsExactly(0, 1);
        return viewer;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1e-9, Double.MIN_VALUE})
    void stepsAreMadeAtOnceInASlowRun(double rate) throws InterruptedException {
        try (Viewer viewer = playing(rate)) {
            run.step(3, view);
            assertThat(read(viewer, 4)).endsWith(4);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, Double.MIN_VALUE})
    void aFasterRateActsAtOnce(double rate) throws InterruptedException {
        try (Viewer viewer = playing(rate)) {
            run.play(50, StopConditions.NONE);
            assertThat(read(viewer, 6)).containsExactly(2, 3, 4, 5, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, Double.MIN_VALUE})
    void aRunThatWasPausedPlaysAtOnce(double rate) throws InterruptedException {
        try (Viewer viewer = playing(rate)) {
            run.pause();
            run.play(0, StopConditions.NONE);
            assertThat(read(viewer, 2).getLast()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, Double.MIN_VALUE})
    void nothingWaitsForARunThatIsPausedOrEnded(double rate) throws InterruptedException {
        try (Viewer viewer = playing(rate)) {
            assertThat(trainer.waiting()).isOne();
            run.pause();
            assertThat(trainer.waiting()).isZero();
            run.play(rate, StopConditions.NONE);
            assertThat(read(viewer, 2)).endsWith(2);
            assertThat(trainer.waiting()).isOne();
            run.end();
            assertThat(trainer.waiting()).isZero();
        }
    }
}
