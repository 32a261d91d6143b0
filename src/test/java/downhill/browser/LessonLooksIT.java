package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons in the dark, on a phone, and by touch. */
class LessonLooksIT extends Site {
    /** One scene for each kind of stage: a hill, a map, a slice, a run, a run taken apart, a graph. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the-hill/1",
                "the-hill/7",
                "cost-is-height/5",
                "sensitivity/3",
                "layer-by-layer/4",
                "chain-rule/3",
                "to-your-code/2",
                "to-your-code/5"
            })
    void aSceneFitsAndIsAccessibleInTheDarkAndOnAPhone(String address) {
        for (Look look : List.of(Look.WIDE_DARK, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Tab.visit(tab.page, origin + "/lessons/" + address);
                until(tab.page, "!!document.querySelector('#stage')?.picture");
                tab.fits();
                tab.isAccessible();
                tab.shoot("lesson-" + address.replace('/', '-') + "-" + look.width() + "-"
                        + look.scheme().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void aLessonIsFollowedByTouch() {
        Lesson lesson = LessonsIT.COURSE.lesson("the-hill").orElseThrow();
        try (Tab tab = Tab.touched(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/" + lesson.slug());
            for (Scene scene : lesson.scenes()) {
                LessonsIT.arrive(page, scene);
                touch(page, scene);
                if (scene.number() < lesson.scenes().size()) {
                    page.locator(".travel a[rel=next]").tap();
                }
            }
            page.locator(".summary .onward").tap();
            page.waitForURL("**/lessons/step-size*");
        }
    }

    private static void touch(Page page, Scene scene) {
        for (Locator guess :
                page.locator("x-question.predict .options label:last-of-type").all()) {
            guess.tap();
            page.locator("x-question.predict .acts button").first().tap();
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
        }
        for (Locator unknown :
                page.locator("x-question.check button[name=unknown]").all()) {
            unknown.tap();
        }
        // an answer that is still on its way would make the next scene insist on one
        assertThat(page.locator("x-question.check:not([data-done])")).hasCount(0);
        Locator go = page.locator("[data-go]");
        if (go.count() > 0) {
            go.last().tap();
            until(page, "document.querySelector('#stage').picture.number > 0");
            until(page, "document.querySelector('#stage').progress.state !== 'running'");
        }
        if (scene.number() == 2) {
            Locator term = page.locator("x-term a").first();
            term.tap();
            assertThat(page.locator("x-term .meaning").first()).isVisible();
        }
        if (scene.number() == 10) {
            Locator challenge = page.locator("x-question[data-kind=challenge]");
            challenge.locator("button").tap();
            assertThat(challenge.locator("[data-verdict=wrong]")).isVisible();
        }
    }
}
