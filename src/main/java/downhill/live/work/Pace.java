package downhill.live.work;

/** What a run is doing. */
public sealed interface Pace {
    /** The longest period, three years in nanoseconds: it can be added to any time without overflow. */
    double LONGEST = 1e17;

    /** Nothing, until someone asks. */
    record Paused() implements Pace {}

    /** So many steps a second; 0 for as fast as it goes. */
    record Playing(double stepsPerSecond) implements Pace {}

    /** On to this step, as fast as it goes, and then paused. */
    record Stepping(int target) implements Pace {}

    /** Steps a second; 0 for as fast as it goes, or for none. */
    default double stepsPerSecond() {
        return this instanceof Playing playing ? playing.stepsPerSecond : 0;
    }

    /** Whether each step has its own time. */
    default boolean isPaced() {
        return stepsPerSecond() > 0;
    }

    /**
     * When the step after one that was due is due itself, in nanoseconds: a period later, but a run that fell behind catches
     * up by one period at most.
     */
    default long dueAfter(long due, long now) {
        if (!isPaced()) {
            return now;
        }
        long period = (long) Math.min(LONGEST, 1e9 / stepsPerSecond());
        return Math.max(due + period, now - period);
    }
}
