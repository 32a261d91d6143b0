package downhill.live.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for work that never ends by itself. If something that nobody caught kills the thread, another one goes on with the same
 * work.
 */
public final class LastingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastingThread.class);

    private final String name;
    private final Runnable work;
    private volatile boolean isClosed;
    private volatile Thread thread;

    /**
     * Starts the thread.
     *
     * @param work it returns when its thread is interrupted
     */
    public LastingThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
        synchronized (this) {
            this.thread = started();
        }
    }

    private Thread started() {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler((dead, cause) -> replace(cause))
                .start(work);
    }

    /** Starts a thread in a dead one's place; in their order, so that the last one started is the one that is known. */
    private synchronized void replace(Throwable cause) {
        if (!isClosed) {
            thread = started();
            LOG.error("The thread {} died and was replaced", name, cause);
        }
    }

    /** Returns whether the work is being done; false for good only if no thread could be started in a dead one's place. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Interrupts the work. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
