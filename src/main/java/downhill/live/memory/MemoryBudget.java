package downhill.live.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An amount of memory that may be taken, in all and by each visitor, in bytes. Nothing is measured here: callers charge beforehand
 * the most that they may take.
 */
public final class MemoryBudget {
    private final long total;
    private final long each;
    private final Map<String, Long> byVisitor = new HashMap<>();
    private long taken;

    /**
     * A budget of which nothing is taken yet.
     *
     * @param total in all
     * @param each by one visitor
     */
    public MemoryBudget(long total, long each) {
        this.total = total;
        this.each = Math.min(each, total);
    }

    /** The answers to a request for memory. */
    public enum Answer {
        GRANTED,
        /** One visitor may not have so much at all. */
        NEVER,
        /** The visitor has too much already. */
        VISITOR_FULL,
        /** All visitors together have too much already. */
        ALL_FULL
    }

    /** Returns the answer to a visitor who asks for this number of bytes more. */
    public synchronized Answer ask(String visitor, long bytes) {
        return bytes > each
                ? Answer.NEVER
                : of(visitor) + bytes > each
                        ? Answer.VISITOR_FULL
                        : taken + bytes > total ? Answer.ALL_FULL : Answer.GRANTED;
    }

    /** Returns the bytes that a visitor has to give back before this number is granted; {@code Long.MAX_VALUE} if they never are. */
    public synchronized long missing(String visitor, long bytes) {
        return bytes > each ? Long.MAX_VALUE : Math.max(0, Math.max(of(visitor) + bytes - each, taken + bytes - total));
    }

    /** Takes so much for a visitor until the charge is closed; nothing if that is not granted. */
    public synchronized Optional<Charge> take(String visitor, long bytes) {
        return ask(visitor, bytes) == Answer.GRANTED ? Optional.of(charged(visitor, bytes)) : Optional.empty();
    }

    /** Takes so much whether there is room or not: for what the server itself needs. */
    public synchronized Charge takeAnyway(String visitor, long bytes) {
        return charged(visitor, bytes);
    }

    private Charge charged(String visitor, long bytes) {
        add(visitor, bytes);
        return new Charge(this, visitor, bytes);
    }

    synchronized boolean resize(Charge charge, long bytes) {
        long more = bytes - charge.bytes;
        boolean fits = more <= 0 || (of(charge.visitor) + more <= each && taken + more <= total);
        if (fits && !charge.isClosed) {
            add(charge.visitor, more);
            charge.bytes = bytes;
        }
        return fits;
    }

    synchronized long bytes(Charge charge) {
        return charge.isClosed ? 0 : charge.bytes;
    }

    synchronized void close(Charge charge) {
        if (!charge.isClosed) {
            charge.isClosed = true;
            add(charge.visitor, -charge.bytes);
        }
    }

    private void add(String visitor, long bytes) {
        taken += bytes;
        byVisitor.merge(visitor, bytes, (a, b) -> a + b == 0 ? null : a + b);
    }

    private long of(String visitor) {
        return byVisitor.getOrDefault(visitor, 0L);
    }

    /** Returns the bytes that a visitor has taken. */
    public synchronized long taken(String visitor) {
        return of(visitor);
    }

    /** Returns the bytes taken in all. */
    public synchronized long taken() {
        return taken;
    }

    /** Returns the bytes that may be taken in all. */
    public long total() {
        return total;
    }

    /** Returns the bytes that one visitor may take. */
    public long each() {
        return each;
    }
}
