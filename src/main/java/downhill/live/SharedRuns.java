package downhill.live;

import downhill.live.archive.SavedRun;
import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
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
        return runs.computeIfAbsent(new Shown(spec, tweaks, steps), this::made);
    }

    /** The run that a server has kept. */
    LiveRun find(SavedRun run) {
        return find(run.spec(), run.tweaks(), run.progress().step());
    }

    private LiveRun made(Shown shown) {
        Footprint footprint = builder.footprint(shown.spec());
        History history = builder.start(shown.spec());
        history.advance(shown.steps(), shown.tweaks(), reached -> {});
        Charge charge = memory.forSharedRun(footprint.resident());
        var made = new SavedRuns.Woken(history, saved.share(shown.spec(), shown.tweaks(), shown.steps()));
        return adding.add(new Origin(Visitor.SERVER, Optional.empty(), true), made, charge, footprint);
    }
}
