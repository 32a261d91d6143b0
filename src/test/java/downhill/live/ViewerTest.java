package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ViewerTest extends WatchedRun {
    @Test
    void whoHasSeenTheWholePastIsLiveAtOnceAndWhatHappensBeforeTheNextFrameIsDueIsNotReplayed()
            throws InterruptedException {
        run.step(1, view);
        try (Viewer viewer = run.watch(new Viewer.Wish(view, OptionalInt.of(-1), 1, 20, Long.MAX_VALUE))) {
            assertThat(read(viewer, 1)).containsExactly(0, 1);
            run.step(100, view);
            assertThat(read(viewer, 101)).containsExactly(101);
        }
    }
}
