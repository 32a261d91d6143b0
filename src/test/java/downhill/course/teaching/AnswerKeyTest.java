package downhill.course.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Course;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.grading.CodeGrader;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.reading.CourseReader;
import downhill.course.teaching.Answer.Calculation;
import downhill.course.teaching.Answer.Guess;
import downhill.course.teaching.Answer.Option;
import downhill.course.teaching.Answer.Task;
import downhill.course.text.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that a teacher reads are those that the course accepts. */
class AnswerKeyTest {
    private static final Course COURSE = CourseReader.read(Content.in(Path.of("content")), "");

    private static Lesson lesson(String slug) {
        return COURSE.lesson(slug).orElseThrow();
    }

    private static Answer answer(String slug, String id) {
        return AnswerKey.of(lesson(slug)).scenes().stream()
                .flatMap(scene -> scene.answers().stream())
                .filter(answer -> answer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    List<DynamicTest> everyQuestionIsAnswered() {
        return COURSE.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.slug(), () -> {
                    List<Answer> answers = AnswerKey.of(lesson).scenes().stream()
                            .flatMap(scene -> scene.answers().stream())
                            .toList();
                    assertThat(answers)
                            .extracting(Answer::id)
                            .containsExactlyElementsOf(lesson.questions().stream()
                                    .map(Question::id)
                                    .toList());
                    assertThat(answers)
                            .allSatisfy(answer ->
                                    assertThat(answer.toString()).doesNotContain("<x-value", "data-given", "…"));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eachRightAnswerIsAccepted() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            for (AnswerKey.OfScene scene : AnswerKey.of(lesson).scenes()) {
                for (Answer answer : scene.answers()) {
                    tests.add(DynamicTest.dynamicTest(
                            lesson.slug() + " " + answer.id(), () -> assertAccepted(lesson, scene.scene(), answer)));
                }
            }
        }
        return tests;
    }

    private static void assertAccepted(Lesson lesson, Scene scene, Answer answer) {
        switch (answer) {
            case Calculation number -> assertNumbers(lesson, scene, number);
            case Answer.Choice choice -> {
                Check check = (Check) lesson.question(choice.id()).orElseThrow();
                Picture picture = Picture.of(lesson, scene.stage());
                assertThat(choice.options()).allSatisfy(option -> {
                    int place = choice.options().indexOf(option) + 1;
                    assertThat(Grader.grade(check, String.valueOf(place), picture, 0)
                                    .right())
                            .isEqualTo(option.right());
                    assertThat(option.right() || !option.says().isEmpty()).isTrue();
                });
            }
            case Guess guess -> {
                Predict predict = (Predict) lesson.question(guess.id()).orElseThrow();
                long marked = guess.options().stream().filter(Option::right).count();
                assertThat(marked == 1 || !guess.happened().isEmpty())
                        .isEqualTo(predict.truth().isPresent());
            }
            case Answer.Program program -> {
                Gaps gaps = (Gaps) lesson.question(program.id()).orElseThrow();
                Map<String, String> typed = program.gaps().stream()
                        .map(gap -> gap.line().split(" = ", 2))
                        .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));
                CodeGrader grader = CodeGrader.of(gaps.code(), lesson, (Stage.RunStage) scene.stage());
                assertThat(grader.grade(gaps, typed, 0).right()).isTrue();
            }
            case Task task -> {
                Challenge challenge = (Challenge) lesson.question(task.id()).orElseThrow();
                assertThat(task.ways())
                        .hasSameSizeAs(challenge.solutions())
                        .doesNotHaveDuplicates()
                        .allMatch(way -> way.matches("[A-Z].*\\."));
            }
        }
    }

    private static void assertNumbers(Lesson lesson, Scene scene, Calculation number) {
        Check.Numeric check = (Check.Numeric) lesson.question(number.id()).orElseThrow();
        Picture picture = Picture.of(lesson, scene.stage());
        var given = check.given().all();
        assertThat(number.variants()).hasSameSizeAs(given);
        for (int i = 0; i < given.size(); i++) {
            String typed = number.variants().get(i).number();
            assertThat(Grader.grade(check, typed, picture.with(given.get(i)), 0).right())
                    .as("%s for %s", typed, given.get(i))
                    .isTrue();
        }
        assertThat(number.slips()).hasSameSizeAs(check.mistakes());
        assertThat(number.solution()).isNotEmpty();
    }

    @Test
    void eachLearnersNumbersHaveTheirAnswer() {
        Calculation width = (Calculation) answer("step-size", "with-a-width");
        assertThat(width.ask()).contains("<span class=\"given\">0.2, 0.3 or 0.4</span>");
        assertThat(width.variants())
                .containsExactly(
                        new Answer.Variant("0.2", "2.2"),
                        new Answer.Variant("0.3", "2.3"),
                        new Answer.Variant("0.4", "2.4"));
        assertThat(width.slips().getFirst().numbers()).isEqualTo("2");
        assertThat(width.slips().get(1).numbers()).isEqualTo("0.44, 0.69 or 0.96");
        assertThat(width.ofFigure()).isTrue();
        assertThat(width.tolerance()).isEqualTo("within 1%");
        Calculation ridge = (Calculation) answer("the-hill", "over-the-ridge");
        assertThat(ridge.variants()).contains(new Answer.Variant("3 and 4", "0.625"));
        assertThat(ridge.ofFigure()).isFalse();
    }

    @Test
    void aSliderTellsWhatHappensAndASketchDoesNot() {
        assertThat(answer("trouble", "come-back"))
                .isInstanceOfSatisfying(
                        Guess.class, guess -> assertThat(guess.happened()).isEqualTo("0 neurons"));
        assertThat(answer("step-size", "on-the-plateau"))
                .isInstanceOfSatisfying(
                        Guess.class,
                        guess -> assertThat(guess.happened() + guess.options()).isEqualTo("[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the-hill | deeper-valley | Move the start to x = \u22120.5. Make 60 steps.",
                "step-size | largest-rate | Set the learning rate to 0.39. Make 60 steps.",
                "chain-rule | zero-slope | Type the formula C = (x - 3)^2 and keep x = 3.",
                "perceptron | and-by-hand | Draw the line through (1.5, 0) and (0, 1.5), with the output 1 at (1, 1).",
                "perceptron | other-pattern | Give the target 1 to (0, 0) and (1, 1), and the target 0 to the others.",
                "watch-it-fall | one-change | Make 200 steps. Go back to step 40. Set the learning rate to 3. Make 160 steps.",
                "watch-it-fall | spiral | Set the learning rate to 1 and the momentum to 0.9. Make 1\u202f000 steps.",
                "trouble | repair | Choose the initial weights “normal, spread 3”. Make 300 steps.",
                "fire-together | false-eight | Show example 90.",
                "sensitivity | one-weight | Set the weight from input x₁ to hidden neuron 1 to 3."
            })
    void aSolutionIsToldInPlainWords(String slug, String id, String words) {
        assertThat(answer(slug, id))
                .isInstanceOfSatisfying(
                        Task.class, task -> assertThat(task.ways().getFirst()).isEqualTo(words));
    }
}
