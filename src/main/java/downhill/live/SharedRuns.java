package downhill.live;

import downhill.live.archive.SavedRun;
import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
import downhill.live.work.TaskProgress;
import downhill.math.Watch;
import downhill.train.history.Footprint;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that the server makes for everybody, one for each specification, tweaks and step. Several servers each make their own, of the same id. */
final class SharedRuns {
    private record Shown(RunSpec spec, List<LoggedTweak> tweaks, int steps) {}

    private final Map<Shown, LiveRun> runs = new ConcurrentHashMap<>();
    private final Map<Shown, TaskProgress> making = new ConcurrentHashMap<>();
    private final RunBuilder builder;
    private final SavedRuns saved;
    private final Memory memory;
    private final Waking.Adding adding;

    SharedRuns(RunBuilder builder, SavedRuns saved, Memory memory, Waking.Adding adding) {
        this.builder = builder;
        this.saved = saved;
        this.memory = memory;
        this.adding = adding;
    }

    /** The run, made if nobody asked for it before. */
    LiveRun find(RunSpec spec, List<LoggedTweak> tweaks, int steps) {
        var shown = new Shown(spec, tweaks, steps);
        LiveRun made = runs.get(shown);
        return made == null ? make(shown) : made;
    }

    /** Makes a run, or waits until another request has made it; both see its progress. */
    private LiveRun make(Shown shown) {
        TaskProgress progress = making.computeIfAbsent(shown, _ -> new TaskProgress());
        TaskProgress.follow(progress);
        try {
            return runs.computeIfAbsent(shown, one -> progress.during(() -> made(one)));
        } finally {
            making.remove(shown, progress);
        }
    }

    /** The run that a server has kept. */
    LiveRun find(SavedRun run) {
        return find(run.spec(), run.tweaks(), run.progress().step());
    }

    private LiveRun made(Shown shown) {
        Footprint footprint = builder.footprint(shown.spec());
        History history = builder.start(shown.spec());
        Watch watch = TaskProgress.watch();
        history.advance(shown.steps(), shown.tweaks(), reached -> watch.done((double) reached / shown.steps()));
        Charge charge = memory.forSharedRun(footprint.resident());
        var made = new SavedRuns.Woken(history, saved.share(shown.spec(), shown.tweaks(), shown.steps()));
        return adding.add(new Origin(Visitor.SERVER, Optional.empty(), true), made, charge, footprint);
    }
}
