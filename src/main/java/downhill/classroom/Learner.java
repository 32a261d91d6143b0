package downhill.classroom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A learner in a class.
 *
 * @param number in the order of joining, from 1
 * @param scene the one that was opened last, from 1
 * @param responses by the questions' ids
 * @param traces the newest descent in each scene, by its number
 */
public record Learner(
        int number, Optional<String> nickname, int scene, Map<String, Response> responses, Map<Integer, Trace> traces) {
    /** The most characters of a nickname. */
    public static final int LONGEST = 24;

    /** A learner who comes in at a scene. */
    public static Learner joining(int number, Optional<String> nickname, int scene) {
        return new Learner(number, nickname, scene, Map.of(), Map.of());
    }

    /** The nickname, or else the number. */
    public String name() {
        return nickname.orElse("Learner " + number);
    }

    /** The same learner at a scene. */
    public Learner at(int opened) {
        return new Learner(number, nickname, opened, responses, traces);
    }

    /** The same learner under another name, or under none. */
    public Learner named(Optional<String> name) {
        return new Learner(number, name, scene, responses, traces);
    }

    /** The same learner with the answers to a question. */
    public Learner with(String question, Response response) {
        Map<String, Response> all = new HashMap<>(responses);
        all.put(question, response);
        return new Learner(number, nickname, scene, Map.copyOf(all), traces);
    }

    /** The same learner with another descent in a scene. */
    public Learner with(int shown, Trace trace) {
        Map<Integer, Trace> all = new HashMap<>(traces);
        all.put(shown, trace);
        return new Learner(number, nickname, scene, responses, Map.copyOf(all));
    }
}
