package downhill.train.history;

import downhill.train.step.Divergence;
import downhill.train.step.Keyframe;
import downhill.train.step.Plan;
import downhill.train.step.Run;
import downhill.train.step.Stepper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest step of a history: a run ready to go on, or what is needed to make it again, which is a quarter of it. */
public final class Newest {
    private final Plan plan;
    private @Nullable Run run;
    private @Nullable Keyframe resting;
    private Optional<Divergence> divergence = Optional.empty();

    Newest(Run run) {
        this.plan = run.plan();
        this.run = run;
    }

    Plan plan() {
        return plan;
    }

    /** The run, woken if it rests. */
    Run run() {
        if (run == null) {
            run = new Run(plan, java.util.Objects.requireNonNull(resting), List.of());
            divergence.ifPresent(run::stop);
            resting = null;
        }
        return run;
    }

    /** All that is needed to come back to the step. */
    Keyframe keyframe() {
        return run == null ? java.util.Objects.requireNonNull(resting) : run.keyframe();
    }

    void rest() {
        if (run != null) {
            divergence = run.divergence();
            resting = run.keyframe();
            run = null;
        }
    }

    /** About the memory that it takes, in bytes. */
    long bytes() {
        int moments = plan.spec().optimizer().rule().moments().size();
        int arrays = run == null ? 1 + moments : Stepper.arrays(moments);
        return 8L * plan.shape().parameters() * arrays;
    }
}
