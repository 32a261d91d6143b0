package downhill.net;

/** Receives the numbers of a gradient that are complete, while they are still in the processor's cache. */
@FunctionalInterface
public interface Finished {
    /** Nobody wants to know. */
    Finished UNHEARD = (part, from, to) -> {};

    /**
     * The numbers from .. to-1 are complete. May be called at the same time for different parts.
     *
     * @param part which part of the work they are of, below {@link downhill.math.Shards#COUNT}
     */
    void range(int part, int from, int to);

    /** The numbers from .. to-1 are complete, and all of them are 0. */
    default void zeros(int part, int from, int to) {
        range(part, from, to);
    }
}
