package downhill.classroom;

import downhill.classroom.PreparedList.OfScene;
import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.grading.Grader;
import downhill.course.grading.ScenePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A question as a class is shown it: its numbers are those with which its scene begins.
 *
 * @param scene that asks it
 * @param item the number of the scene in the class
 * @param key its name in the class
 * @param ask as HTML
 * @param options the texts of its choices, as HTML without paragraphs
 * @param truth the number of the right choice of a prediction, from 1, or a slider's value
 * @param curve the true curve of a sketch; empty where it is not known
 */
public record ClassQuestion(
        OfScene scene,
        int item,
        String key,
        Question question,
        String ask,
        List<String> options,
        OptionalDouble truth,
        List<Double> curve) {

    /** The questions of a lesson, in order. Runs are trained for them, so this takes a while. */
    public static List<ClassQuestion> of(Lesson lesson) {
        var pictures = new ScenePictures(lesson);
        List<ClassQuestion> all = new ArrayList<>();
        for (Scene scene : lesson.scenes()) {
            for (Question question : scene.questions()) {
                all.add(of(lesson, scene, question, pictures));
            }
        }
        return List.copyOf(all);
    }

    private static ClassQuestion of(Lesson lesson, Scene scene, Question question, ScenePictures pictures) {
        List<String> options = texts(question).stream()
                .map(text -> pictures.filled(scene, text))
                .toList();
        OptionalDouble truth = question instanceof Predict predict
                ? Grader.truth(predict, pictures.of(scene))
                : OptionalDouble.empty();
        List<Double> curve = question instanceof Predict predict && predict.form() instanceof Predict.Sketch sketch
                ? TrueCurve.of(lesson, scene.stage(), sketch)
                : List.of();
        return new ClassQuestion(
                new OfScene(lesson.slug(), scene.number()),
                scene.number(),
                question.id(),
                question,
                pictures.filled(scene, ask(question)),
                options,
                truth,
                curve);
    }

    /** Tests whether each learner is given some of several numbers, which are in brackets in the words. */
    public boolean isVaried() {
        return question instanceof Check check
                && check.given().values().values().stream().anyMatch(numbers -> numbers.size() > 1);
    }

    /** The words of a question; where learners are given different numbers, with all of them. */
    private static String ask(Question question) {
        return question instanceof Check check ? check.given().inWords(check.ask()) : question.ask();
    }

    private static List<String> texts(Question question) {
        return switch (question) {
            case Predict predict when predict.form() instanceof Predict.Choices form -> form.choices();
            case Check.Choice choice ->
                choice.options().stream().map(Check.Option::text).toList();
            default -> List.of();
        };
    }

    /** The same question in a class whose things are others than the scenes of its lesson. */
    public ClassQuestion in(Subject subject, int number) {
        return new ClassQuestion(
                scene, number, subject.key(number, question.id()), question, ask, options, truth, curve);
    }

    /** The kind of the question, as lessons head it. */
    public String kind() {
        return switch (question) {
            case Predict p -> "Guess first";
            case Check c -> "Check";
            case Gaps g -> "Program";
            case Challenge c -> "Challenge";
        };
    }
}
