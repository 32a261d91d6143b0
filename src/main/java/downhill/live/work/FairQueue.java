package downhill.live.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * Tasks that wait for a thread, each for somebody. Everybody's next task has its turn in rotation, so that one who asks for a hundred things delays
 * another by one of them; and nobody has all threads at once.
 */
final class FairQueue<T> {
    /** The most tasks of one that wait. */
    static final int MOST_EACH = 32;

    /** The most tasks that wait. */
    static final int MOST = 1024;

    /** A task and the one for whom it is done. */
    record Entry<T>(String share, T task) {}

    private final Map<String, Queue<T>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final int mostRunning;
    private int size;

    /**
     * An empty queue.
     *
     * @param mostRunning the tasks of one that are done at the same time
     */
    FairQueue(int mostRunning) {
        this.mostRunning = mostRunning;
    }

    /** Adds a task; answers false if too much waits. */
    synchronized boolean add(String share, T task) {
        Queue<T> own = waiting.getOrDefault(share, new ArrayDeque<>());
        if (own.size() >= MOST_EACH || size >= MOST) {
            return false;
        }
        own.add(task);
        size++;
        waiting.putIfAbsent(share, own);
        notifyAll();
        return true;
    }

    /** Waits for the next task; {@link #done} must follow. */
    synchronized Entry<T> take() throws InterruptedException {
        Optional<Entry<T>> next = next();
        while (next.isEmpty()) {
            wait();
            next = next();
        }
        return next.get();
    }

    private Optional<Entry<T>> next() {
        return waiting.keySet().stream()
                .filter(share -> running.getOrDefault(share, 0) < mostRunning)
                .findFirst()
                .map(this::taken);
    }

    /** Takes a share's next task, and puts the share at the end of the rotation. */
    private Entry<T> taken(String share) {
        Queue<T> own = Objects.requireNonNull(waiting.remove(share));
        T task = own.remove();
        size--;
        running.merge(share, 1, Integer::sum);
        if (!own.isEmpty()) {
            waiting.put(share, own);
        }
        return new Entry<>(share, task);
    }

    /** Notes that a task is over. */
    synchronized void done(String share) {
        running.computeIfPresent(share, (s, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** The number of tasks that are being done. */
    synchronized int running() {
        return running.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Removes all that wait. */
    synchronized List<T> drain() {
        List<T> all = new ArrayList<>();
        waiting.values().forEach(all::addAll);
        waiting.clear();
        size = 0;
        return all;
    }
}
