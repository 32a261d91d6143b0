package downhill.live.archive;

import downhill.data.Table;
import downhill.train.spec.LoggedTweak;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An archive that keeps nothing: runs end with the process. */
public final class NoArchive implements Archive {
    private final LaunchArchive launches = new NoLaunches();

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public Lease add(SavedRun run, Instant now) {
        return new Lease(run.id(), 0);
    }

    @Override
    public void addShared(SavedRun run, Instant now) {}

    @Override
    public void addTweak(Lease lease, int number, LoggedTweak tweak) {}

    @Override
    public Set<Lease> reach(Map<Lease, Progress> runs, Instant now) {
        return Set.of();
    }

    @Override
    public void addCheckpoint(Lease lease, SavedCheckpoint checkpoint) {}

    @Override
    public Optional<SavedRun> find(String run) {
        return Optional.empty();
    }

    @Override
    public Optional<SavedRun> findView(String view) {
        return Optional.empty();
    }

    @Override
    public Optional<SavedCheckpoint> checkpoint(String run) {
        return Optional.empty();
    }

    @Override
    public void delete(Lease lease) {}

    @Override
    public Claim claim(String run) {
        return new Claim.Gone();
    }

    @Override
    public void release(Collection<Lease> leases) {}

    @Override
    public Set<Lease> renew(Presence presence) {
        return Set.of();
    }

    @Override
    public void leave() {}

    @Override
    public void addUpload(String id, String visitor, Table table, Instant now) {}

    @Override
    public Optional<Table> upload(String id, Instant now) {
        return Optional.empty();
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public long bytes(String visitor) {
        return 0;
    }

    @Override
    public void shrink(String visitor, long bytes) {}

    @Override
    public void forget(Instant unasked) {}

    @Override
    public byte[] secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    @Override
    public LaunchArchive launches() {
        return launches;
    }

    @Override
    public void close() {}
}
