package downhill.live;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A run's fair lock, and the condition that wakes everyone who waits for a change of the run. */
final class Guard {
    final ReentrantLock lock = new ReentrantLock(true);
    final Condition changed = lock.newCondition();

    /** Answers something of the run while nothing else changes it. */
    <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** A question for which the caller waits. */
    interface Waiting<T> {
        T answer() throws InterruptedException;
    }

    /** Answers something of the run that may have to wait for a change. */
    <T> T askInterruptibly(Waiting<T> question) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return question.answer();
        } finally {
            lock.unlock();
        }
    }

    /** Changes the run while nothing else does. */
    void change(Runnable change) {
        ask(() -> {
            change.run();
            return true;
        });
    }

    /** Waits, under the lock, while something is so. */
    void await(BooleanSupplier waits) throws InterruptedException {
        while (waits.getAsBoolean()) {
            changed.await();
        }
    }
}
