package downhill.live.launch;

import downhill.live.archive.ArchiveException;
import downhill.live.archive.Outbox;
import downhill.live.archive.Outbox.Waiting;
import downhill.live.work.LastingThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things that wait for a learning record store. They wait in an outbox, so they survive a crash, and of several servers one sends them, many at a time,
 * in the order in which they happened. A learner never waits for the store: when it is away for long and the outbox is full, new things are dropped and
 * counted.
 */
public final class Statements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
    static final int ROOM = 10_000;
    static final int MOST_AT_ONCE = 50;

    /** The most characters of a thing, so that the outbox has a limited size. */
    static final int LONGEST = 2000;

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A server that dies keeps others from sending for so long, and for the pause after its last try. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final String server = UUID.randomUUID().toString();
    private final Semaphore woken = new Semaphore(0);
    private final AtomicLong dropped = new AtomicLong();
    private final Outbox outbox;
    private final StatementStore store;
    private final Clock clock;
    private final Optional<LastingThread> sender;

    private Statements(Outbox outbox, StatementStore store, Clock clock, boolean isOn) {
        this.outbox = outbox;
        this.store = store;
        this.clock = clock;
        this.sender = isOn ? Optional.of(new LastingThread("statements", this::work)) : Optional.empty();
    }

    /** Sends what is in an outbox, and what is added, to a store. */
    public static Statements to(StatementStore store, Outbox outbox, Clock clock) {
        return new Statements(outbox, store, clock, true);
    }

    /** Sends nothing, and keeps nothing. */
    public static Statements none(Outbox outbox) {
        return new Statements(outbox, happenings -> true, Clock.systemUTC(), false);
    }

    /** Returns whether there is a store. */
    boolean isOn() {
        return sender.isPresent();
    }

    /** Keeps a thing to be sent; returns once it is in the outbox. */
    public void add(Happening happening) {
        if (isOn() && !isKept(happening) && dropped.getAndIncrement() == 0) {
            LOG.warn("Statements for the learning record store find no room, so new ones are dropped");
        }
        woken.release();
    }

    private boolean isKept(Happening happening) {
        String text = happening.text();
        try {
            return text.length() <= LONGEST
                    && outbox.add(
                            new Waiting(
                                    happening.id().toString(), happening.time().toEpochMilli(), text),
                            ROOM);
        } catch (ArchiveException e) {
            return false;
        }
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (sendNext(pause)) {
                    pause = FIRST_PAUSE;
                } else {
                    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                    Duration doubled = pause.multipliedBy(2);
                    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends the next things, or waits for some, or for the server that sends.
     *
     * @param pause after a failure
     * @return false if the store did not take them, or the outbox can't be reached
     */
    private boolean sendNext(Duration pause) throws InterruptedException {
        try {
            List<Waiting> some = outbox.oldest(MOST_AT_ONCE);
            Instant now = clock.instant();
            if (some.isEmpty() || !outbox.lead(server, now, now.plus(LEASE).plus(pause))) {
                var _ = woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                return true;
            }
            // The list is read again: another server may have sent some of it before this one took over.
            some = outbox.oldest(MOST_AT_ONCE);
            List<Happening> happenings = some.stream()
                    .flatMap(one -> Happening.read(one.text()).stream())
                    .toList();
            if (!happenings.isEmpty() && !store.send(happenings)) {
                return false;
            }
            outbox.remove(some);
            report();
            return true;
        } catch (ArchiveException e) {
            LOG.debug("The statements wait, because the outbox cannot be reached", e);
            return false;
        }
    }

    private void report() {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} statements for the learning record store were dropped", lost);
        }
    }

    @Override
    public void close() {
        sender.ifPresent(thread -> {
            thread.close();
            try {
                outbox.release(server);
            } catch (ArchiveException e) {
                LOG.debug("Another server sends the statements once this one's time is over", e);
            }
        });
    }
}
