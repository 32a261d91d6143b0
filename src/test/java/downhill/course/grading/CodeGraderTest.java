package downhill.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Code;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Stage.RunStage;
import downhill.course.grading.CodeVerdict.OfGap;
import downhill.course.grading.CodeVerdict.Outcome;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeGraderTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("to-your-code")
            .orElseThrow();
    private static final Gaps GAPS = (Gaps) LESSON.question("backward-pass").orElseThrow();
    private static final CodeGrader GRADER = CodeGrader.of(GAPS.code(), LESSON, (RunStage)
            LESSON.sceneOf("backward-pass").orElseThrow().stage());

    private static OfGap found(String gap, String typed) {
        return GRADER.grade(GAPS, Map.of(gap, typed), 0).gaps().stream()
                .filter(one -> one.name().equals(gap))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delta3 | a3*(1-a3)*(a3-y)
            delta3 | (a3 - y) * (a3 - a3**2)
            delta3 | (a3 - y) · a3 · (1 − a3)
            delta3 | delta3 = (a3 - y) * a3 * (1 - a3)
            delta3 | (sigmoid(z3) - y) * sigmoid(z3) * (1 - sigmoid(z3))
            delta3 | -(y - a3) * a3 / (1 / (1 - a3))
            delta1 | a1 * (1 - a1) * w31 * db3
            dw21   | x1 * delta2
            change31 | -(rate * delta3 * a1)
            change31 | 0 - dw31 * rate
            """)
    void everyFormOfTheRightExpressionIsRight(String gap, String typed) {
        assertThat(found(gap, typed).outcome()).isEqualTo(Outcome.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delta1 | delta1                | delta1 is the result of this line, so it cannot be a part of it.
            delta1 | w31 * delta2          | delta2 is computed further below. Use only names from the lines above.
            delta1 | w31 * delta4          | There is no delta4 in this program. Did you mean delta3?
            delta1 | w31 delta3            | Column 5: expected an operator
            delta1 | w31 * delta3 * (1 - a1 | for the "(" in column 16
            delta1 |                       | This line is still empty.
            delta1 | w31 / (x1 - x1)       | is not a finite number
            """)
    void aTextThatCannotBeTriedSaysWhyAndIsNoTry(String gap, String typed, String problem) {
        OfGap found = found(gap, typed == null ? "" : typed);
        assertThat(found.problem()).contains(problem);
        assertThat(found.outcome()).isIn(Outcome.UNREADABLE, Outcome.EMPTY);
        assertThat(GRADER.grade(GAPS, Map.of(gap, typed == null ? "" : typed), 3)
                        .wrong())
                .isFalse();
    }

    @Test
    void aWrongExpressionThatNoKnownMistakeExplainsIsShownBesideTheEnginesNumber() {
        assertThat(found("delta1", "a1 + 7").hint())
                .contains("Follow the path")
                .contains("At step 0 the engine finds")
                .contains("Your expression gives 7.5");
        assertThat(found("dw21", "-x1 * delta2").hint()).contains("the sign is wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5000})
    void aLongTextIsRefused(int length) {
        assertThat(found("delta1", "1".repeat(length)).problem()).contains("longer than 200 characters");
    }

    @Test
    void theCompleteProgramIsShownAfterFourWrongTriesOrWhenAllIsRight() {
        Map<String, String> wrong = Map.of("delta3", "y");
        assertThat(GRADER.grade(GAPS, wrong, 2).solution()).isEmpty();
        assertThat(GRADER.grade(GAPS, wrong, 3).solution()).contains("delta3 = (a3 - y) * a3 * (1 - a3)");
        Map<String, String> right =
                GAPS.code().gaps().stream().collect(Collectors.toMap(Code.Gap::name, Code.Gap::answer));
        CodeVerdict verdict = GRADER.grade(GAPS, right, 0);
        assertThat(verdict.right()).isTrue();
        assertThat(verdict.solution()).hasSameSizeAs(GAPS.code().lines());
    }
}
