package downhill.live;

import downhill.live.archive.Archive;
import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The room in the archive, of which each visitor has a part. */
public final class StoreRoom {
    /** The time between two rounds. */
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Archive archive;
    private final ServerLimits limits;
    private final Clock clock;
    private Instant measured = Instant.EPOCH;
    private volatile long bytes;

    /** The room of an archive within these limits. */
    public StoreRoom(Archive archive, ServerLimits limits, Clock clock) {
        this.archive = archive;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Makes room for something new of a visitor, whose longest unasked runs and files go for it; of clients that share an address none does.
     *
     * @throws BusyException if an address has too much, FullException if all visitors together have
     */
    void require(Visitor visitor) {
        long each = limits.storeMegabytesPerVisitor() << 20;
        if (archive.bytes(visitor.name()) > each) {
            if (!visitor.alone()) {
                throw new BusyException("The runs and files of visitors at your address fill their part of the store."
                        + " Programs can get a token of their own by POST /api/visitors; browsers get one with a page,"
                        + " if they accept cookies.");
            }
            archive.shrink(visitor.name(), each * 3 / 4);
        }
        if (bytes > limits.storeMegabytes() << 20) {
            throw new FullException("The server’s store is full. Try again later.");
        }
    }

    /** Deletes everything that nobody asked for in a long time, and measures the rest, once in a round. */
    void tidy() {
        Instant now = clock.instant();
        if (now.isAfter(measured.plus(ROUND))) {
            measured = now;
            archive.forget(now.minus(limits.keep()));
            bytes = archive.bytes();
        }
    }
}
