package downhill.math;

/**
 * The watch over work that takes long. The work asks it often whether to give up, and reports the share that is done, where it knows this share. Threads
 * that do parts of the work may use it at the same time. It changes no result.
 */
@FunctionalInterface
public interface Watch extends Runnable {
    /** Asked often; throws to give up. */
    @Override
    void run();

    /** Takes the share of the work that is done, from 0 to 1. */
    default void done(double share) {}

    /** The watch over a part of the work, which begins and ends at these shares of the whole. */
    default Watch between(double begin, double end) {
        Watch whole = this;
        return new Watch() {
            @Override
            public void run() {
                whole.run();
            }

            @Override
            public void done(double share) {
                whole.done(begin + share * (end - begin));
            }
        };
    }

    /** The watch over one of several equal parts of the work, counted from 0. */
    default Watch part(int index, int count) {
        return between((double) index / count, (index + 1.0) / count);
    }
}
