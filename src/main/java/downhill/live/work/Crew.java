package downhill.live.work;

import downhill.math.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that help a caller with a piece of work in parts. Each takes the next part that nobody has taken, the caller too: so
 * a helper that the machine has no time for holds nobody up but with the part in its hands. The crew helps one caller at a
 * time; another caller does all parts itself.
 */
public final class Crew implements Shards, AutoCloseable {
    /** The number of turns in which a helper looks for more work before it sleeps: some ten microseconds. */
    private static final int SPIN_LIMIT = 2000;

    /** The pause of a caller who has waited that long for a helper's last part, before it looks again, in nanoseconds. */
    private static final long NAP = 20_000;

    private final List<Thread> helpers = new ArrayList<>();
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private volatile @Nullable Job newest;
    private volatile boolean isClosed;

    /** A crew of threads beside the caller's own. */
    public Crew(int count) {
        for (int i = 0; i < count; i++) {
            helpers.add(Thread.ofPlatform().daemon().name("crew-" + i).start(this::help));
        }
    }

    private static final class Job {
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Job(IntConsumer work) {
            this.work = work;
        }

        /** Does parts until none is left. */
        void join() {
            for (int part = next.getAndIncrement(); part < COUNT; part = next.getAndIncrement()) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        /** Waits for the parts that others still have in their hands. */
        void await() {
            for (int turn = 0; done.get() < COUNT; turn++) {
                if (turn < SPIN_LIMIT) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(NAP);
                }
            }
            Throwable thrown = failure;
            if (thrown instanceof Error e) {
                throw e;
            }
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
        }
    }

    @Override
    public void run(IntConsumer work) {
        if (!isTaken.compareAndSet(false, true)) {
            Shards.NONE.run(work);
            return;
        }
        try {
            Job job = new Job(work);
            newest = job;
            helpers.forEach(LockSupport::unpark);
            job.join();
            job.await();
        } finally {
            isTaken.set(false);
        }
    }

    @Override
    public boolean isWorthwhile() {
        return !helpers.isEmpty();
    }

    private void help() {
        Job last = null;
        int idle = 0;
        while (!isClosed) {
            Job job = newest;
            if (job != last && job != null) {
                job.join();
                last = job;
                idle = 0;
            } else if (idle++ < SPIN_LIMIT) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                idle = 0;
            }
        }
    }

    /** Ends the threads; work goes on in its callers' own. */
    @Override
    public void close() {
        isClosed = true;
        helpers.forEach(LockSupport::unpark);
    }
}
