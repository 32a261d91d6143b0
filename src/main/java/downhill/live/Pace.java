package downhill.live;

/** What a run is doing. */
sealed interface Pace {
    /** Nothing, until someone asks. */
    record Paused() implements Pace {}

    /** So many steps a second; 0 for as fast as it goes. */
    record Playing(double stepsPerSecond) implements Pace {
        /** Nanoseconds from one step to the next, 0 for none. */
        long period() {
            return stepsPerSecond == 0 ? 0 : (long) (1e9 / stepsPerSecond);
        }
    }

    /** On to this step, as fast as it goes, and then paused. */
    record Stepping(int target) implements Pace {}
}
