package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import downhill.course.Check.Numeric;
import downhill.course.Check.Slip;
import downhill.course.grading.Attempt;
import downhill.course.grading.FilledText;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.grading.Referee;
import downhill.course.reading.CourseReader;
import downhill.course.reading.LabelWords;
import downhill.course.text.Content;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.train.history.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course as it stands in content/: it can be read, its challenges can be met, and its questions tell mistakes apart. */
class ContentTest {
    private static final Course COURSE = CourseReader.read(Content.in(Path.of("content")), "");

    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d+(?:[\u2009\u202f\u00a0]\\d{3})*(?:\\.\\d+)?");

    private record Asked<Q extends Question>(Lesson lesson, Stage stage, Q question) {}

    private static <Q extends Question> List<DynamicTest> each(Class<Q> type, BiConsumer<Lesson, Asked<Q>> test) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            for (Scene scene : lesson.scenes()) {
                Lesson.only(scene.questions().stream(), type)
                        .forEach(question -> tests.add(DynamicTest.dynamicTest(
                                lesson.slug() + "/" + scene.number() + " " + question.id(),
                                () -> test.accept(lesson, new Asked<>(lesson, scene.stage(), question)))));
            }
        }
        return tests;
    }

    private static HillInfo hill(Stage.HillStage stage) {
        return Hills.named(stage.hill()).orElseThrow();
    }

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

    /** What a check's stage shows, with every choice of the numbers that learners are given. */
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

    @TestFactory
    Collection<DynamicTest> aChallengeIsNotMetByDoingNothing() {
        return each(Challenge.class, (lesson, asked) -> {
            Attempt attempt = untouched(lesson, asked.stage(), asked.question().goal());
            assertThat(attempt.met()).as(attempt.found()).isFalse();
            assertThat(attempt.found()).isNotEmpty();
        });
    }

    private static Attempt untouched(Lesson lesson, Stage stage, Goal goal) {
        return switch (stage) {
            case Stage.RunStage s -> played(lesson, s.run(), goal);
            case Stage.LandscapeStage s -> played(lesson, s.run(), goal);
            case Stage.HillStage s -> {
                Stage.Walker you = s.walkers().getFirst();
                yield Referee.onHill(
                        (Goal.OnHill) goal, hill(s), new HillTrial(you.start(), you.optimizer(), s.steps()));
            }
            case Stage.GraphStage s -> Referee.onGraph((Goal.OnGraph) goal, s.expression(), s.values());
            case Stage.PerceptronStage s ->
                Referee.onPerceptron((Goal.OnPerceptron) goal, PerceptronTrial.after(s.corners(), s.at()));
        };
    }

    /** As it starts, and as it would be if one only played it. */
    private static Attempt played(Lesson lesson, String run, Goal goal) {
        Goal.OnRun onRun = (Goal.OnRun) goal;
        History history = lesson.start(run, OptionalInt.empty());
        Attempt atStart = Referee.onRun(onRun, history);
        for (int step = 0; step < onRun.mostSteps().orElse(0); step++) {
            history.advance();
        }
        return atStart.met() ? atStart : Referee.onRun(onRun, history);
    }

    @TestFactory
    Collection<DynamicTest> aChallengeIsMetByItsSolution() {
        return each(Challenge.class, (lesson, asked) -> {
            assertThat(asked.question().solutions()).isNotEmpty().allSatisfy(solution -> {
                Attempt attempt = solved(lesson, asked.stage(), asked.question().goal(), solution);
                assertThat(attempt.met()).as(attempt.found()).isTrue();
            });
        });
    }

    private static Attempt solved(Lesson lesson, Stage stage, Goal goal, Challenge.Solution solution) {
        return switch (solution) {
            case Challenge.RunSolution s -> {
                History history = carriedOut(s, start(lesson, stage));
                yield Referee.onRun((Goal.OnRun) goal, history);
            }
            case Challenge.HillSolution s ->
                Referee.onHill((Goal.OnHill) goal, hill((Stage.HillStage) stage), s.trial());
            case Challenge.GraphSolution s -> Referee.onGraph((Goal.OnGraph) goal, s.expression(), s.values());
            case Challenge.PerceptronSolution s -> Referee.onPerceptron((Goal.OnPerceptron) goal, s.trial());
        };
    }

    /** A stage's run at the step where the scene begins. */
    private static History start(Lesson lesson, Stage stage) {
        return switch (stage) {
            case Stage.RunStage s -> lesson.start(s.run(), s.at());
            case Stage.LandscapeStage s -> lesson.start(s.run(), s.at());
            case Stage.HillStage s -> throw new AssertionError(s);
            case Stage.GraphStage s -> throw new AssertionError(s);
            case Stage.PerceptronStage s -> throw new AssertionError(s);
        };
    }

    /** A run after what a solution does. */
    static History carriedOut(Challenge.RunSolution solution, History start) {
        History history = start;
        for (Challenge.Act act : solution.acts()) {
            if (act.backTo().isPresent()) {
                history = history.branch(act.backTo().getAsInt(), Optional.empty());
            }
            if (act.choice().isPresent()) {
                history = new History(
                        act.choice().get().of(history.newest().spec()),
                        history.newest().data());
            }
            act.tweak().ifPresent(history::tweak);
            for (int step = 0; step < act.steps(); step++) {
                history.advance();
            }
        }
        return history;
    }
}
