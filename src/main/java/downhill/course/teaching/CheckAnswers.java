package downhill.course.teaching;

import downhill.autodiff.Graph;
import downhill.course.Check;
import downhill.course.Check.Choice;
import downhill.course.Check.Numeric;
import downhill.course.Check.Slip;
import downhill.course.Check.Tolerance;
import downhill.course.Scene;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.grading.ScenePictures;
import downhill.course.teaching.Answer.Option;
import downhill.course.teaching.Answer.Variant;
import downhill.math.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of one scene with their right answers, their known mistakes and what a learner then reads. */
final class CheckAnswers {
    private static final int DIGITS = 4;

    private final Scene scene;
    private final ScenePictures pictures;

    CheckAnswers(Scene scene, ScenePictures pictures) {
        this.scene = scene;
        this.pictures = pictures;
    }

    Answer answer(Check check) {
        return switch (check) {
            case Choice choice -> choice(choice);
            case Numeric numeric -> number(numeric);
        };
    }

    private Answer choice(Choice check) {
        List<Option> options = check.options().stream()
                .map(option -> new Option(
                        pictures.filled(scene, option.text()),
                        option.right(),
                        pictures.filled(scene, says(check, option))))
                .toList();
        return new Answer.Choice(
                check.id(),
                pictures.filled(scene, check.ask()),
                options,
                Grader.giveUp(check, pictures.of(scene)).solution());
    }

    private static String says(Choice check, Check.Option option) {
        if (!option.right()) {
            return option.hint();
        }
        return option.reason().isEmpty() ? check.reason() : option.reason();
    }

    private Answer number(Numeric check) {
        List<Map<String, Double>> given = check.given().all();
        Picture picture = pictures.of(scene);
        return new Answer.Calculation(
                check.id(),
                filled(check.ask(), check),
                given.stream().map(of -> variant(check, of, picture)).toList(),
                tolerance(check, picture.with(given.getFirst())),
                dependsOnFigure(check),
                filled(check.reason(), check),
                check.mistakes().stream().map(slip -> slip(check, slip)).toList(),
                Grader.giveUp(check, picture.with(given.getFirst())).solution());
    }

    private static Variant variant(Numeric check, Map<String, Double> given, Picture picture) {
        double truth = Grader.truth(check, picture.with(given)).orElseThrow();
        String values =
                given.values().stream().map(CheckAnswers::text).distinct().collect(Collectors.joining(" and "));
        return new Variant(values, text(truth));
    }

    private Answer.Slip slip(Numeric check, Slip slip) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Map<String, Double> given : check.given().all()) {
            numbers.add(text(
                    Grader.value(slip, check, pictures.of(scene).with(given)).orElseThrow()));
        }
        return new Answer.Slip(either(numbers), filled(slip.hint(), check));
    }

    /** A text with all values of the numbers that learners are given, each set marked. */
    private String filled(String html, Numeric check) {
        String all = html;
        for (Map.Entry<String, List<Double>> entry : check.given().values().entrySet()) {
            String values =
                    either(entry.getValue().stream().map(CheckAnswers::text).toList());
            all = all.replace(
                    "<span data-given=\"" + entry.getKey() + "\">…</span>",
                    "<span class=\"given\">" + values + "</span>");
        }
        return pictures.filled(scene, all);
    }

    /** Returns whether the answer, not only a known mistake, is made of numbers that the stage shows. */
    private static boolean dependsOnFigure(Numeric check) {
        return Graph.of(check.answer()).variables().stream()
                .anyMatch(node -> node.name().filter(check.with()::containsKey).isPresent());
    }

    private static String tolerance(Numeric check, Picture picture) {
        double truth = Grader.truth(check, picture).orElseThrow();
        Tolerance tolerance = check.tolerance();
        if (truth == StrictMath.rint(truth) && !dependsOnFigure(check)) {
            return "";
        }
        return tolerance.relative() > 0
                ? "within " + text(100 * tolerance.relative()) + "%"
                : "within " + text(tolerance.absolute());
    }

    private static String either(Iterable<String> texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(all::add);
        return all.size() == 1
                ? all.getFirst()
                : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }

    private static String text(double x) {
        boolean isCount = x == StrictMath.rint(x) && x >= 1000 && x < 1e9;
        return isCount ? NumberText.count((long) x) : NumberText.plain(x, DIGITS);
    }
}
