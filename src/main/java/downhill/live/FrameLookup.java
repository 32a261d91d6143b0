package downhill.live;

import downhill.live.watch.Audience;
import downhill.live.watch.FrameText;
import downhill.live.watch.View;
import downhill.train.history.History;
import downhill.train.history.StepRebuild;
import downhill.train.step.Run;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the frame of a step: the newest one is there, and an earlier one is computed again. */
record FrameLookup(History history, Audience audience) {
    /** Begins under the run's lock; the supplier's work needs no lock. Nothing if the run is not there yet. */
    Optional<Supplier<FrameText>> find(int step, View view) {
        Run newest = history.newest();
        if (step < 0 || step > newest.step()) {
            return Optional.empty();
        }
        if (step == newest.step()) {
            FrameText frame = audience.frame(newest, view);
            return Optional.of(() -> frame);
        }
        StepRebuild rebuild = history.rebuild(step);
        int version = audience.version();
        return Optional.of(() -> audience.make(rebuild.run(reached -> {}), view, version));
    }
}
