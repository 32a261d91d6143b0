package downhill.live;

import downhill.live.archive.ArchiveException;
import downhill.live.archive.Hold;
import downhill.live.archive.Journal;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.work.Pace;
import downhill.train.history.History;
import downhill.train.history.StopConditions;
import downhill.train.spec.LoggedTweak;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A run's side of its journal. The archive can be slow, so nothing is written under the run's lock. A run that the archive does not have
 * as it is must not go on: it goes to sleep, and is built again as the archive has it when somebody asks for it.
 */
final class Keeping {
    private final Guard guard;
    private final History history;
    private final Journal journal;
    private final Supplier<Pace> pace;
    private final Supplier<StopConditions> until;
    private final Runnable sleep;

    /** Held while a tweak is made and written, so that tweaks are written in their order, and no checkpoint has one that is not. */
    private final ReentrantLock writing = new ReentrantLock(true);

    /** True once the run is not what the archive has. */
    private volatile boolean broken;

    /**
     * The side of a run.
     *
     * @param pace the run's, asked under its lock
     * @param until the conditions under which it stops, asked under its lock too
     * @param sleep ends the run until somebody asks for it
     */
    Keeping(
            Guard guard,
            History history,
            Journal journal,
            Supplier<Pace> pace,
            Supplier<StopConditions> until,
            Runnable sleep) {
        this.guard = guard;
        this.history = history;
        this.journal = journal;
        this.pace = pace;
        this.until = until;
        this.sleep = sleep;
    }

    /** This server's hold on the run. */
    Hold hold() {
        return journal.hold();
    }

    /** A tweak that a run has made, and the number of those before it. */
    record Made(int number, LoggedTweak tweak) {}

    /** Makes a tweak and writes it; answers its step. ArchiveException if it could not be written: it was not made then. */
    int tweak(Supplier<Made> tweak) {
        writing.lock();
        try {
            Made made = tweak.get();
            write(() -> journal.tweak(made.number(), made.tweak()));
            return made.tweak().step();
        } finally {
            writing.unlock();
        }
    }

    /** Writes the run's progress; ArchiveException if that could not be done. */
    void reach() {
        write(() -> journal.reach(progress(), Instant.now()));
    }

    private void write(Runnable entry) {
        try {
            entry.run();
        } catch (ArchiveException e) {
            broken = true;
            sleep.run();
            throw e;
        }
    }

    /** The run's progress now. A run that plays evenly counts as paused: the page that shows it plays it on after a restart. */
    Progress progress() {
        return guard.ask(() -> new Progress(
                history.step(),
                history.newest().divergence().isPresent(),
                pace.get() instanceof Pace.Playing playing
                        ? OptionalDouble.of(playing.stepsPerSecond())
                        : OptionalDouble.empty(),
                pace.get() instanceof Pace.Playing ? until.get() : StopConditions.NONE));
    }

    /** The progress that the archive does not know yet. */
    Optional<Progress> unsaved() {
        return Optional.of(progress()).filter(progress -> !broken && journal.isBehind(progress));
    }

    /** Notes that the archive knows this progress. */
    void saved(Progress progress) {
        journal.reached(progress);
    }

    /**
     * The checkpoint to write, if one is due.
     *
     * @param now nanoseconds
     * @param last whether the run is about to sleep, so that it does not matter when the one before was
     */
    Optional<SavedCheckpoint> checkpoint(long now, boolean last) {
        writing.lock();
        try {
            return broken
                    ? Optional.empty()
                    : guard.ask(() -> last ? journal.worth(history, now) : journal.due(history, now));
        } finally {
            writing.unlock();
        }
    }
}
