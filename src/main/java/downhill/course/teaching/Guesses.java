package downhill.course.teaching;

import downhill.course.Predict;
import downhill.course.Scene;
import downhill.course.grading.Grader;
import downhill.course.grading.ScenePictures;
import downhill.course.teaching.Answer.Guess;
import downhill.course.teaching.Answer.Option;
import java.util.List;
import java.util.Optional;

/** Predictions with what happens. */
final class Guesses {
    private Guesses() {}

    static Guess answer(Predict predict, Scene scene, ScenePictures pictures) {
        Optional<String> truth = predict.truth().isEmpty()
                ? Optional.empty()
                : Grader.reveal(predict, "", pictures.of(scene)).happened();
        List<Option> options = predict.form() instanceof Predict.Choices form
                ? form.choices().stream()
                        .map(text -> new Option(
                                pictures.filled(scene, text),
                                truth.filter(text::equals).isPresent(),
                                ""))
                        .toList()
                : List.of();
        return new Guess(
                predict.id(),
                pictures.filled(scene, predict.ask()),
                options,
                options.isEmpty() ? truth.orElse("") : "",
                pictures.filled(scene, predict.after()));
    }
}
