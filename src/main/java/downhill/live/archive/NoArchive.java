package downhill.live.archive;

import downhill.data.Table;
import downhill.train.spec.LoggedTweak;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An archive that keeps nothing: runs end with the process. */
public final class NoArchive implements Archive {
    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public void add(SavedRun run, Instant now) {}

    @Override
    public void addTweak(String run, int number, LoggedTweak tweak) {}

    @Override
    public void reach(Map<String, Progress> runs, Instant now) {}

    @Override
    public void addCheckpoint(String run, SavedCheckpoint checkpoint) {}

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
    public void delete(String run) {}

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
    public void close() {}
}
