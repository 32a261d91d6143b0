package downhill.live.archive;

import java.util.OptionalDouble;

/**
 * The place that a run has reached.
 *
 * @param step its newest step
 * @param diverged whether it cannot go on from there
 * @param rate the steps a second at which it plays, 0 for as fast as possible; nothing if it is paused
 */
public record Progress(int step, boolean diverged, OptionalDouble rate) {
    /** The same, paused. */
    public Progress paused() {
        return new Progress(step, diverged, OptionalDouble.empty());
    }
}
