package downhill.course;

import static downhill.course.CourseQuestions.each;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Stage.RunStage;
import downhill.course.grading.CodeGrader;
import downhill.course.grading.CodeVerdict.OfGap;
import downhill.course.grading.CodeVerdict.Outcome;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The programs with gaps in the course's own lessons. */
class GapsTest {
    private static CodeGrader grader(Lesson lesson, CourseQuestions.Asked<Gaps> asked) {
        return CodeGrader.of(asked.question().code(), lesson, (RunStage) asked.stage());
    }

    private static OfGap verdict(CodeGrader grader, Gaps gaps, Code.Gap gap, String typed) {
        return grader.grade(gaps, Map.of(gap.name(), typed), 0).gaps().stream()
                .filter(one -> one.name().equals(gap.name()))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    Collection<DynamicTest> everyLineGivesTheEnginesNumber() {
        return each(
                Gaps.class,
                (lesson, asked) -> assertThat(grader(lesson, asked).untrue()).isEmpty());
    }

    @TestFactory
    Collection<DynamicTest> everyAnswerIsRightAndEachMistakeGetsItsOwnHint() {
        return each(Gaps.class, (lesson, asked) -> {
            CodeGrader grader = grader(lesson, asked);
            for (Code.Gap gap : asked.question().code().gaps()) {
                assertThat(verdict(grader, asked.question(), gap, gap.answer()).outcome())
                        .isEqualTo(Outcome.RIGHT);
                assertThat(gap.mistakes().stream().map(Check.Slip::hint)).doesNotHaveDuplicates();
                for (Check.Slip slip : gap.mistakes()) {
                    OfGap found = verdict(grader, asked.question(), gap, slip.when());
                    assertThat(found.outcome()).as(slip.when()).isEqualTo(Outcome.WRONG);
                    assertThat(found.hint()).as(slip.when()).isEqualTo(slip.hint());
                }
            }
        });
    }
}
