package downhill.store;

import downhill.live.archive.SavedLaunch;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The launches and the used logins in the database. */
final class LaunchTable {
    int use(Handle handle, String nonce, Instant until) {
        return handle.createUpdate("INSERT INTO logins (nonce, until) VALUES (:nonce, :until) ON CONFLICT DO NOTHING")
                .bind("nonce", nonce)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    void open(Handle handle, SavedLaunch launch) {
        handle.createUpdate(
                        "INSERT INTO launches (id, platform, deployment, learner, lineitem, lesson, done, score, maximum,"
                                + " opened, tries) VALUES (:id, :platform, :deployment, :learner, :lineitem, :lesson, '', 0, 0, :opened, 0)"
                                + " ON CONFLICT (id) DO UPDATE SET lineitem = excluded.lineitem, opened = excluded.opened")
                .bind("id", launch.id())
                .bind("platform", launch.platform())
                .bind("deployment", launch.deployment())
                .bind("learner", launch.learner())
                .bind("lineitem", launch.lineitem().map(URI::toString).orElse(null))
                .bind("lesson", launch.lesson())
                .bind("opened", launch.opened().toEpochMilli())
                .execute();
    }

    Optional<SavedLaunch> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM launches WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> saved(row))
                .findOne();
    }

    int change(Handle handle, SavedLaunch before, SavedLaunch after) {
        return handle.createUpdate(
                        "UPDATE launches SET done = :done, score = :score, maximum = :maximum, opened = :opened,"
                                + " due = :due, tries = 0 WHERE id = :id AND done = :before")
                .bind("done", String.join(" ", after.done()))
                .bind("score", after.score())
                .bind("maximum", after.maximum())
                .bind("opened", after.opened().toEpochMilli())
                .bind("due", after.due().map(Instant::toEpochMilli).orElse(null))
                .bind("id", before.id())
                .bind("before", String.join(" ", before.done()))
                .execute();
    }

    List<SavedLaunch> due(Handle handle, Instant now, int most) {
        return handle.createQuery("SELECT * FROM launches WHERE due <= :now ORDER BY due LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> saved(row))
                .list();
    }

    int claim(Handle handle, SavedLaunch launch, Instant again) {
        return handle.createUpdate("UPDATE launches SET due = :again, tries = tries + 1 WHERE id = :id AND due = :due")
                .bind("again", again.toEpochMilli())
                .bind("id", launch.id())
                .bind("due", launch.due().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    void settle(Handle handle, SavedLaunch launch, Instant again) {
        handle.createUpdate("UPDATE launches SET due = NULL, tries = 0 WHERE id = :id AND due = :again")
                .bind("id", launch.id())
                .bind("again", again.toEpochMilli())
                .execute();
    }

    void forget(Handle handle, Instant unused, Instant now) {
        handle.createUpdate("DELETE FROM launches WHERE opened < :time")
                .bind("time", unused.toEpochMilli())
                .execute();
        handle.createUpdate("DELETE FROM logins WHERE until < :time")
                .bind("time", now.toEpochMilli())
                .execute();
    }

    private static SavedLaunch saved(ResultSet row) throws SQLException {
        return new SavedLaunch(
                row.getString("id"),
                row.getString("platform"),
                row.getString("deployment"),
                row.getString("learner"),
                Optional.ofNullable(row.getString("lineitem")).map(URI::create),
                row.getString("lesson"),
                new TreeSet<>(ClassTable.words(row.getString("done"))),
                row.getInt("score"),
                row.getInt("maximum"),
                Instant.ofEpochMilli(row.getLong("opened")),
                due(row),
                row.getInt("tries"));
    }

    private static Optional<Instant> due(ResultSet row) throws SQLException {
        long time = row.getLong("due");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
    }
}
