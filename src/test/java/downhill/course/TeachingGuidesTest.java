package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.guide.TeachingGuide;
import downhill.course.guide.TeachingPlan.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The course's teaching guides: each lesson has one, and it states no number that the course does not. */
class TeachingGuidesTest {
    private static final Path CONTENT = Path.of("content");
    private static final Course COURSE = CourseQuestions.COURSE;

    /** Numbers with a point or of three digits and more: those that a lesson measures or works out. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])(?:\\d+\\.\\d+|\\d{1,3}(?:,\\d{3})+|\\d{3,})(?![\\d])");

    @TestFactory
    List<DynamicTest> everyLessonHasAGuide() {
        return COURSE.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(
                        lesson.slug(),
                        () -> assertThat(COURSE.guide(lesson))
                                .as(
                                        "content/%s/teaching.yaml is missing; content/README.md says how to write it",
                                        lesson.slug())
                                .isPresent()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aGuideHasEnoughAndNotTooMuch() {
        List<DynamicTest> tests = new ArrayList<>();
        COURSE.guides()
                .forEach((slug, guide) -> tests.add(DynamicTest.dynamicTest(slug, () -> {
                    assertThat(guide.aims()).hasSizeBetween(3, 4);
                    assertThat(guide.misconceptions()).hasSizeBetween(3, 6);
                    assertThat(guide.discuss()).hasSizeBetween(2, 4);
                    assertThat(guide.discuss())
                            .as("a question for those who know more")
                            .anyMatch(TeachingGuide.Discussion::beyond);
                })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> itsNumbersAreThoseOfTheLessons() {
        List<DynamicTest> tests = new ArrayList<>();
        StringBuilder soFar = new StringBuilder();
        for (Lesson lesson : COURSE.lessons()) {
            soFar.append(text(lesson.slug() + "/lesson.md"));
            List<String> known = numbers(soFar.toString());
            if (COURSE.guide(lesson).isPresent()) {
                String guide = text(lesson.slug() + "/teaching.yaml");
                List<String> stated = numbers(guide.substring(0, guide.indexOf("\ndiscuss:")));
                tests.add(DynamicTest.dynamicTest(
                        lesson.slug(), () -> assertThat(known).containsAll(stated)));
            }
        }
        return tests;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(CONTENT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLongestPlanIsTheWholeCourse() {
        assertThat(COURSE.plans()).isNotEmpty();
        List<String> planned = COURSE.plans().getLast().parts().stream()
                .map(Part::lessons)
                .flatMap(List::stream)
                .toList();
        assertThat(planned)
                .as("the last plan in content/plans.yaml has every lesson once")
                .containsExactlyInAnyOrderElementsOf(
                        COURSE.lessons().stream().map(Lesson::slug).toList());
    }
}
