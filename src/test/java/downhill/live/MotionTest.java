package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.watch.Delivery;
import downhill.live.watch.RunEvent;
import downhill.live.watch.RunState;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.train.history.Stop;
import downhill.train.history.StopConditions;
import downhill.train.spec.Tweak;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The motion of a run, and the reasons why it stops by itself. */
@Timeout(60)
class MotionTest extends WatchedRun {
    private static String nextState(Viewer viewer) throws InterruptedException {
        while (true) {
            if (viewer.next() instanceof Delivery.Event(RunEvent.StateChanged(String json))) {
                return json;
            }
        }
    }

    private Viewer viewer() {
        return run.watch(new WatchRequest(view, OptionalInt.empty(), 1, 30, Long.MAX_VALUE));
    }

    @Test
    void anEvenPaceStopsWhenNothingChangesAndGoesOnWhenItIsPlayedAgain() throws InterruptedException {
        run.tweak(Tweak.learningRate(1e-12));
        run.step(100_000, view);
        try (Viewer viewer = viewer()) {
            run.playEvenly(StopConditions.NONE);
            assertThat(nextState(viewer)).contains("\"running\"", "\"pace\":\"even\"");
            assertThat(nextState(viewer)).contains("\"paused\"", "\"reason\":\"still\"");
            Stop first = run.movement().stopped().orElseThrow();
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Stop.Still.class, still -> assertThat(still.steps()).isBetween(10_000, 20_000));
            run.playEvenly(StopConditions.NONE);
            assertThat(run.movement().stopped()).isEmpty();
            nextState(viewer);
            assertThat(nextState(viewer)).contains("\"still\"");
            assertThat(run.movement().stopped().orElseThrow().step()).isGreaterThan(first.step() + 10_000);
        }
    }

    @Test
    void anEvenPaceBeginsWithOneStepAtATime() throws InterruptedException {
        try (Viewer viewer = run.watch(new WatchRequest(view, OptionalInt.of(-1), 1, 0, Long.MAX_VALUE))) {
            run.playEvenly(StopConditions.NONE);
            assertThat(read(viewer, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void aRunThatDivergesSaysSoAndIsNotCalledStill() throws InterruptedException {
        try (Viewer viewer = viewer()) {
            run.tweak(Tweak.learningRate(1.7e308));
            run.playEvenly(StopConditions.NONE);
            nextState(viewer);
            assertThat(nextState(viewer))
                    .contains("\"diverged\"", "\"divergence\"")
                    .doesNotContain("stopped");
            assertThat(run.state()).isEqualTo(RunState.DIVERGED);
        }
    }

    @Test
    void aRunThatIsPausedDoesNotCountAsStoppedByItself() {
        run.playEvenly(StopConditions.NONE);
        run.pause();
        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(run.movement().stopped()).isEmpty();
    }
}
