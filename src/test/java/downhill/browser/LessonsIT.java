package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Code;
import downhill.course.Course;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks each lesson from its first scene to its last by keyboard, answering wrongly first and then rightly; axe looks at every scene. */
class LessonsIT extends Site {
    static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    @TestFactory
    List<DynamicTest> aLessonIsFollowedFromItsFirstSceneToItsLast() {
        return COURSE.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.slug(), () -> walk(lesson)))
                .toList();
    }

    private void walk(Lesson lesson) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/" + lesson.slug());
            work(page, lesson, tab::isAccessible);
        }
    }

    /** Works through a lesson whose first scene is open, and looks at each scene. */
    static void work(Page page, Lesson lesson, Runnable look) {
        for (Scene scene : lesson.scenes()) {
            arrive(page, scene);
            scene.questions().forEach(question -> answer(page, lesson, scene, question));
            look.run();
            if (scene.number() < lesson.scenes().size()) {
                page.locator(".travel a[rel=next]").press("Enter");
            }
        }
        assertThat(page.locator(".summary .onward")).isVisible();
    }

    /** The scene is there, its figure has something to show, and its questions take answers. */
    static void arrive(Page page, Scene scene) {
        assertThat(page.locator("#scene-title")).hasText(scene.title());
        assertThat(page.locator("x-question form[inert]")).hasCount(0);
        until(page, "!!document.querySelector('#stage')?.picture");
    }

    private static void answer(Page page, Lesson lesson, Scene scene, Question question) {
        Locator place = page.locator("x-question[data-id=" + question.id() + "]");
        switch (question) {
            case Predict p -> {
                place.locator("button[name=unknown]").press("Enter");
                assertThat(place.locator("[data-verdict=noted]")).isVisible();
            }
            case Check.Numeric c -> {
                type(place, "abc");
                assertThat(place.locator("[data-verdict=unjudged]")).isVisible();
                type(place, "123456.7");
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                Picture picture =
                        Picture.of(lesson, scene.stage()).with(c.given().of(learner(page), lesson.slug(), c.id()));
                type(place, String.valueOf(Grader.truth(c, picture).orElseThrow()));
                assertThat(place.locator("[data-verdict=right]")).isVisible();
                assertThat(place.locator(".solution")).not().containsText("…");
                assertThat(place.locator(".solution :is(x-value, [data-given])"))
                        .hasCount(0);
            }
            case Check.Choice c -> {
                choose(place, c, false);
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                choose(place, c, true);
                assertThat(place.locator("[data-verdict=right]")).isVisible();
            }
            case Gaps g -> {
                String fields = "input[data-gap]";
                place.locator(fields).first().fill("1 +");
                place.locator(fields).first().press("Enter");
                assertThat(place.locator("[data-verdict=unjudged]")).isVisible();
                place.locator(fields).first().fill("y");
                place.locator(fields).first().press("Enter");
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                for (Code.Gap gap : g.code().gaps()) {
                    place.locator("input[data-gap=" + gap.name() + "]").fill(gap.answer());
                }
                place.locator(fields).first().press("Enter");
                assertThat(place.locator("[data-verdict=right]")).isVisible();
            }
            case Challenge c -> {
                place.locator("form button").first().press("Enter");
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                Solver.solve(page, c.solutions().getFirst());
                place.locator("form button").first().press("Enter");
                assertThat(place.locator("[data-verdict=right]")).isVisible();
            }
        }
    }

    /** The seed by which the server chooses the numbers of this learner's checks. */
    private static long learner(Page page) {
        Object seed = page.evaluate("JSON.parse(localStorage.getItem("
                + "Object.keys(localStorage).find((name) => name.startsWith('progress')))).learner ?? 0");
        return ((Number) seed).longValue();
    }

    private static void type(Locator place, String text) {
        place.locator("input[name=answer]").fill(text);
        place.locator("input[name=answer]").press("Enter");
    }

    private static void choose(Locator place, Check.Choice check, boolean right) {
        int index = IntStream.range(0, check.options().size())
                .filter(i -> check.options().get(i).right() == right)
                .findFirst()
                .orElseThrow();
        place.locator("input[name=answer]").nth(index).press("Space");
        place.locator("form button").first().press("Enter");
    }
}
