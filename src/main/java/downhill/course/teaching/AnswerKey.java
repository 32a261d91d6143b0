package downhill.course.teaching;

import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.grading.ScenePictures;
import downhill.course.teaching.Answer.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a lesson, scene by scene.
 *
 * @param scenes those that ask something
 */
public record AnswerKey(List<OfScene> scenes) {
    /** The answers of one scene, in the order of its questions. */
    public record OfScene(Scene scene, List<Answer> answers) {}

    /** Works out the answers of a lesson, with the numbers at the start of each scene. */
    public static AnswerKey of(Lesson lesson) {
        var pictures = new ScenePictures(lesson);
        List<OfScene> scenes = new ArrayList<>();
        for (Scene scene : lesson.scenes()) {
            List<Answer> answers = scene.questions().stream()
                    .map(question -> answer(lesson, scene, question, pictures))
                    .toList();
            if (!answers.isEmpty()) {
                scenes.add(new OfScene(scene, answers));
            }
        }
        return new AnswerKey(List.copyOf(scenes));
    }

    private static Answer answer(Lesson lesson, Scene scene, Question question, ScenePictures pictures) {
        return switch (question) {
            case Predict predict -> Guesses.answer(predict, scene, pictures);
            case Check check -> new CheckAnswers(scene, pictures).answer(check);
            case Gaps gaps -> program(scene, gaps, pictures);
            case Challenge challenge ->
                new Task(
                        challenge.id(),
                        pictures.filled(scene, challenge.ask()),
                        new SolutionWords(lesson, scene.stage()).of(challenge),
                        pictures.filled(scene, challenge.hint()));
        };
    }

    private static Answer program(Scene scene, Gaps question, ScenePictures pictures) {
        List<Answer.Gap> gaps = question.code().gaps().stream()
                .map(gap -> new Answer.Gap(
                        gap.name() + " = " + gap.answer(),
                        gap.mistakes().stream()
                                .map(slip -> new Answer.Slip(slip.when(), slip.hint()))
                                .toList()))
                .toList();
        return new Answer.Program(question.id(), pictures.filled(scene, question.ask()), gaps, question.reason());
    }
}
