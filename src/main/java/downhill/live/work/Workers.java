package downhill.live.work;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute what someone wants to know of a run. They are platform threads, since computing never waits, and
 * they hold no run's lock: what they look at is a copy. Each task is done for a share, the name of a visitor or of a run that all share, and all shares
 * have their turns.
 */
public final class Workers implements AutoCloseable {
    /** The share of the server's own work. */
    public static final String SERVER = "";

    private final FairQueue<FutureTask<?>> queue;
    private final List<LastingThread> threads;
    private volatile boolean isClosed;

    /** Starts the threads. */
    public Workers(int count) {
        queue = new FairQueue<>(Math.max(1, count / 2));
        threads = IntStream.range(0, count)
                .mapToObj(i -> new LastingThread("worker-" + i, this::work))
                .toList();
    }

    private void work() {
        while (!isClosed) {
            // An interruption that came after the end of a task was meant for that task.
            Thread.interrupted();
            try {
                FairQueue.Entry<FutureTask<?>> next = queue.take();
                try {
                    next.task().run();
                } finally {
                    queue.done(next.share());
                }
            } catch (InterruptedException e) {
                // The loop's condition says whether this is the end.
            }
        }
    }

    /** Computes something while the caller waits; who stops waiting stops the work. BusyException if too much waits. */
    public <T> T call(String share, Callable<T> work) throws InterruptedException {
        Future<T> result = start(share, work);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (CancellationException e) {
            throw failure(e);
        } finally {
            result.cancel(true);
        }
    }

    /** Begins to compute something; {@link Future#cancel} stops it. BusyException if too much waits. */
    public <T> Future<T> start(String share, Callable<T> work) {
        Optional<TaskProgress> progress = TaskProgress.current();
        var task = new FutureTask<>(
                progress.<Callable<T>>map(p -> () -> p.during(work::call)).orElse(work));
        if (isClosed || !queue.add(share, task)) {
            throw new BusyException("The server is busy. Try again in a few seconds.");
        }
        return task;
    }

    /** The failure of a task, as the caller who waits for it should see it. */
    public static RuntimeException failure(@Nullable Throwable cause) throws InterruptedException {
        if (cause instanceof CancellationException || cause instanceof InterruptedException) {
            throw new InterruptedException("the work was stopped");
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    /** Gives up, by a CancellationException, if nobody wants the result any more; long work asks it often. */
    public static void checkpoint() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /** The number of tasks that are being computed. */
    public int active() {
        return queue.running();
    }

    /** Returns whether every thread is at work. */
    public boolean isAlive() {
        return threads.stream().allMatch(LastingThread::isAlive);
    }

    /** Stops all work, also what only waits. */
    @Override
    public void close() {
        isClosed = true;
        threads.forEach(LastingThread::close);
        queue.drain().forEach(task -> task.cancel(true));
    }
}
