package downhill.live.work;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks for names, each for one thread at a time. Some names share a lock, so there is a fixed number. */
public final class NamedLocks {
    private static final int COUNT = 64;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toList();

    /** Work that may have to wait. */
    public interface Work<T, E extends Exception> {
        T done() throws E, InterruptedException;
    }

    /** Does work while no other thread works under the same name. */
    public <T, E extends Exception> T hold(String name, Work<T, E> work) throws E, InterruptedException {
        ReentrantLock lock = locks.get(Math.floorMod(name.hashCode(), COUNT));
        lock.lockInterruptibly();
        try {
            return work.done();
        } finally {
            lock.unlock();
        }
    }
}
