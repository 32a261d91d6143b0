package downhill.live;

import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Journal;
import downhill.live.archive.NoArchive;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.live.work.Trainer;
import downhill.live.work.Workers;
import downhill.train.history.Checkpoint;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

    SavedRuns(Archive archive, RunBuilder builder, Trainer trainer, StoreRoom room, Clock clock) {
        this.archive = archive;
        this.builder = builder;
        this.trainer = trainer;
        this.room = room;
        this.clock = clock;
    }

    /** Keeps a new run, and answers its journal; see {@link StoreRoom#require}. */
    Journal add(String id, Origin origin, History history) {
        Visitor visitor = origin.visitor();
        room.require(visitor);
        Progress progress = new Progress(history.step(), false, OptionalDouble.empty());
        archive.add(
                new SavedRun(
                        id,
                        RunId.view(id),
                        visitor.name(),
                        origin.parent(),
                        history.newest().spec(),
                        history.tweaks(),
                        progress),
                clock.instant());
        return new Journal(archive, id, progress, 0, trainer.now());
    }

    /** A journal that nobody reads, for a run that the server makes for everybody and can make again. */
    Journal none(String id) {
        return new Journal(new NoArchive(), id, new Progress(0, false, OptionalDouble.empty()), 0, trainer.now());
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
    Woken wake(SavedRun run) {
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
        history.advance(run.progress().step(), later, reached -> Workers.checkpoint());
        if (run.progress().diverged() && history.newest().divergence().isEmpty()) {
            history.advance();
        }
        int checkpointed = state.map(Checkpoint::step).orElse(0);
        return new Woken(history, new Journal(archive, run.id(), run.progress(), checkpointed, trainer.now()));
    }

    /** Writes the progress of runs, and keeps the checkpoints that are due; a failure is logged, since the next round tries again. */
    void save(Collection<LiveRun> runs) {
        try {
            Map<String, Progress> reached = new HashMap<>();
            for (LiveRun run : runs) {
                run.keeping.unsaved().ifPresent(progress -> reached.put(run.id(), progress));
            }
            archive.reach(reached, clock.instant());
            for (LiveRun run : runs) {
                Optional.ofNullable(reached.get(run.id())).ifPresent(run.keeping::saved);
                run.keeping
                        .checkpoint(trainer.now(), false)
                        .ifPresent(checkpoint -> archive.addCheckpoint(run.id(), checkpoint));
            }
            room.tidy();
        } catch (ArchiveException e) {
            LOG.warn("What runs have reached could not be saved: {}", e.getMessage());
        }
    }

    /** Notes that somebody asked for a run. */
    void touch(LiveRun run) {
        archive.reach(Map.of(run.id(), run.keeping.progress()), clock.instant());
    }

    /** Keeps all of a run that is about to sleep. */
    void settle(LiveRun run) {
        try {
            run.keeping.unsaved().ifPresent(progress -> archive.reach(Map.of(run.id(), progress), clock.instant()));
            run.keeping
                    .checkpoint(trainer.now(), true)
                    .ifPresent(checkpoint -> archive.addCheckpoint(run.id(), checkpoint));
        } catch (ArchiveException e) {
            LOG.warn("A run could not be saved before it went to sleep: {}", e.getMessage());
        }
    }

    void delete(LiveRun run) {
        archive.delete(run.id());
    }

    boolean keeps() {
        return archive.keeps();
    }
}
