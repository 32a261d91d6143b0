package downhill.course;

import java.util.List;

/**
 * One part of a lesson: some words beside a stage.
 *
 * @param number from 1
 * @param keepsStage whether the stage is the one of the scene before, which then goes on as it stands
 * @param words the words that the figure's labels may use; without any, all
 * @param parts text and questions, in the order in which they stand
 */
public record Scene(int number, String title, Stage stage, boolean keepsStage, List<String> words, List<Part> parts) {
    /** What is asked here, in order. */
    public List<Question> questions() {
        return Lesson.only(parts.stream(), Question.class).toList();
    }
}
