package downhill.live.archive;

import downhill.train.history.StopConditions;
import java.util.OptionalDouble;

/**
 * The place that a run has reached.
 *
 * @param step its newest step
 * @param diverged whether it cannot go on from there
 * @param rate the steps a second at which it plays, 0 for as fast as possible; nothing if it is paused
 * @param until the conditions under which it stops by itself while it plays
 */
public record Progress(int step, boolean diverged, OptionalDouble rate, StopConditions until) {
    /** A place from which nothing stops the run. */
    public Progress(int step, boolean diverged, OptionalDouble rate) {
        this(step, diverged, rate, StopConditions.NONE);
    }

    /** The same, paused. */
    public Progress paused() {
        return new Progress(step, diverged, OptionalDouble.empty());
    }
}
