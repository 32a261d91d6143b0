package downhill.course;

import static downhill.course.CourseQuestions.COURSE;
import static downhill.course.CourseQuestions.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import downhill.course.Check.Numeric;
import downhill.course.Check.Slip;
import downhill.course.CourseQuestions.Asked;
import downhill.course.grading.FilledText;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.reading.LabelWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course in content/: it can be read, and its questions tell mistakes apart. */
class ContentTest {
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d+(?:[\u2009\u202f\u00a0]\\d{3})*(?:\\.\\d+)?");

    @TestFactory
    Collection<DynamicTest> theRightAnswerIsRightAndNoKnownMistakeIs() {
        return each(Numeric.class, (lesson, asked) -> {
            Numeric check = asked.question();
            for (Picture picture : pictures(lesson, asked)) {
                double truth = Grader.truth(check, picture).orElseThrow();
                assertThat(Grader.grade(check, Double.toString(truth), picture, 0)
                                .right())
                        .isTrue();
                for (Slip slip : check.mistakes()) {
                    OptionalDouble value = Grader.value(slip, check, picture);
                    assertThat(value).as(slip.when()).isPresent();
                    assertThat(check.tolerance().allows(value.getAsDouble(), truth))
                            .as("the mistake %s leads to the right answer, %s", slip.when(), truth)
                            .isFalse();
                }
            }
        });
    }

    /** Lessons change their places. A link, or the title in quotation marks, goes on being true. */
    @Test
    void noTextNamesALessonByItsNumber() throws IOException {
        Pattern numbered = Pattern.compile("(?i)\\blesson \\d");
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            assertThat(files.filter(file -> file.toString().matches(".*(lesson\\.md|\\.yaml)")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(numbered));
        }
    }

    /** The numbers of a check's stage, with every choice of the numbers that learners get. */
    private static List<Picture> pictures(Lesson lesson, Asked<Numeric> asked) {
        Picture picture = Picture.of(lesson, asked.stage());
        return asked.question().given().all().stream().map(picture::with).toList();
    }

    @TestFactory
    Collection<DynamicTest> aFigureOfANetworkHasTheWordsTaughtByThen() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            for (Scene scene : lesson.scenes()) {
                if (scene.stage() instanceof Stage.RunStage || scene.stage() instanceof Stage.LandscapeStage) {
                    tests.add(DynamicTest.dynamicTest(
                            lesson.slug() + "/" + scene.number(),
                            () -> assertThat(scene.words()).isNotEmpty()));
                }
            }
        }
        return tests;
    }

    @Test
    void everyWordOfTheFiguresIsTaughtSomewhere() {
        assertThat(COURSE.lessons().getLast().scenes().getLast().words()).containsExactlyElementsOf(LabelWords.ALL);
    }

    @Test
    void noDeltaIsNamedBeforeOneNeuronTeachesIt() {
        assertThat(COURSE.lesson("sensitivity").orElseThrow().scenes())
                .noneMatch(scene -> scene.words().contains("delta"));
        assertThat(COURSE.lesson("cost-is-height").orElseThrow().scenes())
                .noneMatch(scene -> scene.words().contains("gradient"));
    }

    /** Worked out by hand, or published with the example: what a check takes for right is right. */
    @ParameterizedTest
    @CsvSource({
        "the-hill, next-place, -0.27325",
        "step-size, after-one, 0.5",
        "the-hill, next-y, 1.2",
        "the-hill, over-the-ridge, 0.75",
        "step-size, with-a-width, 2.2",
        "step-size, one-unit, 1351.35",
        "step-size, twice-as-far, 2.25",
        "step-size, sharper, 0.33333",
        "step-size, two-curvatures, 0.125",
        "cost-is-height, rounded, 1",
        "cost-is-height, weighted-sum, 6",
        "cost-is-height, one-weight, 3",
        "cost-is-height, first-layer, 784000",
        "chain-rule, local, -1",
        "chain-rule, by-x, 28",
        "chain-rule, two-paths, 14",
        "one-neuron, by-hand, 0.19856",
        "one-neuron, bias, 0.10442",
        "one-neuron, before, 0.18891",
        "layer-by-layer, first-delta, 0.138498562",
        "layer-by-layer, last-gradient, -0.022602540",
        "layer-by-layer, hidden-delta, 0.009954255",
        "layer-by-layer, one-layer-more, 0.001193396",
        "layer-by-layer, transposed, 0.04",
        "layer-by-layer, new-weight, 0.511301270"
    })
    void anAnswerIsTheKnownOne(String slug, String id, double known) {
        Lesson lesson = COURSE.lesson(slug).orElseThrow();
        Stage stage = lesson.sceneOf(id).orElseThrow().stage();
        Numeric check = (Numeric) lesson.question(id).orElseThrow();
        Picture picture = Picture.of(lesson, stage).with(check.given().all().getFirst());
        assertThat(Grader.truth(check, picture).orElseThrow()).isCloseTo(known, withinPercentage(0.01));
    }

    @TestFactory
    Collection<DynamicTest> eachKnownMistakeGetsItsOwnHint() {
        return each(Numeric.class, (lesson, asked) -> {
            Numeric check = asked.question();
            assertThat(check.mistakes().stream().map(Slip::hint)).doesNotHaveDuplicates();
            for (Picture picture : pictures(lesson, asked)) {
                for (Slip slip : check.mistakes()) {
                    String value =
                            Double.toString(Grader.value(slip, check, picture).orElseThrow());
                    assertThat(Grader.grade(check, value, picture, 0).hint())
                            .as("%s is %s", slip.when(), value)
                            .isEqualTo(FilledText.of(slip.hint(), picture::value));
                }
            }
        });
    }

    @TestFactory
    Collection<DynamicTest> eachSolutionTellsItsResult() {
        return each(Numeric.class, (lesson, asked) -> {
            Numeric check = asked.question();
            for (Picture picture : pictures(lesson, asked)) {
                double truth = Grader.truth(check, picture).orElseThrow();
                String solution = Grader.giveUp(check, picture).solution().replaceAll("<[^>]*>", "");
                assertThat(NUMBER.matcher(solution).results().map(MatchResult::group))
                        .as("the solution \"%s\" of %s", solution, truth)
                        .anyMatch(text -> check.tolerance().allows(number(text), truth));
            }
        });
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-').replaceAll("[\\s\u2009\u202f\u00a0]", ""));
    }

    @Test
    void noTextHasCommasBetweenThousands() {
        assertThat(COURSE.lessons().stream()
                        .flatMap(lesson -> lesson.scenes().stream())
                        .flatMap(scene -> scene.parts().stream())
                        .map(String::valueOf))
                .isNotEmpty()
                .noneMatch(text -> text.matches("(?s).*\\d,\\d{3}(?!\\d).*"));
    }

    @TestFactory
    Collection<DynamicTest> eachWrongChoiceHasItsOwnHint() {
        return each(Check.Choice.class, (lesson, asked) -> {
            var hints = new HashSet<String>();
            for (Check.Option option : asked.question().options()) {
                assertThat(option.right() || hints.add(option.hint()))
                        .as(option.text())
                        .isTrue();
            }
        });
    }

    @TestFactory
    Collection<DynamicTest> whatHappensIsOneOfTheChoices() {
        return each(Predict.class, (lesson, asked) -> {
            Predict predict = asked.question();
            Picture picture = Picture.of(lesson, asked.stage());
            assertThat(Grader.reveal(predict, "1", picture).happened().isPresent())
                    .isEqualTo(predict.truth().isPresent());
        });
    }
}
