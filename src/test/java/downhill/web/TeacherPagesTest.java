package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Check;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Question;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.live.ServerLimits;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeacherPagesTest {
    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");
    private static final int MOST_BYTES = 100_000;

    private final TestApp app = new TestApp();

    @AfterAll
    void stop() {
        app.close();
    }

    @TestFactory
    List<DynamicTest> aGuideHasEveryQuestionWithItsAnswerAndNoFigure() {
        return COURSE.lessons().stream()
                .filter(lesson -> COURSE.guide(lesson).isPresent())
                .map(lesson -> DynamicTest.dynamicTest(lesson.slug(), () -> {
                    HttpResponse<String> page = app.get("/teachers/" + lesson.slug());
                    assertThat(page.statusCode()).isEqualTo(200);
                    assertThat(page.body())
                            .doesNotContain("<x-value", "<x-stage", "<form", "…")
                            .contains("This page contains the answers.", "/lessons/" + lesson.slug() + "/handout");
                    assertThat(page.body().length()).isLessThan(MOST_BYTES);
                    for (Question question : lesson.questions()) {
                        assertThat(page.body()).contains("data-answer=\"" + question.id() + "\"");
                        if (question instanceof Check.Choice check) {
                            check.options()
                                    .forEach(option -> assertThat(page.body()).contains(option.hint()));
                        }
                    }
                    lesson.scenes()
                            .forEach(scene -> assertThat(page.body())
                                    .contains("/lessons/" + lesson.slug() + "/" + scene.number() + "\""));
                }))
                .toList();
    }

    @Test
    void theOverviewListsEveryGuideAndEveryPlan() {
        String page = app.get("/teachers").body();
        COURSE.guides()
                .keySet()
                .forEach(slug -> assertThat(page)
                        .contains(
                                "/teachers/" + slug + "\"",
                                "/lessons/" + slug + "\"",
                                "/lessons/" + slug + "/handout"));
        COURSE.plans().forEach(plan -> assertThat(page).contains(">" + plan.title() + "</h3>"));
        assertThat(page)
                .contains(
                        "up to " + ServerLimits.DEFAULT.runsPerVisitor() + " networks",
                        "Up to " + ServerLimits.DEFAULT.visitorsPerAddress() + " new browsers")
                .doesNotContain("<x-stage");
    }

    @Test
    void guidesLeadFromOneToTheNext() {
        List<Lesson> lessons = COURSE.lessons();
        String first = app.get("/teachers/" + lessons.getFirst().slug()).body();
        assertThat(first)
                .contains("href=\"/teachers/" + lessons.get(1).slug() + "\" rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(app.get("/teachers/" + lessons.get(1).slug()).body())
                .contains("href=\"/teachers/" + lessons.getFirst().slug() + "\" rel=\"prev\"");
    }

    @Test
    void aMisspeltLessonIsToldTheNearestName() {
        HttpResponse<String> page = app.get("/teachers/the-hil");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no lesson with this name. The nearest name is the-hill.");
        assertThat(app.get("/teachers/quantum-computing").body()).contains("The page /teachers lists all guides.");
    }

    @Test
    void theContentsAndTheFooterLeadToTeachers() {
        assertThat(app.get("/lessons").body().split("href=\"/teachers\"", -1)).hasSize(3);
        assertThat(app.get("/").body()).contains("href=\"/teachers\"");
    }
}
