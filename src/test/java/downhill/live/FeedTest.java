package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.live.Viewer.Delivery;
import downhill.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final int MANY = 60;

    private final Trainer trainer = new Trainer(1);
    private final LiveRun run = new LiveRun(
            "r", new Origin("", Optional.empty(), false), Histories.of(Histories.XOR, 0), trainer, new FrameMaker());
    private final View view = View.exact(run);

    @AfterEach
    void end() {
        run.end();
        trainer.close();
    }

    private Viewer watch() {
        return run.watch(new Viewer.Wish(view, OptionalInt.empty(), 1, 0, Long.MAX_VALUE));
    }

    /** The steps that a viewer is told until this one. */
    private static List<Integer> read(Viewer viewer, int last) throws InterruptedException {
        List<Integer> steps = new ArrayList<>();
        while (steps.isEmpty() || steps.getLast() < last) {
            if (viewer.next() instanceof Delivery.Step(FrameText frame)) {
                steps.add(frame.step());
            }
        }
        return steps;
    }

    private Optional<FrameText> firstAfter(int step) {
        return run.read(history -> run.audience().inOrder(view, step, 0, any -> true));
    }

    @Test
    void whoIsBehindFindsEveryStepThatOthersHaveSeen() throws InterruptedException {
        try (Viewer prompt = watch();
                Viewer late = watch()) {
            assertThat(read(late, 0)).containsExactly(0);
            run.play(500);
            read(prompt, MANY);
            assertThat(firstAfter(0)).map(FrameText::step).contains(1);
            assertThat(read(late, MANY))
                    .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        }
    }

    @Test
    void whatEveryoneHasSeenIsLetGo() throws InterruptedException {
        try (Viewer prompt = watch()) {
            run.play(500);
            read(prompt, MANY);
            run.pause();
            int newest = run.read(History::step);
            if (newest > MANY) {
                read(prompt, newest);
            }
            run.play(500);
            read(prompt, newest + 1);
            assertThat(firstAfter(0)).isEmpty();
        }
    }
}
