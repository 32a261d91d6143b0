package downhill.store;

import downhill.json.RunJson;
import downhill.json.SavedJson;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.train.spec.LoggedTweak;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The runs in the database, with their tweaks and checkpoints. */
final class RunTable {
    /** About the bytes that a row takes beside its texts. */
    private static final int ROW = 200;

    void add(Handle handle, SavedRun run, Instant now) {
        String spec = SavedJson.spec(run.spec());
        handle.createUpdate(
                        "INSERT INTO runs (id, viewed, visitor, parent, engine, spec, step, diverged, rate, bytes, asked)"
                                + " VALUES (:id, :view, :visitor, :parent, :engine, :spec, :step, :diverged, :rate, :bytes, :asked)")
                .bind("id", run.id())
                .bind("view", run.view())
                .bind("visitor", run.visitor())
                .bind("parent", run.parent().orElse(null))
                .bind("engine", RunJson.ENGINE)
                .bind("spec", spec)
                .bind("step", run.progress().step())
                .bind("diverged", run.progress().diverged() ? 1 : 0)
                .bind("rate", rate(run.progress()))
                .bind("bytes", (long) ROW + spec.length())
                .bind("asked", now.toEpochMilli())
                .execute();
        for (int number = 0; number < run.tweaks().size(); number++) {
            insert(handle, run.id(), number, run.tweaks().get(number));
        }
    }

    private static @org.jspecify.annotations.Nullable Double rate(Progress progress) {
        return progress.rate().isPresent() ? progress.rate().getAsDouble() : null;
    }

    void addTweak(Handle handle, String run, int number, LoggedTweak tweak) {
        int kept = handle.createQuery("SELECT COUNT(*) FROM tweaks WHERE run = :run")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
        if (kept != number) {
            throw new ArchiveException("An earlier change of this run could not be saved. Load the page again.");
        }
        insert(handle, run, number, tweak);
    }

    private static void insert(Handle handle, String run, int number, LoggedTweak tweak) {
        String text = SavedJson.tweak(tweak.tweak());
        handle.createUpdate("INSERT INTO tweaks (run, number, step, tweak) VALUES (:run, :number, :step, :tweak)")
                .bind("run", run)
                .bind("number", number)
                .bind("step", tweak.step())
                .bind("tweak", text)
                .execute();
        handle.createUpdate("UPDATE runs SET bytes = bytes + :more WHERE id = :run")
                .bind("more", (long) ROW + text.length())
                .bind("run", run)
                .execute();
    }

    void reach(Handle handle, Map<String, Progress> reached, Instant now) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE runs SET step = :step, diverged = :diverged, rate = :rate, asked = :asked WHERE id = :id");
        reached.forEach((id, progress) -> batch.bind("id", id)
                .bind("step", progress.step())
                .bind("diverged", progress.diverged() ? 1 : 0)
                .bind("rate", rate(progress))
                .bind("asked", now.toEpochMilli())
                .add());
        batch.execute();
    }

    void addCheckpoint(Handle handle, String run, SavedCheckpoint checkpoint) {
        long before = handle.createQuery("SELECT COALESCE(SUM(LENGTH(state)), 0) FROM checkpoints WHERE run = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .one();
        // Nothing is written of a run that was deleted in the meantime.
        int found = handle.createUpdate("UPDATE runs SET bytes = bytes + :more WHERE id = :run")
                .bind("more", checkpoint.state().length - before)
                .bind("run", run)
                .execute();
        if (found == 1) {
            handle.createUpdate("INSERT INTO checkpoints (run, tweaks, state) VALUES (:run, :tweaks, :state)"
                            + " ON CONFLICT (run) DO UPDATE SET tweaks = excluded.tweaks, state = excluded.state")
                    .bind("run", run)
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
        return new SavedRun(
                row.getString("id"),
                row.getString("viewed"),
                row.getString("visitor"),
                Optional.ofNullable(row.getString("parent")),
                SavedJson.readSpec(row.getString("spec")),
                tweaks,
                new Progress(row.getInt("step"), row.getInt("diverged") == 1, playing));
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

    void delete(Handle handle, String run) {
        handle.createUpdate("DELETE FROM runs WHERE id = :run").bind("run", run).execute();
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
