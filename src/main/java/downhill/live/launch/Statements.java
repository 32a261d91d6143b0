package downhill.live.launch;

import downhill.live.work.LastingThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things that wait for a learning record store. A thread of its own sends them, many at a time. A learner never waits: when the store is away for
 * long and there is no more room, new things are dropped and counted.
 */
public final class Statements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
    static final int ROOM = 10_000;
    static final int MOST_AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BlockingQueue<Happening> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong dropped = new AtomicLong();
    private final StatementStore store;
    private final Optional<LastingThread> sender;

    private Statements(StatementStore store, boolean isOn) {
        this.store = store;
        this.sender = isOn ? Optional.of(new LastingThread("statements", this::send)) : Optional.empty();
    }

    /** Sends to a store. */
    public static Statements to(StatementStore store) {
        return new Statements(store, true);
    }

    /** Sends nothing, and keeps nothing. */
    public static Statements none() {
        return new Statements(happenings -> true, false);
    }

    /** Returns whether there is a store. */
    boolean isOn() {
        return sender.isPresent();
    }

    /** Takes on a thing to be sent; returns at once. */
    void add(Happening happening) {
        if (isOn() && !waiting.offer(happening) && dropped.getAndIncrement() == 0) {
            LOG.warn("The learning record store takes nothing, and {} statements wait: new ones are dropped", ROOM);
        }
    }

    private void send() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Happening> some = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(some, MOST_AT_ONCE - 1);
                send(some);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends some things, again and again until the store takes them: meanwhile the others wait, as long as there is room. */
    private void send(List<Happening> some) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!store.send(some)) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        report();
    }

    private void report() {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} statements for the learning record store were dropped", lost);
        }
    }

    @Override
    public void close() {
        sender.ifPresent(LastingThread::close);
    }
}
