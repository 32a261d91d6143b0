package downhill.live;

import downhill.json.SavedJson;
import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Hold;
import downhill.live.archive.Journal;
import downhill.live.archive.Lease;
import downhill.live.archive.NoArchive;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.live.archive.Term;
import downhill.live.work.Trainer;
import downhill.live.work.Workers;
import downhill.train.history.Checkpoint;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs in the archive: new ones are kept there, running ones write their progress there, sleeping ones are built again from it. */
final class SavedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(SavedRuns.class);

    /** The ids of runs: others are not looked for. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Archive archive;
    private final RunBuilder builder;
    private final Trainer trainer;
    private final StoreRoom room;
    private final Clock clock;
    private final byte[] secret;

    SavedRuns(Archive archive, RunBuilder builder, Trainer trainer, StoreRoom room, Clock clock) {
        this.archive = archive;
        this.builder = builder;
        this.trainer = trainer;
        this.room = room;
        this.clock = clock;
        this.secret = archive.secret();
    }

    /** Keeps a new run, and answers its journal; see {@link StoreRoom#require}. */
    Journal add(String id, Origin origin, History history, Term term) {
        Visitor visitor = origin.visitor();
        room.require(visitor);
        Progress progress = new Progress(history.step(), false, OptionalDouble.empty());
        Lease lease = archive.add(
                new SavedRun(
                        id,
                        RunId.view(id),
                        visitor.name(),
                        origin.parent(),
                        history.newest().spec(),
                        history.tweaks(),
                        progress),
                clock.instant());
        return new Journal(archive, new Hold(lease, term), progress, 0, trainer.now());
    }

    /**
     * Keeps what a run is made of that servers make for everybody, and answers its journal, which nobody reads. Its id is the same on every server, so that each
     * knows the run that a page of another one names.
     */
    Journal share(RunSpec spec, List<LoggedTweak> tweaks, int step) {
        Progress progress = new Progress(step, false, OptionalDouble.empty());
        StringBuilder all = new StringBuilder(SavedJson.spec(spec)).append(step);
        tweaks.forEach(tweak -> all.append(tweak.step()).append(SavedJson.tweak(tweak.tweak())));
        String id = RunId.shared(secret, all.toString());
        try {
            var run = new SavedRun(id, RunId.view(id), Visitor.SERVER.name(), Optional.empty(), spec, tweaks, progress);
            archive.addShared(run, clock.instant());
        } catch (ArchiveException e) {
            LOG.warn("A shared run could not be saved: {}", e.getMessage());
        }
        return new Journal(new NoArchive(), Hold.of(id), progress, 0, trainer.now());
    }

    /** The run of this id. */
    Optional<SavedRun> find(String id) {
        return ID.matcher(id).matches() ? archive.find(id) : Optional.empty();
    }

    /** The run of this view. */
    Optional<SavedRun> seen(String view) {
        return ID.matcher(view).matches() ? archive.findView(view) : Optional.empty();
    }

    /** A saved run, and where it was found. */
    record Woken(History history, Journal journal) {}

    /** Builds a run again, at the step where it was: from its checkpoint if there is a sound one, else from its start. */
    Woken wake(SavedRun run, Hold hold) {
        History start = builder.start(run.spec());
        Optional<SavedCheckpoint> saved = archive.checkpoint(run.id());
        Optional<Checkpoint> state = saved.filter(
                        checkpoint -> checkpoint.tweaks() <= run.tweaks().size())
                .flatMap(checkpoint -> Checkpoint.read(checkpoint.state()));
        History history = start;
        List<LoggedTweak> later = run.tweaks();
        if (state.isPresent()) {
            int made = saved.orElseThrow().tweaks();
            history = start.resume(state.get(), run.tweaks().subList(0, made));
            later = run.tweaks().subList(made, run.tweaks().size());
        } else if (saved.isPresent()) {
            LOG.warn("A checkpoint is damaged; its run is trained again from the start");
        }
        // A tweak is written at once, the progress once a second: a server that died between them was at the tweak's
        // step at least.
        int newest = later.isEmpty() ? 0 : later.getLast().step();
        history.advance(Math.max(run.progress().step(), newest), later, reached -> Workers.checkpoint());
        if (run.progress().diverged() && history.newest().divergence().isEmpty()) {
            history.advance();
        }
        int checkpointed = state.map(Checkpoint::step).orElse(0);
        return new Woken(history, new Journal(archive, hold, run.progress(), checkpointed, trainer.now()));
    }

    /** Writes the progress of runs, and keeps the checkpoints that are due; a failure is logged, since the next round tries again. */
    void save(Collection<LiveRun> runs) {
        try {
            reach(runs);
            for (LiveRun run : runs) {
                checkpoint(run, false);
            }
            room.tidy();
        } catch (ArchiveException e) {
            LOG.warn("What runs have reached could not be saved: {}", e.getMessage());
        }
    }

    private void reach(Collection<LiveRun> runs) {
        Map<Lease, Progress> reached = new HashMap<>();
        for (LiveRun run : runs) {
            run.keeping.unsaved().ifPresent(progress -> reached.put(run.hold().lease(), progress));
        }
        Set<Lease> lost = archive.reach(reached, clock.instant());
        for (LiveRun run : runs) {
            Lease lease = run.hold().lease();
            if (lost.contains(lease)) {
                run.sleep();
            } else if (reached.containsKey(lease)) {
                run.keeping.saved(reached.get(lease));
            }
        }
    }

    private void checkpoint(LiveRun run, boolean last) {
        run.keeping
                .checkpoint(trainer.now(), last)
                .ifPresent(checkpoint -> archive.addCheckpoint(run.hold().lease(), checkpoint));
    }

    /** Notes that somebody asked for a run. */
    void touch(LiveRun run) {
        archive.reach(Map.of(run.hold().lease(), run.keeping.progress()), clock.instant());
    }

    /** Keeps all of some runs that are about to sleep. */
    void settle(Collection<LiveRun> runs) {
        try {
            reach(runs);
            for (LiveRun run : runs) {
                checkpoint(run, true);
            }
        } catch (ArchiveException e) {
            LOG.warn("A run could not be saved before it went to sleep: {}", e.getMessage());
        }
    }

    /** Lets other servers have a run; one that can't be given back is free when the lease is over. */
    void release(Lease lease) {
        if (archive.isShared()) {
            try {
                archive.release(List.of(lease));
            } catch (ArchiveException e) {
                LOG.warn("A lease could not be given back: {}", e.getMessage());
            }
        }
    }

    /** Lets other servers have all runs of this one. */
    void leave() {
        try {
            archive.leave();
        } catch (ArchiveException e) {
            LOG.warn("The leases could not be given back: {}", e.getMessage());
        }
    }

    void delete(LiveRun run) {
        archive.delete(run.hold().lease());
    }

    boolean keeps() {
        return archive.keeps();
    }
}
