package downhill.store;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Response.Outcome;
import downhill.classroom.Response.Trial;
import downhill.classroom.Trace;
import downhill.live.archive.ClassChanges;
import downhill.live.archive.ClassChanges.Answered;
import downhill.live.archive.ClassChanges.Joined;
import downhill.live.archive.ClassChanges.Moved;
import downhill.live.archive.SavedClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The learners of classes in the database, with their answers and traces. Each row has the version of its class when it was changed. */
final class LearnerTable {
    /** The version of the class of a learner, which has grown by this change. */
    private static final String VERSION =
            "(SELECT c.version FROM classes c JOIN learners l ON l.class = c.id WHERE l.id = :learner)";

    /** Everything has a version above this one. */
    private static final long BEFORE_ALL = -1;

    /** Adds a learner after all others of the class. */
    void add(Handle handle, String id, String key, Learner learner) {
        handle.createUpdate("INSERT INTO learners (id, class, number, nickname, scene, version)"
                        + " SELECT :id, :class, COALESCE(MAX(number), 0) + 1, :nickname, :scene,"
                        + " (SELECT version FROM classes WHERE id = :class) FROM learners WHERE class = :class")
                .bind("id", key)
                .bind("class", id)
                .bind("nickname", learner.nickname().orElse(null))
                .bind("scene", learner.scene())
                .execute();
    }

    int number(Handle handle, String key) {
        return handle.createQuery("SELECT number FROM learners WHERE id = :id")
                .bind("id", key)
                .mapTo(Integer.class)
                .one();
    }

    void put(Handle handle, String key, Learner learner) {
        handle.createUpdate("UPDATE learners SET nickname = :nickname, scene = :scene, version = " + VERSION
                        + " WHERE id = :learner")
                .bind("learner", key)
                .bind("nickname", learner.nickname().orElse(null))
                .bind("scene", learner.scene())
                .execute();
    }

    void put(Handle handle, String key, String question, Response response) {
        handle.createUpdate("INSERT INTO responses"
                        + " (learner, question, answer, outcome, tries, mistakes, found, rate, result, version)"
                        + " VALUES (:learner, :question, :answer, :outcome, :tries, :mistakes, :found, :rate, :result, "
                        + VERSION + ") ON CONFLICT (learner, question) DO UPDATE SET answer = excluded.answer,"
                        + " outcome = excluded.outcome, tries = excluded.tries, mistakes = excluded.mistakes,"
                        + " found = excluded.found, rate = excluded.rate, result = excluded.result,"
                        + " version = excluded.version")
                .bind("learner", key)
                .bind("question", question)
                .bind("answer", response.answer())
                .bind("outcome", response.outcome().name())
                .bind("tries", response.tries())
                .bind("mistakes", String.join(" ", response.mistakes()))
                .bind("found", response.found())
                .bind("rate", response.trial().map(Trial::rate).orElse(null))
                .bind("result", response.trial().map(Trial::result).orElse(null))
                .execute();
    }

    void put(Handle handle, String key, int scene, Trace trace) {
        handle.createUpdate("INSERT INTO traces (learner, scene, trace, version)"
                        + " VALUES (:learner, :scene, :trace, " + VERSION + ")"
                        + " ON CONFLICT (learner, scene) DO UPDATE SET trace = excluded.trace,"
                        + " version = excluded.version")
                .bind("learner", key)
                .bind("scene", scene)
                .bind("trace", trace.text())
                .execute();
    }

    /** The class with its learners, their answers and their traces. */
    SavedClass with(Handle handle, SavedClass found) {
        ClassChanges all = changes(handle, found, BEFORE_ALL);
        Map<String, Learner> learners = new HashMap<>();
        all.learners().forEach(one -> learners.put(one.key(), one.learner()));
        all.responses()
                .forEach(one -> learners.computeIfPresent(
                        one.key(), (key, learner) -> learner.with(one.question(), one.response())));
        all.traces()
                .forEach(one ->
                        learners.computeIfPresent(one.key(), (key, learner) -> learner.with(one.scene(), one.trace())));
        Classroom state = found.state();
        List<String> keys = new ArrayList<>();
        for (Joined one : all.learners()) {
            state = state.with(learners.getOrDefault(one.key(), one.learner()));
            keys.add(one.key());
        }
        return new SavedClass(
                found.id(),
                found.code(),
                found.board(),
                found.visitor(),
                found.opened(),
                found.version(),
                state,
                List.copyOf(keys));
    }

    /** The changes of a class since a version of it, at least up to the version in which it was found. */
    ClassChanges changes(Handle handle, SavedClass found, long since) {
        if (found.version() <= since) {
            return new ClassChanges(found.version(), found.state(), List.of(), List.of(), List.of());
        }
        // Answers first: each learner of one is in the later list of learners, or was known before.
        List<Answered> responses = handle.createQuery("SELECT r.* FROM responses r JOIN learners l ON l.id = r.learner"
                        + " WHERE l.class = :id AND r.version > :since")
                .bind("id", found.id())
                .bind("since", since)
                .map((row, context) -> answer(row))
                .list();
        List<Moved> traces = new ArrayList<>();
        handle.createQuery("SELECT t.* FROM traces t JOIN learners l ON l.id = t.learner"
                        + " WHERE l.class = :id AND t.version > :since")
                .bind("id", found.id())
                .bind("since", since)
                .map((row, context) -> trace(row))
                .forEach(one -> one.ifPresent(traces::add));
        List<Joined> learners = handle.createQuery(
                        "SELECT * FROM learners WHERE class = :id AND version > :since ORDER BY number")
                .bind("id", found.id())
                .bind("since", since)
                .map((row, context) -> learner(row))
                .list();
        return new ClassChanges(found.version(), found.state(), learners, responses, List.copyOf(traces));
    }

    private static Joined learner(ResultSet row) throws SQLException {
        return new Joined(
                row.getString("id"),
                Learner.joining(
                        row.getInt("number"), Optional.ofNullable(row.getString("nickname")), row.getInt("scene")));
    }

    private static Optional<Moved> trace(ResultSet row) throws SQLException {
        String key = row.getString("learner");
        int scene = row.getInt("scene");
        return Trace.read(row.getString("trace")).map(trace -> new Moved(key, scene, trace));
    }

    private static Answered answer(ResultSet row) throws SQLException {
        double rate = row.getDouble("rate");
        boolean isTrial = !row.wasNull();
        double result = row.getDouble("result");
        return new Answered(
                row.getString("learner"),
                row.getString("question"),
                new Response(
                        row.getString("answer"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getInt("tries"),
                        ClassTable.words(row.getString("mistakes")),
                        row.getString("found"),
                        isTrial ? Optional.of(new Trial(rate, result)) : Optional.empty()));
    }
}
