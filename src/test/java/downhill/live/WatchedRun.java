package downhill.live;

import downhill.insight.Histories;
import downhill.live.archive.Hold;
import downhill.live.archive.Journal;
import downhill.live.archive.NoArchive;
import downhill.live.archive.Progress;
import downhill.live.memory.Memory;
import downhill.live.memory.RunMemory;
import downhill.live.watch.Delivery;
import downhill.live.watch.FrameMaker;
import downhill.live.watch.FrameText;
import downhill.live.watch.View;
import downhill.live.watch.Viewer;
import downhill.live.work.Trainer;
import downhill.train.history.Footprint;
import downhill.train.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;

/** A run of its own for each test, and a reader of its viewers' events. */
public abstract class WatchedRun {
    final Trainer trainer = new Trainer(1);

    private final History history = Histories.of(Histories.XOR, 0);
    private final Footprint footprint = Footprint.of(history.newest().spec(), new Footprint.Examples(4, 2, 1), false);
    private final Memory memory = ServerLimits.DEFAULT.memory();

    public final LiveRun run = new LiveRun(
            "r",
            new Origin(Visitor.SERVER, Optional.empty(), false),
            history,
            new Host(trainer, new FrameMaker(), ServerLimits.DEFAULT),
            new RunMemory(memory, memory.forRun("", footprint.resident()), footprint, history),
            new Journal(new NoArchive(), Hold.of("r"), new Progress(0, false, OptionalDouble.empty()), 0, 0));
    public final View view = run.read(View::exact);

    @AfterEach
    void end() {
        run.end();
        trainer.close();
    }

    /** The steps that a viewer receives until this one. */
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
