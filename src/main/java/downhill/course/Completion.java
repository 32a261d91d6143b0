package downhill.course;

import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of a lesson that count for its completion: each scene that a learner must go through, and each of its questions.
 *
 * @param parts their names
 */
public record Completion(Set<String> parts) {
    /** The parts of a lesson. */
    public static Completion of(Lesson lesson) {
        var parts = new TreeSet<String>();
        for (Scene scene : lesson.scenes()) {
            if (!scene.optional()) {
                parts.add(scene(scene.number()));
                scene.questions().forEach(question -> parts.add(question(question.id())));
            }
        }
        return new Completion(Set.copyOf(parts));
    }

    /** The part that a scene is. */
    public static String scene(int number) {
        return "scene-" + number;
    }

    /** The part that a question is. */
    public static String question(String id) {
        return "question-" + id;
    }

    /** The number of parts that count. */
    public int maximum() {
        return parts.size();
    }

    /** The number of these parts that count. */
    public int score(Set<String> done) {
        return (int) done.stream().filter(parts::contains).count();
    }
}
