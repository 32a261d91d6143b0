package downhill.live.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A place for launches that ends with the process, and holds a limited number of them. */
final class NoLaunches implements LaunchArchive {
    private static final int MOST = 10_000;

    private final Map<String, SavedLaunch> launches = bounded();
    private final Map<String, Instant> used = bounded();
    private final Outbox outbox = new MemoryOutbox();
    private Optional<byte[]> key = Optional.empty();

    /** A map from which the oldest entry goes when there is no more room. */
    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }

    @Override
    public synchronized byte[] key(Supplier<byte[]> fresh) {
        byte[] kept = key.orElseGet(fresh);
        key = Optional.of(kept);
        return kept.clone();
    }

    @Override
    public synchronized boolean use(String nonce, Instant until) {
        return used.putIfAbsent(nonce, until) == null;
    }

    @Override
    public synchronized void open(SavedLaunch launch) {
        launches.merge(
                launch.id(),
                launch,
                (old, now) -> new SavedLaunch(
                        old.id(),
                        old.platform(),
                        old.deployment(),
                        old.learner(),
                        now.lineitem(),
                        old.lesson(),
                        old.done(),
                        old.score(),
                        old.maximum(),
                        now.opened(),
                        old.due(),
                        old.tries()));
    }

    @Override
    public synchronized Optional<SavedLaunch> find(String id) {
        return Optional.ofNullable(launches.get(id));
    }

    @Override
    public synchronized boolean change(SavedLaunch before, SavedLaunch after) {
        SavedLaunch now = launches.get(before.id());
        if (now == null || !now.done().equals(before.done())) {
            return false;
        }
        launches.put(after.id(), after);
        return true;
    }

    @Override
    public synchronized List<SavedLaunch> due(Instant now, int most) {
        return launches.values().stream()
                .filter(launch ->
                        launch.due().filter(time -> !time.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(launch -> launch.due().orElse(now)))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean claim(SavedLaunch launch, Instant again) {
        SavedLaunch now = launches.get(launch.id());
        if (now == null || !now.due().equals(launch.due())) {
            return false;
        }
        launches.put(now.id(), sending(now, Optional.of(again), now.tries() + 1));
        return true;
    }

    @Override
    public synchronized void settle(SavedLaunch launch, Instant again) {
        launches.computeIfPresent(
                launch.id(),
                (id, now) -> now.due().equals(Optional.of(again)) ? sending(now, Optional.empty(), 0) : now);
    }

    private static SavedLaunch sending(SavedLaunch launch, Optional<Instant> due, int tries) {
        return new SavedLaunch(
                launch.id(),
                launch.platform(),
                launch.deployment(),
                launch.learner(),
                launch.lineitem(),
                launch.lesson(),
                launch.done(),
                launch.score(),
                launch.maximum(),
                launch.opened(),
                due,
                tries);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public synchronized void forget(Instant unused, Instant now) {
        launches.values().removeIf(launch -> launch.opened().isBefore(unused));
        used.values().removeIf(until -> until.isBefore(now));
    }
}
