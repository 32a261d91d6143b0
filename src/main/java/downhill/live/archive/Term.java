package downhill.live.archive;

import java.util.function.LongSupplier;

/**
 * A time for which a server may count on its leases. It ends a little before other servers may take its runs, and once over it never
 * goes on: a server that was away for too long has lost every run of that time, also those that nobody took.
 */
public final class Term {
    private final LongSupplier clock;
    private long until;
    private boolean over;

    /**
     * A term that has begun.
     *
     * @param clock nanoseconds from some time on; only differences count, so the time of day does not matter
     * @param until its end, by that clock
     */
    public Term(LongSupplier clock, long until) {
        this.clock = clock;
        this.until = until;
    }

    /** A term without an end. */
    public static Term endless() {
        return new Term(() -> 0, 1);
    }

    /** Tests whether it is not over. */
    public synchronized boolean holds() {
        over = over || clock.getAsLong() - until >= 0;
        return !over;
    }

    /** Moves its end; false if it was over before. */
    public synchronized boolean extend(long later) {
        if (holds()) {
            until = later;
            return true;
        }
        return false;
    }
}
