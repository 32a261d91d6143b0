package downhill.store;

import downhill.json.RunJson;
import downhill.json.SavedJson;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Lease;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.train.history.StopConditions;
import downhill.train.spec.LoggedTweak;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The runs in the database, with their tweaks and checkpoints. */
final class RunTable {
    /** About the bytes that a row takes beside its texts. */
    private static final int ROW = 200;

    /** The first token of a run. */
    static final long FIRST = 1;

    /** Adds a run of a node, with its first token. */
    void add(Handle handle, SavedRun run, String node, Instant now) {
        insert(handle, run, node, now, "");
        insertTweaks(handle, run);
    }

    /** Adds a run of no node; one that is there stays. */
    void addShared(Handle handle, SavedRun run, Instant now) {
        int added = insert(handle, run, "", now, " ON CONFLICT (id) DO NOTHING");
        if (added == 1) {
            insertTweaks(handle, run);
        } else {
            handle.createUpdate("UPDATE runs SET asked = :asked WHERE id = :id")
                    .bind("asked", now.toEpochMilli())
                    .bind("id", run.id())
                    .execute();
        }
    }

    private static int insert(Handle handle, SavedRun run, String node, Instant now, String otherwise) {
        String spec = SavedJson.spec(run.spec());
        return handle.createUpdate(
                        "INSERT INTO runs (id, viewed, visitor, parent, engine, spec, step, diverged, rate, stops, bytes, asked, node, token)"
                                + " VALUES (:id, :view, :visitor, :parent, :engine, :spec, :step, :diverged, :rate, :stops, :bytes, :asked, :node, :token)"
                                + otherwise)
                .bind("id", run.id())
                .bind("view", run.view())
                .bind("visitor", run.visitor())
                .bind("parent", run.parent().orElse(null))
                .bind("engine", RunJson.ENGINE)
                .bind("spec", spec)
                .bind("step", run.progress().step())
                .bind("diverged", run.progress().diverged() ? 1 : 0)
                .bind("rate", rate(run.progress()))
                .bind("stops", stops(run.progress()))
                .bind("bytes", (long) ROW + spec.length())
                .bind("asked", now.toEpochMilli())
                .bind("node", node)
                .bind("token", FIRST)
                .execute();
    }

    private static void insertTweaks(Handle handle, SavedRun run) {
        for (int number = 0; number < run.tweaks().size(); number++) {
            LoggedTweak tweak = run.tweaks().get(number);
            String text = SavedJson.tweak(tweak.tweak());
            insert(handle, run.id(), number, tweak.step(), text);
            grow(handle, new Lease(run.id(), FIRST), (long) ROW + text.length());
        }
    }

    private static @org.jspecify.annotations.Nullable Double rate(Progress progress) {
        return progress.rate().isPresent() ? progress.rate().getAsDouble() : null;
    }

    private static @org.jspecify.annotations.Nullable String stops(Progress progress) {
        return progress.until().equals(StopConditions.NONE) ? null : SavedJson.until(progress.until());
    }

    /**
     * Adds a tweak. The row of the run is changed first: with it in hand nobody else can take the run before this is written.
     */
    void addTweak(Handle handle, Lease lease, int number, LoggedTweak tweak) {
        String text = SavedJson.tweak(tweak.tweak());
        if (!grow(handle, lease, (long) ROW + text.length())) {
            throw new ArchiveException("Another server has this run now. Try again in a few seconds.");
        }
        int kept = handle.createQuery("SELECT COUNT(*) FROM tweaks WHERE run = :run")
                .bind("run", lease.run())
                .mapTo(Integer.class)
                .one();
        if (kept != number) {
            throw new ArchiveException("An earlier change of this run could not be saved. Load the page again.");
        }
        insert(handle, lease.run(), number, tweak.step(), text);
    }

    private static void insert(Handle handle, String run, int number, int step, String text) {
        handle.createUpdate("INSERT INTO tweaks (run, number, step, tweak) VALUES (:run, :number, :step, :tweak)")
                .bind("run", run)
                .bind("number", number)
                .bind("step", step)
                .bind("tweak", text)
                .execute();
    }

