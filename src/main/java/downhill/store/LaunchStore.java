package downhill.store;

import downhill.live.archive.LaunchArchive;
import downhill.live.archive.Outbox;
import downhill.live.archive.SavedLaunch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/** The launches of a store. */
final class LaunchStore implements LaunchArchive {
    private static final String KEY = "platforms";

    private final Store store;
    private final LaunchTable launches = new LaunchTable();

    LaunchStore(Store store) {
        this.store = store;
    }

    @Override
    public byte[] key(Supplier<byte[]> fresh) {
        return store.secret(KEY, fresh);
    }

    @Override
    public boolean use(String nonce, Instant until) {
        return count(handle -> launches.use(handle, nonce, until)) > 0;
    }

    @Override
    public void open(SavedLaunch launch) {
        store.write(handle -> launches.open(handle, launch));
    }

    @Override
    public Optional<SavedLaunch> find(String id) {
        return store.read(handle -> launches.find(handle, id));
    }

    @Override
    public boolean change(SavedLaunch before, SavedLaunch after) {
        return count(handle -> launches.change(handle, before, after)) > 0;
    }

    @Override
    public List<SavedLaunch> due(Instant now, int most) {
        return store.read(handle -> launches.due(handle, now, most));
    }

    @Override
    public boolean claim(SavedLaunch launch, Instant again) {
        return count(handle -> launches.claim(handle, launch, again)) > 0;
    }

    @Override
    public void settle(SavedLaunch launch, Instant again) {
        store.write(handle -> launches.settle(handle, launch, again));
    }

    @Override
    public Outbox outbox() {
        return new OutboxStore(store);
    }

    @Override
    public void forget(Instant unused, Instant now) {
        store.write(handle -> launches.forget(handle, unused, now));
    }

    /** The number of rows that a change concerns. */
    private int count(ToIntFunction<Handle> change) {
        var rows = new AtomicInteger();
        store.write(handle -> rows.set(change.applyAsInt(handle)));
        return rows.get();
    }
}
