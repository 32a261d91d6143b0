package downhill.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The runs in memory, by their ids and their views. */
final class AwakeRuns {
    private final Map<String, LiveRun> byId = new ConcurrentHashMap<>();
    private final Map<String, LiveRun> byView = new ConcurrentHashMap<>();

    void add(LiveRun run) {
        byView.put(RunId.view(run), run);
        byId.put(run.id(), run);
    }

    void remove(LiveRun run) {
        byId.remove(run.id(), run);
        byView.remove(RunId.view(run), run);
    }

    /** The run of this id, unless it has ended. */
    Optional<LiveRun> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(run -> !run.ended);
    }

    /** The run of this view, unless it has ended. */
    Optional<LiveRun> seen(String view) {
        return Optional.ofNullable(byView.get(view)).filter(run -> !run.ended);
    }

    /** All of them, now and later. */
    Collection<LiveRun> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }
}
