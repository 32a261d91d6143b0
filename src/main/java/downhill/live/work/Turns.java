package downhill.live.work;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns of runs that wait to be trained. Of the turns that are due, the next one is of the share that has used the least time: a visitor with a
 * hundred runs at full speed gets no more of the threads than one with a single run, whose steps come in time.
 *
 * <p>This is start-time fair queueing: a share that comes back after a pause begins at the time of those that are at work, so that it can't save up.
 */
final class Turns {
    /** A run's turn, which is due at some time, for a share. */
    record Turn(Trainable run, String share, long due) {}

    /** The turns of one share that are due, and the time that it has used, in nanoseconds. */
    private static final class Share {
        private final Queue<Turn> due = new ArrayDeque<>();
        private final long number;
        private long used;

        Share(long number) {
            this.number = number;
        }
    }

    /** The number of shares from which on idle ones are forgotten. */
    private static final int MANY = 1024;

    private final PriorityQueue<Turn> later = new PriorityQueue<>(Comparator.comparingLong(Turn::due));
    private final Map<String, Share> shares = new HashMap<>();

    /** The shares that have due turns, the one that used the least first. */
    private final NavigableSet<Share> waiting = new TreeSet<>(
            Comparator.<Share>comparingLong(share -> share.used).thenComparingLong(share -> share.number));

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongSupplier clock;

    /** The used time of the share whose turn began last, at which a share that comes back begins. */
    private long began;

    private long numbers;
    private int many = MANY;

    /** The thread that waits for the next due time; the others wait until it wakes them, so that one wakes for each turn. */
    private @Nullable Thread leader;

    Turns(LongSupplier clock) {
        this.clock = clock;
    }

    void add(Turn turn) {
        lock.lock();
        try {
            later.add(turn);
            if (turn.equals(later.peek())) {
                leader = null;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a turn back; answers false if it is not here. */
    boolean remove(Turn turn) {
        lock.lock();
        try {
            Share share = shares.get(turn.share());
            if (share == null || !share.due.remove(turn)) {
                return later.remove(turn);
            }
            if (share.due.isEmpty()) {
                waiting.remove(share);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of turns that wait. */
    int size() {
        lock.lock();
        try {
            return later.size()
                    + waiting.stream().mapToInt(share -> share.due.size()).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next turn. */
    Turn take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                sort();
                Optional<Turn> next = next();
                if (next.isPresent()) {
                    return next.get();
                }
                await();
            }
        } finally {
            if (leader == null) {
                changed.signal();
            }
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // take() asks again
    private void await() throws InterruptedException {
        if (leader != null || later.isEmpty()) {
            changed.await();
            return;
        }
        leader = Thread.currentThread();
        try {
            changed.awaitNanos(later.element().due() - clock.getAsLong());
        } finally {
            if (leader == Thread.currentThread()) {
                leader = null;
            }
        }
    }

    /** Gives each turn that has become due to its share. */
    private void sort() {
        long now = clock.getAsLong();
        while (!later.isEmpty() && later.element().due() <= now) {
            Turn turn = later.remove();
            Share share = shares.computeIfAbsent(turn.share(), name -> new Share(numbers++));
            if (share.due.isEmpty()) {
                share.used = Math.max(share.used, began);
            }
            share.due.add(turn);
            waiting.add(share);
        }
    }

    private Optional<Turn> next() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Share least = waiting.first();
        began = least.used;
        Turn turn = least.due.remove();
        if (least.due.isEmpty()) {
            waiting.remove(least);
        }
        return Optional.of(turn);
    }

    /** Notes the time that a turn took, in nanoseconds. */
    void used(Turn turn, long nanos) {
        lock.lock();
        try {
            Share share = shares.computeIfAbsent(turn.share(), name -> new Share(numbers++));
            boolean waits = waiting.remove(share);
            share.used += nanos;
            if (waits) {
                waiting.add(share);
            }
            forgetIdle();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets shares that are no further than the others when they come back: a new one begins there too. */
    private void forgetIdle() {
        if (shares.size() > many) {
            shares.values().removeIf(share -> share.due.isEmpty() && share.used <= began);
            many = Math.max(MANY, 2 * shares.size());
        }
    }
}
