package downhill.live.work;

/** The activity of a run. */
public sealed interface Pace {
    /** The longest period, three years in nanoseconds: it can be added to any time without overflow. */
    double LONGEST = 1e17;

    /** Nothing, until someone asks. */
    record Paused() implements Pace {}

    /** Steps at a rate, in steps a second; 0 for as fast as possible. */
    record Playing(double stepsPerSecond) implements Pace {}

    /** Steps on to a target, as fast as possible, and then a pause. */
    record Stepping(int target) implements Pace {}

    /** Steps a second; 0 for as fast as it goes, or for none. */
    default double stepsPerSecond() {
        return this instanceof Playing playing ? playing.stepsPerSecond : 0;
    }

    /** Tests whether each step has its own time. */
    default boolean isPaced() {
        return stepsPerSecond() > 0;
    }

    /**
     * The time in nanoseconds at which the next step is due: a period after the one before, but a run that fell behind catches up by one period at
     * most.
     */
    default long dueAfter(long due, long now) {
        if (!isPaced()) {
            return now;
        }
        long period = (long) Math.min(LONGEST, 1e9 / stepsPerSecond());
        return Math.max(due + period, now - period);
    }
}
