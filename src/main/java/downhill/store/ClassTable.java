package downhill.store;

import downhill.classroom.Classroom;
import downhill.classroom.Pace;
import downhill.classroom.PreparedList;
import downhill.classroom.Subject;
import downhill.classroom.Subject.OfLesson;
import downhill.classroom.Subject.OfList;
import downhill.json.form.Json;
import downhill.live.archive.ClassArchive.Name;
import downhill.live.archive.SavedClass;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The classes in the database, without their learners. */
final class ClassTable {
    void add(Handle handle, SavedClass opened) {
        Classroom state = opened.state();
        handle.createUpdate(
                        "INSERT INTO classes (id, code, board, visitor, lesson, scenes, list, pace, pause, revealed, opened)"
                                + " VALUES (:id, :code, :board, :visitor, :lesson, :scenes, :list, :pace, :pause, :revealed, :opened)")
                .bind("id", opened.id())
                .bind("code", opened.code())
                .bind("board", opened.board())
                .bind("visitor", opened.visitor())
                .bind("lesson", state.subject() instanceof OfLesson one ? one.slug() : "")
                .bind("scenes", state.scenes())
                .bind("list", state.subject() instanceof OfList one ? text(one.list()) : null)
                .bind("pace", state.pace().text())
                .bind("pause", state.pause().orElse(null))
                .bind("revealed", String.join(" ", state.revealed()))
                .bind("opened", opened.opened().toEpochMilli())
                .execute();
    }

    void control(Handle handle, String id, Classroom state) {
        handle.createUpdate("UPDATE classes SET pace = :pace, pause = :pause, revealed = :revealed,"
                        + " version = version + 1 WHERE id = :id")
                .bind("pace", state.pace().text())
                .bind("pause", state.pause().orElse(null))
                .bind("revealed", String.join(" ", state.revealed()))
                .bind("id", id)
                .execute();
    }

    /**
     * Begins a change of a class: its version grows. The row stays locked until the change is durable, so that nobody sees a version before all of its
     * changes.
     */
    void bump(Handle handle, String id) {
        handle.createUpdate("UPDATE classes SET version = version + 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** The versions of some classes, of which there is one at least. */
    Map<String, Long> versions(Handle handle, Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        handle.createQuery("SELECT id, version FROM classes WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getString("id"), row.getLong("version")))
                .forEach(one -> versions.put(one.getKey(), one.getValue()));
        return versions;
    }

    /** The class of a name, as if it had no learners. */
    Optional<SavedClass> find(Handle handle, Name by, String name) {
        String where = switch (by) {
            case ID -> "id = :name";
            case CODE -> "code = :name";
            case BOARD -> "board = :name";
            case LEARNER -> "id = (SELECT class FROM learners WHERE id = :name)";
        };
        return handle.createQuery("SELECT * FROM classes WHERE " + where)
                .bind("name", name)
                .map((row, context) -> saved(row))
                .findOne();
    }

    private static SavedClass saved(ResultSet row) throws SQLException {
        int scenes = row.getInt("scenes");
        var state = new Classroom(
                subject(row, scenes),
                Pace.read(row.getString("pace"), scenes).orElseGet(Pace.Free::new),
                Optional.ofNullable(row.getString("pause")),
                words(row.getString("revealed")),
                List.of());
        return new SavedClass(
                row.getString("id"),
                row.getString("code"),
                row.getString("board"),
                row.getString("visitor"),
                Instant.ofEpochMilli(row.getLong("opened")),
                row.getLong("version"),
                state,
                List.of());
    }

    /** The list of a class; a class without one works through a lesson. */
    private static Subject subject(ResultSet row, int scenes) throws SQLException {
        String list = row.getString("list");
        return list == null
                ? new OfLesson(row.getString("lesson"), scenes)
                : new OfList(PreparedList.read(list.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(PreparedList list) {
        return new String(Json.bytes(list.document()), StandardCharsets.UTF_8);
    }

    /** The words of a text that has a space between each two. */
    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    int count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM classes")
                .mapTo(Integer.class)
                .one();
    }

    int count(Handle handle, String visitor) {
        return handle.createQuery("SELECT COUNT(*) FROM classes WHERE visitor = :visitor")
                .bind("visitor", visitor)
                .mapTo(Integer.class)
                .one();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM classes WHERE id = :id").bind("id", id).execute();
    }

    void forget(Handle handle, Instant opened) {
        handle.createUpdate("DELETE FROM classes WHERE opened < :time")
                .bind("time", opened.toEpochMilli())
                .execute();
    }

    void forgetEmpty(Handle handle, Instant opened) {
        handle.createUpdate("DELETE FROM classes WHERE opened < :time"
                        + " AND NOT EXISTS (SELECT 1 FROM learners WHERE learners.class = classes.id)")
                .bind("time", opened.toEpochMilli())
                .execute();
    }
}
