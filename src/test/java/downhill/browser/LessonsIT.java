package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Check;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.text.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks each lesson from its first scene to its last by keyboard, answering wrongly first and then rightly. */
class LessonsIT extends Site {
    private static final Course COURSE = Course.read(Content.onClassPath(), "");

    @TestFactory
    List<DynamicTest> aLessonIsFollowedFromItsFirstSceneToItsLast() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            tests.add(DynamicTest.dynamicTest(lesson.slug(), () -> walk(lesson)));
        }
        return tests;
    }

    private void walk(Lesson lesson) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            page.navigate(origin + "/lessons/" + lesson.slug());
            for (Scene scene : lesson.scenes()) {
                assertThat(page.locator("#scene-title")).hasText(scene.title());
                assertThat(page.locator("x-question form[inert]")).hasCount(0);
                if (scene.stage() instanceof Stage.RunStage stage) {
                    page.waitForCondition(
                            () -> Boolean.TRUE.equals(page.evaluate("!!document.querySelector('#stage')?.picture")));
                    scene.questions().forEach(question -> answer(page, lesson, stage, question));
                } else {
                    guess(page);
                }
                if (scene.number() == 1) {
                    tab.isAccessible();
                }
                if (scene.number() < lesson.scenes().size()) {
                    page.locator(".travel a[rel=next]").press("Enter");
                }
            }
            assertThat(page.locator(".summary .onward")).isVisible();
        }
    }

    /** Nobody has to know: a guess may be declined. */
    private static void guess(Page page) {
        for (Locator predict : page.locator("x-question.predict").all()) {
            predict.locator("button[name=unknown]").press("Enter");
            assertThat(predict.locator("[data-verdict=noted]")).isVisible();
        }
    }

    private static void answer(Page page, Lesson lesson, Stage.RunStage stage, Question question) {
        Locator place = page.locator("x-question[data-id=" + question.id() + "]");
        switch (question) {
            case Predict p -> {
                place.locator("button[name=unknown]").press("Enter");
                assertThat(place.locator("[data-verdict=noted]")).isVisible();
            }
            case Check.Numeric c -> {
                type(place, "123456.7");
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                type(place, truth(lesson, stage, c));
                assertThat(place.locator("[data-verdict=right]")).isVisible();
            }
            case Check.Choice c -> {
                choose(place, c, false);
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
                choose(place, c, true);
                assertThat(place.locator("[data-verdict=right]")).isVisible();
            }
            default -> {
                place.locator("button").press("Enter");
                assertThat(place.locator("[data-verdict=wrong]")).isVisible();
            }
        }
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
        place.locator("button").press("Enter");
    }

    private static String truth(Lesson lesson, Stage.RunStage stage, Check.Numeric check) {
        var history = Objects.requireNonNull(lesson.runs().get(stage.run())).start();
        for (int step = 0; step < stage.at().orElse(0); step++) {
            history.advance();
        }
        return String.valueOf(
                Grader.truth(check, Picture.of(history.newest(), 0)).orElseThrow());
    }
}
