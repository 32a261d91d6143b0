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
 */
public record Learner(int number, Optional<String> nickname, int scene, Map<String, Response> responses) {
    /** The most characters of a nickname. */
    public static final int LONGEST = 24;

    /** The nickname, or else the number. */
    public String name() {
        return nickname.orElse("Learner " + number);
    }

    /** The same learner at a scene. */
    public Learner at(int opened) {
        return new Learner(number, nickname, opened, responses);
    }

    /** The same learner under another name, or under none. */
    public Learner named(Optional<String> name) {
        return new Learner(number, name, scene, responses);
    }

    /** The same learner with the answers to a question. */
    public Learner with(String question, Response response) {
        Map<String, Response> all = new HashMap<>(responses);
        all.put(question, response);
        return new Learner(number, nickname, scene, Map.copyOf(all));
    }
}
