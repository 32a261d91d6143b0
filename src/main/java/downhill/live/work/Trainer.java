package downhill.live.work;

import downhill.live.work.Turns.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that train: each takes the next turn that is due, lets its run work for a slice of time, and puts it back
 * with its next due time. All visitors get the same share of the threads ({@link Turns}), so the steps of a paced run are in time
 * whatever others do. A run whose single step outlasts a slice is heavy: one thread is always kept free of heavy
 * runs, so that the others' steps are in time.
 */
public final class Trainer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    /** The time that one run may work before the next has its turn, in nanoseconds. */
    static final long SLICE = 3_000_000;

    /**
     * Turns that are not due at once begin at multiples of this, in nanoseconds. So runs that are due at about the same time are trained one after the
     * other by a thread that is awake, and those who watch them are served in one go too: waking costs more than a small step.
     */
    private static final long TICK = 2_000_000;

    /** The pause of a heavy run when other heavy ones have all the threads they may have, in nanoseconds. */
    private static final long AGAIN = 2_000_000;

    private final LongSupplier clock = System::nanoTime;
    private final Turns turns = new Turns(clock);
    private final Semaphore heavy;
    private final List<LastingThread> workers = new ArrayList<>();

    /**
     * Starts the threads.
     *
     * @param threads how many; they are platform threads, since training never waits
     */
    public Trainer(int threads) {
        this.heavy = new Semaphore(Math.max(1, threads - 1));
        for (int i = 0; i < threads; i++) {
            workers.add(new LastingThread("trainer-" + i, this::work));
        }
    }

    /** Nanoseconds from an arbitrary start, never backward. */
    public long now() {
        return clock.getAsLong();
    }

    /** Gives a run its next turn when it is due. A run has one turn at a time: it asks again from within it. */
    Turn schedule(Trainable run, long due) {
        var turn = new Turn(run, run.share(), due <= now() ? due : Math.ceilDiv(due, TICK) * TICK);
        turns.add(turn);
        return turn;
    }

    /** Takes a turn back. Nothing happens and the answer is false if a thread has taken it, or makes it wait for heavy ones. */
    boolean withdraw(Turn turn) {
        return turns.remove(turn);
    }

    /** Returns whether every thread is at work. */
    public boolean isAlive() {
        return workers.stream().allMatch(LastingThread::isAlive);
    }

    /** Returns the number of turns that wait to be due. */
    public int waiting() {
        return turns.size();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work(turns.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Turn turn) {
        Trainable run = turn.run();
        boolean isHeavy = run.isHeavy();
        if (isHeavy && !heavy.tryAcquire()) {
            turns.add(new Turn(run, turn.share(), now() + AGAIN));
            return;
        }
        long start = now();
        try {
            run.turn(SLICE);
        } catch (RuntimeException | Error e) {
            try {
                run.end();
            } finally {
                LOG.error("A run failed in its turn and is ended", e);
            }
        } finally {
            turns.used(turn, now() - start);
            if (isHeavy) {
                heavy.release();
            }
        }
    }

    /** Ends the threads; runs keep their state. */
    @Override
    public void close() {
        workers.forEach(LastingThread::close);
    }
}
