package downhill.live;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Locks for names, each for one thread at a time. Some names share a lock, so there is a fixed number. */
final class NamedLocks {
    private static final int COUNT = 64;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toList();

    <T> T hold(String name, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(name.hashCode(), COUNT));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
