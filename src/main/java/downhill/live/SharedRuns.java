package downhill.live;

import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The runs that the server makes for everybody, one for each specification, tweaks and step. */
final class SharedRuns {
    private record Shown(RunSpec spec, List<LoggedTweak> tweaks, int steps) {}

    private final Map<Shown, LiveRun> runs = new ConcurrentHashMap<>();

    /** The run, made if nobody asked for it before. */
    LiveRun find(RunSpec spec, List<LoggedTweak> tweaks, int steps, Supplier<LiveRun> making) {
        return runs.computeIfAbsent(new Shown(spec, tweaks, steps), shown -> making.get());
    }
}
