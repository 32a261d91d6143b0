package downhill.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The changes that wait to be written. They are written in their order, and those that wait at the same time in one transaction, because
 * a hundred changes become durable as quickly as one. The first caller writes for all, so this needs no thread of its own.
 */
final class WriteQueue {
    /** The most changes of one transaction. */
    private static final int MOST = 256;

    private final Jdbi jdbi;
    private final Queue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock(true);

    WriteQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns once the change is durable; throws what the change threw, and nothing is changed then. */
    void write(Consumer<Handle> change) {
        var mine = new Change(change);
        waiting.add(mine);
        lock.lock();
        try {
            while (!mine.done) {
                writeNext();
            }
        } finally {
            lock.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void writeNext() {
        List<Change> changes = new ArrayList<>();
        for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
            changes.add(change);
            if (changes.size() == MOST) {
                break;
            }
        }
        try {
            jdbi.useTransaction(handle -> changes.forEach(change -> change.make.accept(handle)));
        } catch (RuntimeException e) {
            changes.forEach(this::writeAlone);
        }
        changes.forEach(change -> change.done = true);
    }

    /** Writes a change in a transaction of its own, so that one that fails takes no other with it. */
    private void writeAlone(Change change) {
        try {
            jdbi.useTransaction(change.make::accept);
        } catch (RuntimeException e) {
            change.failure = e;
        }
    }

    /** A change, guarded by the lock once it waits. */
    private static final class Change {
        private final Consumer<Handle> make;
        private boolean done;
        private @Nullable RuntimeException failure;

        Change(Consumer<Handle> make) {
            this.make = make;
        }
    }
}
