package downhill.store;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Response.Outcome;
import downhill.classroom.Response.Trial;
import downhill.classroom.Trace;
import downhill.live.archive.SavedClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The learners of classes in the database, with their answers. */
final class LearnerTable {
    private record Row(String key, Learner learner) {}

    private record Walked(String key, int scene, Optional<Trace> trace) {}

    private record Answer(String key, String question, Response response) {}

    void put(Handle handle, String id, String key, Learner learner) {
        handle.createUpdate("INSERT INTO learners (id, class, number, nickname, scene)"
                        + " VALUES (:id, :class, :number, :nickname, :scene)"
                        + " ON CONFLICT (id) DO UPDATE SET nickname = excluded.nickname, scene = excluded.scene")
                .bind("id", key)
                .bind("class", id)
                .bind("number", learner.number())
                .bind("nickname", learner.nickname().orElse(null))
                .bind("scene", learner.scene())
                .execute();
    }

    void put(Handle handle, String key, String question, Response response) {
        handle.createUpdate(
                        "INSERT INTO responses (learner, question, answer, outcome, tries, mistakes, found, rate, result)"
                                + " VALUES (:learner, :question, :answer, :outcome, :tries, :mistakes, :found, :rate, :result)"
                                + " ON CONFLICT (learner, question) DO UPDATE SET answer = excluded.answer,"
                                + " outcome = excluded.outcome, tries = excluded.tries, mistakes = excluded.mistakes,"
                                + " found = excluded.found, rate = excluded.rate, result = excluded.result")
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
        handle.createUpdate("INSERT INTO traces (learner, scene, trace) VALUES (:learner, :scene, :trace)"
                        + " ON CONFLICT (learner, scene) DO UPDATE SET trace = excluded.trace")
                .bind("learner", key)
                .bind("scene", scene)
                .bind("trace", trace.text())
                .execute();
    }

    /** The class with its learners, their answers and their traces. */
    SavedClass with(Handle handle, SavedClass found) {
        Map<String, Map<String, Response>> responses = new HashMap<>();
        handle.createQuery("SELECT r.* FROM responses r JOIN learners l ON l.id = r.learner WHERE l.class = :id")
                .bind("id", found.id())
                .map((row, context) -> answer(row))
                .forEach(one -> responses
                        .computeIfAbsent(one.key(), key -> new HashMap<>())
                        .put(one.question(), one.response()));
        Map<String, Map<Integer, Trace>> traces = traces(handle, found.id());
        List<Row> rows = handle.createQuery("SELECT * FROM learners WHERE class = :id ORDER BY number")
                .bind("id", found.id())
                .map((row, context) -> learner(row, responses, traces))
                .list();
        Classroom state = found.state();
        List<String> keys = new ArrayList<>();
        for (Row row : rows) {
            state = state.with(row.learner());
            keys.add(row.key());
        }
        return new SavedClass(
                found.id(), found.code(), found.board(), found.visitor(), found.opened(), state, List.copyOf(keys));
    }

    private static Map<String, Map<Integer, Trace>> traces(Handle handle, String id) {
        Map<String, Map<Integer, Trace>> traces = new HashMap<>();
        handle.createQuery("SELECT t.* FROM traces t JOIN learners l ON l.id = t.learner WHERE l.class = :id")
                .bind("id", id)
                .map((row, context) ->
                        new Walked(row.getString("learner"), row.getInt("scene"), Trace.read(row.getString("trace"))))
                .forEach(one -> one.trace()
                        .ifPresent(trace -> traces.computeIfAbsent(one.key(), key -> new HashMap<>())
                                .put(one.scene(), trace)));
        return traces;
    }

    private static Row learner(
            ResultSet row, Map<String, Map<String, Response>> responses, Map<String, Map<Integer, Trace>> traces)
            throws SQLException {
        String key = row.getString("id");
        var learner = new Learner(
                row.getInt("number"),
                Optional.ofNullable(row.getString("nickname")),
                row.getInt("scene"),
                Map.copyOf(responses.getOrDefault(key, Map.of())),
                Map.copyOf(traces.getOrDefault(key, Map.of())));
        return new Row(key, learner);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        double rate = row.getDouble("rate");
        boolean isTrial = !row.wasNull();
        double result = row.getDouble("result");
        return new Answer(
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
