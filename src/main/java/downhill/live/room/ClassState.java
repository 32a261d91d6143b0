package downhill.live.room;

import downhill.classroom.Classroom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The state of a class in memory, an immutable value: a change replaces it and wakes those who follow. Nothing slow happens under its lock. */
final class ClassState {
    /** The hashes of the learners' keys, in the order of the learners' numbers. */
    private final List<String> keys;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Classroom state;
    private long version;
    private long controls;
    private boolean over;
    private int streams;

    ClassState(Classroom state, List<String> learners) {
        this.state = state;
        this.keys = new ArrayList<>(learners);
        for (int i = 0; i < keys.size(); i++) {
            numbers.put(keys.get(i), i + 1);
        }
    }

    ClassNews news() {
        lock.lock();
        try {
            return new ClassNews(state, version, controls, over);
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the state; answers the new one. */
    Classroom apply(UnaryOperator<Classroom> change) {
        return apply(change, false);
    }

    /**
     * The same.
     *
     * @param control whether learners must hear of it
     */
    Classroom apply(UnaryOperator<Classroom> change, boolean control) {
        lock.lock();
        try {
            state = change.apply(state);
            version++;
            controls += control ? 1 : 0;
            changed.signalAll();
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a learner's key the next number. */
    void seat(String key) {
        lock.lock();
        try {
            keys.add(key);
            numbers.put(key, keys.size());
        } finally {
            lock.unlock();
        }
    }

    /** The number of the learner with this key. */
    Optional<Integer> number(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(numbers.get(key));
        } finally {
            lock.unlock();
        }
    }

    String key(int number) {
        lock.lock();
        try {
            return keys.get(number - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all streams. */
    void end() {
        lock.lock();
        try {
            over = true;
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts one more stream; false if that would be more than are allowed. */
    boolean addStream(int most) {
        lock.lock();
        try {
            if (streams >= most) {
                return false;
            }
            streams++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void removeStream() {
        lock.lock();
        try {
            streams--;
        } finally {
            lock.unlock();
        }
    }

    boolean isFollowed() {
        lock.lock();
        try {
            return streams > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for another number of controls, or for a time; answers the state then. */
    ClassNews awaitControls(long seen, Duration most) throws InterruptedException {
        return await(seen, most, true);
    }

    /** Waits for another version, or for a time; answers the state then. */
    ClassNews awaitAny(long seen, Duration most) throws InterruptedException {
        return await(seen, most, false);
    }

    private ClassNews await(long seen, Duration most, boolean control) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!over && (control ? controls : version) == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new ClassNews(state, version, controls, over);
        } finally {
            lock.unlock();
        }
    }
}
