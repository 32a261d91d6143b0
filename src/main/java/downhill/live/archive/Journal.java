package downhill.live.archive;

import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One run's entries in the archive: it knows what was written last, and when the next checkpoint is due. */
public final class Journal {
    /** The work, in multiply-adds, after which a run is worth a checkpoint: about a second of training. */
    private static final double WORTH = 2e9;

    /** The shortest time between two checkpoints of a run; larger ones pause longer, so that a run writes about a megabyte a second. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final long NANOS_A_BYTE = 1000;

    private final Archive archive;
    private final Hold hold;
    private volatile Progress written;
    private int checkpointed;
    private long nextAt;

    /**
     * The journal of a run that the archive has.
     *
     * @param hold this server's hold on the run
     * @param written the progress that the archive knows
     * @param checkpointed the step of its checkpoint there, 0 without one
     * @param now nanoseconds
     */
    public Journal(Archive archive, Hold hold, Progress written, int checkpointed, long now) {
        this.archive = archive;
        this.hold = hold;
        this.written = written;
        this.checkpointed = checkpointed;
        this.nextAt = now;
    }

    /** This server's hold on the run. */
    public Hold hold() {
        return hold;
    }

    /** Writes a tweak; ArchiveException if it can't be written, and then the archive's run is the one before the tweak. */
    public void tweak(int number, LoggedTweak tweak) {
        archive.addTweak(hold.lease(), number, tweak);
    }

    /** Returns whether the archive knows another progress. */
    public boolean isBehind(Progress now) {
        return archive.keeps() && !written.equals(now);
    }

    /** Writes the run's progress. */
    public void reach(Progress now, Instant at) {
        if (isBehind(now)) {
            if (!archive.reach(Map.of(hold.lease(), now), at).isEmpty()) {
                throw new ArchiveException("Another server has this run now. Try again in a few seconds.");
            }
            written = now;
        }
    }

    /** Notes that the archive has this progress. */
    public void reached(Progress now) {
        written = now;
    }

    /** The checkpoint to write, if one is due: under the run's lock. */
    public Optional<SavedCheckpoint> due(History history, long now) {
        return now - nextAt < 0 ? Optional.empty() : worth(history, now);
    }

    /** The checkpoint to write before the run goes to sleep, if it is worth one: under the run's lock. */
    public Optional<SavedCheckpoint> worth(History history, long now) {
        int step = history.step();
        if (!archive.keeps() || history.work(step - checkpointed) < WORTH) {
            return Optional.empty();
        }
        checkpointed = step;
        byte[] state = history.checkpoint();
        nextAt = now + Math.clamp(NANOS_A_BYTE * state.length, SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos());
        return Optional.of(new SavedCheckpoint(history.tweaks().size(), state));
    }
}
