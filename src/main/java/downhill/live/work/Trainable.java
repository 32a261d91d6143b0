package downhill.live.work;

/** Work that the trainer's threads do, a slice at a time. */
public interface Trainable {
    /**
     * Works for a slice of time.
     *
     * @param slice its length in nanoseconds; work that cannot be interrupted may take longer
     */
    void turn(long slice);

    /** The share of the threads' time that it counts for: a visitor's, or one of its own. */
    String share();

    /** Returns whether a single step takes longer than a slice. */
    boolean isHeavy();

    /** Ends it, after a turn that failed. */
    void end();
}
