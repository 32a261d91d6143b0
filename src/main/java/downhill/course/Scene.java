package downhill.course;

import java.util.List;

/**
 * One part of a lesson: some words beside a stage.
 *
 * @param number from 1
 * @param continues whether the scene goes on with the state that the learner left in the scene before
 * @param optional whether a learner may skip the scene
 * @param words the words that the figure's labels may use; without any, all
 * @param parts text and questions, in the order in which they stand
 */
public record Scene(
        int number,
        String title,
        Stage stage,
        boolean continues,
        boolean optional,
        List<String> words,
        List<ScenePart> parts) {
    /** The scene's questions, in order. */
    public List<Question> questions() {
        return Lesson.only(parts.stream(), Question.class).toList();
    }
}
