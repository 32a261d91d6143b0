package downhill.math;

import java.util.function.IntConsumer;

/**
 * Who carries out pieces of work, perhaps several at once. How work is cut is never the runner's choice, and pieces write
 * apart from each other: results do not depend on it.
 */
@FunctionalInterface
public interface Shards {
    /** One piece after the other, in the caller's thread. */
    Shards SEQUENTIAL = (count, work) -> {
        for (int i = 0; i < count; i++) {
            work.accept(i);
        }
    };

    /**
     * Does the work for 0 .. count-1, each once, in any order, on any threads, and returns when all is done; what was written
     * is then visible to the caller.
     *
     * @throws RuntimeException the first that a piece threw
     */
    void run(int count, IntConsumer work);
}
