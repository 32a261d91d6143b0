package downhill.course;

import downhill.train.history.History;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One lesson.
 *
 * @param slug its name in addresses
 * @param number its place in the course, from 1
 * @param question what it answers, as HTML without paragraphs
 * @param minutes how long it takes
 * @param summary the sentences of the summary card, as HTML without paragraphs
 * @param next the lesson that it leads to, where that is not the next one
 * @param after the lessons that come before it
 * @param runs the runs that its scenes show, by name
 * @param scenes at least one
 */
public record Lesson(
        String slug,
        int number,
        String title,
        String question,
        int minutes,
        List<String> summary,
        Optional<String> next,
        List<String> after,
        Map<String, LessonRun> runs,
        List<Scene> scenes) {

    /** The scene of a number, from 1, if there is one. */
    public Optional<Scene> scene(int number) {
        return number < 1 || number > scenes.size() ? Optional.empty() : Optional.of(scenes.get(number - 1));
    }

    /** The scene whose state a scene goes on with, directly or through others; the scene itself if it continues none. */
    public Scene first(Scene scene) {
        int number = scene.number();
        while (number > 1 && scenes.get(number - 1).continues()) {
            number--;
        }
        return scenes.get(number - 1);
    }

    /** A run of this lesson from its beginning, or as far as a step. */
    public History start(String run, OptionalInt at) {
        return Objects.requireNonNull(runs.get(run)).at(at.orElse(0));
    }

    /** All questions, in order. */
    public List<Question> questions() {
        return scenes.stream().flatMap(scene -> scene.questions().stream()).toList();
    }

    /** The scene that asks the question of this id, if there is one. */
    public Optional<Scene> sceneOf(String question) {
        return scenes.stream()
                .filter(scene -> scene.questions().stream().anyMatch(q -> q.id().equals(question)))
                .findFirst();
    }

    /** The question of this id, if there is one. */
    public Optional<Question> question(String id) {
        return questions().stream().filter(q -> q.id().equals(id)).findFirst();
    }

    static <T> Stream<T> only(Stream<?> all, Class<T> type) {
        return all.filter(type::isInstance).map(type::cast);
    }
}
