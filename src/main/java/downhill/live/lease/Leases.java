package downhill.live.lease;

import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Claim;
import downhill.live.archive.Hold;
import downhill.live.archive.Lease;
import downhill.live.archive.Presence;
import downhill.live.archive.Term;
import downhill.live.work.LastingThread;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server's leases. A thread of its own says at an interval, for all runs at once, that the server is alive. A server that could not say so for the time of
 * a lease has lost all its runs, and stops them by itself: it needs nobody to tell it.
 */
public final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    /** The signs of life in the time of one lease. */
    private static final int SIGNS = 4;

    /** The part of a lease by which a server takes it to be over before the others do, since no two clocks run at the same speed. */
    private static final int MARGIN = 20;

    private final Archive archive;
    private final Duration length;
    private final Peers peers;
    private final LongSupplier clock;
    private final Supplier<Collection<Lease>> kept;
    private final Consumer<Lease> lost;
    private Optional<String> address = Optional.empty();
    private Optional<LastingThread> thread = Optional.empty();
    private volatile Term term;

    /**
     * The leases of a server that has none yet.
     *
     * @param length how long a lease lasts after a sign of life
     * @param clock nanoseconds from some time on
     * @param kept the leases of the runs in memory
     * @param lost stops a run whose lease is lost
     */
    public Leases(
            Archive archive,
            Duration length,
            Peers peers,
            LongSupplier clock,
            Supplier<Collection<Lease>> kept,
            Consumer<Lease> lost) {
        this.archive = archive;
        this.length = length;
        this.peers = peers;
        this.clock = clock;
        this.kept = kept;
        this.lost = lost;
        this.term = archive.isShared() ? new Term(clock, clock.getAsLong()) : Term.endless();
    }

    /** Begins to give signs of life, if other servers use the archive; they reach this one at an address. */
    public synchronized void join(String reachable) {
        if (archive.isShared()) {
            address = Optional.of(reachable);
            renew();
            thread = Optional.of(new LastingThread("leases", this::keepAlive));
        }
    }

    /** The term for new leases. ArchiveException if this server can't say that it is alive. */
    public Term term() {
        if (!term.holds()) {
            renew();
        }
        return term;
    }

    /** The hold on a run; nothing if there is no such run. ElsewhereException if another server has it. */
    public Optional<Hold> claim(String run) {
        Term current = term();
        return switch (archive.claim(run)) {
            case Claim.Granted(Lease lease) -> Optional.of(new Hold(lease, current));
            case Claim.Gone() -> Optional.empty();
            case Claim.Elsewhere(String address, Duration left) -> throw new ElsewhereException(address, left);
        };
    }

    /** Tests whether the server that has a run is there. */
    public boolean answers(ElsewhereException elsewhere) {
        return peers.answers(elsewhere.address());
    }

    /** Returns whether the thread is at work, if there is one. */
    public synchronized boolean isAlive() {
        return thread.map(LastingThread::isAlive).orElse(true);
    }

    private void keepAlive() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(length.dividedBy(SIGNS));
                try {
                    renew();
                } catch (ArchiveException e) {
                    LOG.warn("This server could not renew its leases: {}", e.getMessage());
                    stopIfOver();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that this server is alive, and stops the runs that it has lost. */
    synchronized void renew() {
        String reachable =
                address.orElseThrow(() -> new ArchiveException("The server is starting. Try again in a few seconds."));
        Set<Lease> before = new HashSet<>(kept.get());
        long sent = clock.getAsLong();
        Set<Lease> held = archive.renew(new Presence(reachable, length));
        long until = sent + length.minus(length.dividedBy(MARGIN)).toNanos();
        if (!term.extend(until)) {
            term = new Term(clock, until);
            before.forEach(lost);
        } else {
            before.removeAll(held);
            before.forEach(lost);
        }
    }

    private void stopIfOver() {
        if (!term.holds()) {
            kept.get().forEach(lost);
        }
    }

    @Override
    public synchronized void close() {
        thread.ifPresent(LastingThread::close);
    }
}
