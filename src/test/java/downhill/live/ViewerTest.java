package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.watch.Delivery;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.train.history.StopConditions;
import downhill.train.spec.Tweak;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ViewerTest extends WatchedRun {
    /** A period between usual signs of life that no test lives to see the end of: a sixtieth of it is half a second. */
    private static final long HALF_A_MINUTE = 30_000_000_000L;

    @Test
    void whoHasSeenTheWholePastIsLiveAtOnceAndWhatHappensBeforeTheNextFrameIsDueIsNotReplayed()
            throws InterruptedException {
        run.step(1, view);
        try (Viewer viewer = run.watch(new WatchRequest(view, OptionalInt.of(-1), 1, 20, Long.MAX_VALUE))) {
            assertThat(read(viewer, 1)).containsExactly(0, 1);
            run.step(100, view);
            assertThat(read(viewer, 101)).containsExactly(101);
        }
    }

    @Test
    @Timeout(20)
    void aChangeAfterTheLastStepThatIsWantedIsToldToo() throws InterruptedException {
        run.step(7, view);
        run.tweak(Tweak.learningRate(0.4));
        run.step(1, view);
        try (Viewer viewer = run.watch(new WatchRequest(view, OptionalInt.of(-1), 10, 0, Long.MAX_VALUE))) {
            assertThat(viewer.next()).isInstanceOf(Delivery.Step.class);
            assertThat(viewer.next()).isInstanceOf(Delivery.Event.class);
        }
    }

    /** A second write shows that a connection is closed. */
    @Test
    @Timeout(20)
    void signsOfLifeFollowAnEventSoon() throws InterruptedException {
        try (Viewer viewer = run.watch(new WatchRequest(view, OptionalInt.empty(), 1, 0, HALF_A_MINUTE))) {
            assertThat(viewer.next()).isInstanceOf(Delivery.Step.class);
            run.play(1e-6, StopConditions.NONE);
            run.pause();
            Delivery next = viewer.next();
            while (!(next instanceof Delivery.Heartbeat)) {
                next = viewer.next();
            }
            assertThat(viewer.next()).isInstanceOf(Delivery.Heartbeat.class);
        }
    }
}