    /** Counts more bytes for a run; false if the lease is lost, or the run is gone. */
    private static boolean grow(Handle handle, Lease lease, long more) {
        return handle.createUpdate("UPDATE runs SET bytes = bytes + :more WHERE id = :run AND token = :token")
                        .bind("more", more)
                        .bind("run", lease.run())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /** Keeps the progress of runs; answers the leases that are lost. */
    Set<Lease> reach(Handle handle, Map<Lease, Progress> reached, Instant now) {
        PreparedBatch batch = handle.prepareBatch("UPDATE runs SET step = :step, diverged = :diverged, rate = :rate,"
                + " stops = :stops, asked = :asked WHERE id = :id AND token = :token");
        List<Lease> leases = List.copyOf(reached.keySet());
        for (Lease lease : leases) {
            Progress progress = Objects.requireNonNull(reached.get(lease));
            batch.bind("id", lease.run())
                    .bind("token", lease.token())
                    .bind("step", progress.step())
                    .bind("diverged", progress.diverged() ? 1 : 0)
                    .bind("rate", rate(progress))
                    .bind("stops", stops(progress))
                    .bind("asked", now.toEpochMilli())
                    .add();
        }
        int[] changed = batch.execute();
        return IntStream.range(0, leases.size())
                .filter(i -> changed[i] == 0)
                .mapToObj(leases::get)
                .collect(Collectors.toSet());
    }

    void addCheckpoint(Handle handle, Lease lease, SavedCheckpoint checkpoint) {
        long before = handle.createQuery("SELECT COALESCE(SUM(LENGTH(state)), 0) FROM checkpoints WHERE run = :run")
                .bind("run", lease.run())
                .mapTo(Long.class)
                .one();
        // Nothing is written of a run that was deleted in the meantime, or that another server has.
        if (grow(handle, lease, checkpoint.state().length - before)) {
            handle.createUpdate("INSERT INTO checkpoints (run, tweaks, state) VALUES (:run, :tweaks, :state)"
                            + " ON CONFLICT (run) DO UPDATE SET tweaks = excluded.tweaks, state = excluded.state")
                    .bind("run", lease.run())
                    .bind("tweaks", checkpoint.tweaks())
                    .bind("state", checkpoint.state())
                    .execute();
        }
    }

    Optional<SavedRun> find(Handle handle, String run) {
        List<LoggedTweak> tweaks = handle.createQuery("SELECT step, tweak FROM tweaks WHERE run = :run ORDER BY number")
                .bind("run", run)
                .map((row, context) -> new LoggedTweak(row.getInt("step"), SavedJson.readTweak(row.getString("tweak"))))
                .list();
        return handle.createQuery("SELECT * FROM runs WHERE id = :run")
                .bind("run", run)
                .map((row, context) -> saved(row, tweaks))
                .findOne();
    }

    Optional<SavedRun> findView(Handle handle, String view) {
        return handle.createQuery("SELECT id FROM runs WHERE viewed = :view")
                .bind("view", view)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(handle, id));
    }

    private static SavedRun saved(ResultSet row, List<LoggedTweak> tweaks) throws SQLException {
        double rate = row.getDouble("rate");
        OptionalDouble playing = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(rate);
        StopConditions until = Optional.ofNullable(row.getString("stops"))
                .map(SavedJson::readUntil)
                .orElse(StopConditions.NONE);
        return new SavedRun(
                row.getString("id"),
                row.getString("viewed"),
                row.getString("visitor"),
                Optional.ofNullable(row.getString("parent")),
                SavedJson.readSpec(row.getString("spec")),
                tweaks,
                new Progress(row.getInt("step"), row.getInt("diverged") == 1, playing, until));
    }

    /** The run's checkpoint, if this version of the engine made it. */
    Optional<SavedCheckpoint> checkpoint(Handle handle, String run) {
        return handle.createQuery("SELECT c.tweaks, c.state FROM checkpoints c JOIN runs r ON r.id = c.run"
                        + " WHERE c.run = :run AND r.engine = :engine")
                .bind("run", run)
                .bind("engine", RunJson.ENGINE)
                .map((row, context) -> new SavedCheckpoint(row.getInt("tweaks"), row.getBytes("state")))
                .findOne();
    }

    /** Deletes a run, if nobody else has it. */
    void delete(Handle handle, Lease lease) {
        int deleted = handle.createUpdate("DELETE FROM runs WHERE id = :run AND token = :token")
                .bind("run", lease.run())
                .bind("token", lease.token())
                .execute();
        if (deleted == 0 && find(handle, lease.run()).isPresent()) {
            throw new ArchiveException("Another server has this run now. Try again in a few seconds.");
        }
    }

    long bytes(Handle handle) {
        return handle.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM runs")
                .mapTo(Long.class)
                .one();
    }

    long bytes(Handle handle, String visitor) {
        return handle.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM runs WHERE visitor = :visitor")
                .bind("visitor", visitor)
                .mapTo(Long.class)
                .one();
    }

    /** Deletes a visitor's runs, the longest unasked first, until they take no more than a number of bytes; returns the bytes they take then. */
    long shrink(Handle handle, String visitor, long taken, long bytes) {
        return Oldest.delete(handle, "runs", visitor, taken, bytes);
    }

    void forget(Handle handle, Instant unasked) {
        handle.createUpdate("DELETE FROM runs WHERE asked < :time")
                .bind("time", unasked.toEpochMilli())
                .execute();
    }
}
