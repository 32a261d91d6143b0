package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.live.Viewer.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewerTest {
    private final Trainer trainer = new Trainer(1);
    private final LiveRun run = new LiveRun(
            "r", new Origin("", Optional.empty(), false), Histories.of(Histories.XOR, 0), trainer, new FrameMaker());
    private final View view = View.exact(run);

    @AfterEach
    void end() {
        run.end();
        trainer.close();
    }

    private static List<Integer> read(Viewer viewer, int last) throws InterruptedException {
        List<Integer> steps = new ArrayList<>();
        while (steps.isEmpty() || steps.getLast() < last) {
            if (viewer.next() instanceof Delivery.Step(FrameText frame)) {
                steps.add(frame.step());
            }
        }
        return steps;
    }

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
