package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scene begins from the state that it declares: come to from the scene before, from the scene after or by a reload, with the
 * figure of the scene that was left untouched or changed and playing. The short form reloads one scene of four, and walks back through every
 * second lesson.
 */
class SceneStatesIT extends Site {
    @TestFactory
    List<DynamicTest> everySceneBeginsFromItsDeclaredState() {
        return LessonsIT.COURSE.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.slug(), () -> walk(lesson)))
                .toList();
    }

    private void walk(Lesson lesson) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Declared declared = new Declared(page);
            List<Scene> scenes = lesson.scenes();
            Tab.visit(page, origin + "/lessons/" + lesson.slug() + "/1");
            for (Scene scene : scenes) {
                if (scene.continues()) {
                    declared.arrives(scene, "forward");
                } else {
                    declared.isShown(lesson, scene, "forward");
                    declared.change(scene);
                    if (Thoroughness.isLong() || scene.number() % 4 == 2) {
                        Tab.reload(page);
                        declared.isShown(lesson, scene, "after a reload");
                        declared.change(scene);
                    }
                }
                next(page, scene, scenes.size());
            }
            if (!Thoroughness.isLong() && lesson.number() % 2 == 0) {
                return;
            }
            for (Scene scene : scenes.reversed()) {
                if (!scene.continues()) {
                    declared.isShown(lesson, scene, "backward");
                    declared.change(scene);
                }
                if (scene.number() > 1) {
                    page.locator(".travel a[rel=prev]").press("Enter");
                }
            }
        }
    }

    @Test
    void untouchedScenesAndFingersLeadToTheSameStates() {
        Lesson lesson = LessonsIT.COURSE.lesson("chain-rule").orElseThrow();
        try (Tab tab = Tab.touched(Look.PHONE)) {
            Page page = tab.page;
            Declared declared = new Declared(page);
            Tab.visit(page, origin + "/lessons/" + lesson.slug() + "/1");
            for (Scene scene : lesson.scenes()) {
                declared.isShown(lesson, scene, "by touch");
                Locator next = page.locator(".travel a[rel=next]");
                if (scene.number() < lesson.scenes().size()) {
                    next.tap();
                    if (insists(page)) {
                        next.tap();
                    }
                }
            }
        }
    }

    private static boolean insists(Page page) {
        return Boolean.TRUE.equals(page.evaluate("!!document.querySelector('.travel a[data-insisted]')"));
    }

    /** Goes on by keyboard; an open question insists once. */
    private static void next(Page page, Scene scene, int count) {
        if (scene.number() == count) {
            Tab.reload(page);
            return;
        }
        Locator next = page.locator(".travel a[rel=next]");
        next.press("Enter");
        if (insists(page)) {
            assertThat(page.locator("x-question.due .outcome").first()).containsText("I don’t know");
            next.press("Enter");
        }
    }
}
