package downhill.live.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute what someone wants to know of a run. They are platform threads, since computing never waits, and
 * they hold no run's lock: what they look at is a copy.
 */
public final class Workers implements AutoCloseable {
    private static final int MOST_WAITING = 64;

    private final ThreadPoolExecutor threads;

    /** Starts the threads. */
    public Workers(int count) {
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("worker-", 0).factory());
    }

    /** Computes something while the caller waits; who stops waiting stops the work. BusyException if too much waits. */
    public <T> T call(Callable<T> work) throws InterruptedException {
        Future<T> result = start(work);
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
    public <T> Future<T> start(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new BusyException("The server is busy. Try again in a few seconds.");
        }
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
        return threads.getActiveCount();
    }

    /** Stops all work, also what only waits. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(true);
            }
        }
    }
}
