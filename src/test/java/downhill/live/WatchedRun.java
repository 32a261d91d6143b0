package downhill.live;

import downhill.insight.Histories;
import downhill.live.Viewer.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A run of its own for each test, and a reader of what its viewers are told. */
abstract class WatchedRun {
    private final Trainer trainer = new Trainer(1);

    final LiveRun run = new LiveRun(
            "r", new Origin("", Optional.empty(), false), Histories.of(Histories.XOR, 0), trainer, new FrameMaker());
    final View view = View.exact(run);

    @AfterEach
    void end() {
        run.end();
        trainer.close();
    }

    /** The steps that a viewer is told until this one. */
    static List<Integer> read(Viewer viewer, int last) throws InterruptedException {
        List<Integer> steps = new ArrayList<>();
        while (steps.isEmpty() || steps.getLast() < last) {
            if (viewer.next() instanceof Delivery.Step(FrameText frame)) {
                steps.add(frame.step());
            }
        }
        return steps;
    }
}
