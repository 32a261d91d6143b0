package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.watch.FrameText;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.train.history.History;
import downhill.train.history.StopConditions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTest extends WatchedRun {
    private static final int MANY = 60;

    private Viewer watch() {
        return run.watch(new WatchRequest(view, OptionalInt.empty(), 1, 0, Long.MAX_VALUE));
    }

    private Optional<FrameText> firstAfter(int step) {
        return run.read(history -> run.seen.audience().inOrder(view, step, 0, any -> true));
    }

    @Test
    void whoIsBehindFindsEveryStepThatOthersHaveSeen() throws InterruptedException {
        try (Viewer prompt = watch();
                Viewer late = watch()) {
            assertThat(read(late, 0)).containsExactly(0);
            run.play(500, StopConditions.NONE);
            read(prompt, MANY);
            assertThat(firstAfter(0)).map(FrameText::step).contains(1);
            assertThat(read(late, MANY))
                    .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        }
    }

    @Test
    void whatEveryoneHasSeenIsLetGo() throws InterruptedException {
        try (Viewer prompt = watch()) {
            run.play(500, StopConditions.NONE);
            read(prompt, MANY);
            run.pause();
            int newest = run.read(History::step);
            if (newest > MANY) {
                read(prompt, newest);
            }
            run.play(500, StopConditions.NONE);
            read(prompt, newest + 1);
            assertThat(firstAfter(0)).isEmpty();
        }
    }
}
