package downhill.live;

import downhill.live.archive.Lease;
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

    /** The run of this id, unless it has ended or another server may have it. */
    Optional<LiveRun> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(LiveRun::isOwn);
    }

    /** The run of this view, unless it has ended or another server may have it. */
    Optional<LiveRun> seen(String view) {
        return Optional.ofNullable(byView.get(view)).filter(LiveRun::isOwn);
    }

    /** All of them, now and later. */
    Collection<LiveRun> all() {
        return byId.values();
    }

    /** The run of this lease. */
    Optional<LiveRun> of(Lease lease) {
        return Optional.ofNullable(byId.get(lease.run()))
                .filter(run -> run.hold().lease().equals(lease));
    }

    /** The leases of all that people made. */
    Collection<Lease> leases() {
        return byId.values().stream()
                .filter(run -> !run.origin().shared())
                .map(run -> run.hold().lease())
                .toList();
    }

    int size() {
        return byId.size();
    }
}
