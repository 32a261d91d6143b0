package downhill.math;

import java.util.function.IntConsumer;

/**
 * Runs the parts of a piece of work, one after the other or on several threads, and returns when all are done. There are
 * always {@link #COUNT} parts, however many processors there are, and no result depends on how they run.
 */
public interface Shards {
    /** The number of parts of every piece of work. */
    int COUNT = 8;

    /** Nothing is cut: all work is done in one piece, in the caller's thread. */
    Shards NONE = new Shards() {
        @Override
        public void run(IntConsumer work) {
            for (int part = 0; part < COUNT; part++) {
                work.accept(part);
            }
        }

        @Override
        public boolean isWorthwhile() {
            return false;
        }
    };

    /**
     * Runs the parts 0 to COUNT-1.
     *
     * @param work does one part; parts may run at the same time
     */
    void run(IntConsumer work);

    /** Tests whether cutting work into parts can make it faster. */
    default boolean isWorthwhile() {
        return true;
    }
}
