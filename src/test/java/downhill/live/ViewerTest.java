package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.watch.Delivery;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.train.spec.Tweak;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ViewerTest extends WatchedRun {
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
}
