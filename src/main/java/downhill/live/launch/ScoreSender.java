package downhill.live.launch;

import downhill.live.archive.ArchiveException;
import downhill.live.archive.LaunchArchive;
import downhill.live.archive.SavedLaunch;
import downhill.live.work.LastingThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the scores that are due, in a thread of its own. They wait in the archive, so they survive a restart, and of several servers one sends each. A
 * platform that does not answer is tried again, later each time, for about two days.
 */
public final class ScoreSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreSender.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration TIDYING = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MOST_TRIES = 16;
    private static final int AT_ONCE = 16;

    private final LaunchArchive archive;
    private final Gradebook gradebook;
    private final Duration keep;
    private final Clock clock;
    private final Semaphore woken = new Semaphore(0);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Instant tidied = Instant.MIN;

    /**
     * Sends what is due once it is started.
     *
     * @param keep a launch is deleted when nothing happened at it for so long
     */
    public ScoreSender(LaunchArchive archive, Gradebook gradebook, Duration keep, Clock clock) {
        this.archive = archive;
        this.gradebook = gradebook;
        this.keep = keep;
        this.clock = clock;
    }

    /** Starts the thread. */
    LastingThread start() {
        return new LastingThread("scores", this::work);
    }

    /** Has the thread look at once whether something is due. */
    void wake() {
        woken.release();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                var _ = woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            sendDue();
            if (tidied.isBefore(clock.instant().minus(TIDYING))) {
                tidied = clock.instant();
                archive.forget(tidied.minus(keep), tidied);
                archive.outbox().forget(tidied.minus(keep));
            }
        } catch (ArchiveException e) {
            LOG.debug("The scores wait, because the store cannot be reached", e);
        }
    }

    /** Sends every score that is due now. */
    void sendDue() throws InterruptedException {
        List<SavedLaunch> due = archive.due(clock.instant(), AT_ONCE);
        while (!due.isEmpty()) {
            List<Callable<Boolean>> tasks = due.stream()
                    .<Callable<Boolean>>map(launch -> () -> send(launch))
                    .toList();
            workers.invokeAll(tasks);
            due = due.size() < AT_ONCE ? List.of() : archive.due(clock.instant(), AT_ONCE);
        }
    }

    /** Sends one score unless another server does; answers whether it is settled. */
    private boolean send(SavedLaunch launch) throws InterruptedException {
        // The database keeps milliseconds alone, and this time must be found again.
        Instant again =
                Instant.ofEpochMilli(clock.instant().plus(pause(launch.tries())).toEpochMilli());
        if (!archive.claim(launch, again)) {
            return false;
        }
        Gradebook.Outcome outcome = gradebook.send(launch);
        boolean isOver = outcome == Gradebook.Outcome.LATER && launch.tries() + 1 >= MOST_TRIES;
        if (isOver || outcome == Gradebook.Outcome.REFUSED) {
            LOG.warn("The platform {} did not take a score after {} tries", launch.platform(), launch.tries() + 1);
        }
        if (isOver || outcome != Gradebook.Outcome.LATER) {
            archive.settle(launch, again);
            return true;
        }
        return false;
    }

    private static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
