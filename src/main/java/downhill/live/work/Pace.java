package downhill.live.work;

/** The activity of a run. */
public sealed interface Pace {
    /** The longest period, three years in nanoseconds: it can be added to any time without overflow. */
    double LONGEST = 1e17;

    /** The time, in nanoseconds, that a run that fell behind may catch up, if that is longer than a period. */
    long CATCH_UP = 50_000_000;

    /** Nothing, until someone asks. */
    record Paused() implements Pace {}

    /** Steps at a rate, in steps a second; 0 for as fast as possible. */
    record Playing(double stepsPerSecond) implements Pace {}

    /**
     * Steps that fill the same length of a logarithmic axis from one picture to the next: one at first, and later between 1/64 and 1/32 of the steps
     * so far. The run goes slowly while much changes, and fast later.
     */
    record Even() implements Pace {
        /** Nanoseconds from one picture to the next. */
        static final long PICTURE = 40_000_000;

        /** The number of pictures from a step to the double of it. */
        private static final int PICTURES = 32;

        /** Tests whether a step is one of the pictures: which ones are does not depend on where the run began to play. */
        public static boolean isPicture(int step) {
            return step % Math.max(1, Integer.highestOneBit(step / PICTURES)) == 0;
        }
    }

    /** Steps on to a target, as fast as possible, and then a pause. */
    record Stepping(int target) implements Pace {}

    /** Returns whether the run goes on until somebody pauses it. */
    default boolean isPlaying() {
        return this instanceof Playing || this instanceof Even;
    }

    /** Steps a second; 0 for as fast as it goes, for an even pace, or for none. */
    default double stepsPerSecond() {
        return this instanceof Playing playing ? playing.stepsPerSecond : 0;
    }

    /** Tests whether each step has its own time. */
    default boolean isPaced() {
        return stepsPerSecond() > 0;
    }

    /**
     * The time in nanoseconds at which the step after this one is due: a period after the one before, but a run that fell behind catches up by one
     * period or {@link #CATCH_UP} at most.
     *
     * @param step the step that was just made
     * @param due when it was due
     */
    default long dueAfter(int step, long due, long now) {
        if (this instanceof Even) {
            return Even.isPicture(step) ? after(due, Even.PICTURE, now) : due;
        }
        return isPaced() ? after(due, (long) Math.min(LONGEST, 1e9 / stepsPerSecond()), now) : now;
    }

    private static long after(long due, long period, long now) {
        return Math.max(due + period, now - Math.max(period, CATCH_UP));
    }
}
