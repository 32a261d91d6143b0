package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import downhill.browser.Tab.Look;
import downhill.course.Lesson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for teachers, on screens, on paper and by keyboard. */
class TeachersIT extends Site {
    private static final String TOO_WIDE = """
            [...document.querySelectorAll('main *')]
                .filter((part) => !part.closest('math, .meaning') && part.getBoundingClientRect().right > innerWidth + 1)
                .map((part) => `${part.localName}.${part.className}`).join(' ')""";

    static Stream<String> guides() {
        return LessonsIT.COURSE.lessons().stream()
                .filter(lesson -> LessonsIT.COURSE.guide(lesson).isPresent())
                .map(Lesson::slug);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aGuideIsAccessibleAndFitsAPhone(String slug) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + "/teachers/" + slug);
            assertThat((List<?>) Axe.violations(tab.page)).isEmpty();
            assertThat(repeatedIds(tab.page)).isEmpty();
            tab.page.setViewportSize(Look.PHONE.width(), Look.PHONE.height());
            assertThat(tab.page.evaluate(TOO_WIDE)).isEqualTo("");
        }
    }

    private static List<?> repeatedIds(Page page) {
        return (List<?>) page.evaluate("""
                [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i)""");
    }

    @Test
    void theOverviewIsAccessibleInEveryLook() {
        for (Look look : Look.all()) {
            try (Tab tab = new Tab(look)) {
                Tab.visit(tab.page, origin + "/teachers");
                assertThat((List<?>) Axe.violations(tab.page))
                        .as(look.toString())
                        .isEmpty();
                assertThat(tab.page.evaluate(TOO_WIDE)).as(look.toString()).isEqualTo("");
            }
        }
    }

    @Test
    void darkGuidesHaveContrast() {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            Tab.visit(tab.page, origin + "/teachers/step-size");
            assertThat((List<?>) Axe.violations(tab.page, "color-contrast")).isEmpty();
        }
    }

    @Test
    void theContentsLeadToEachScenesAnswersByKeyboard() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/teachers/the-hill");
            page.locator(".teaching-contents a[href='#scene-9']").focus();
            page.keyboard().press("Enter");
            until(page, "location.hash === '#scene-9'");
            until(page, "document.getElementById('scene-9').getBoundingClientRect().top < innerHeight / 2");
            page.keyboard().press("Tab");
            assertThat(page.locator("#scene-9 a")).isFocused();
            page.locator("a[rel=next]").focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(origin + "/teachers/step-size");
        }
    }

    @Test
    void paperHasTheTextAndTheAnswersAlone() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/teachers/the-hill");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".masthead")).isHidden();
            assertThat(page.locator(".teaching-contents")).isHidden();
            assertThat(page.locator(".teaching-onward")).isHidden();
            assertThat(page.locator(".plan")).isVisible();
            assertThat(page.locator("[data-answer=next-place] .right-number")).isVisible();
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.slips > div')).breakInside"))
                    .isEqualTo("avoid");
        }
    }
}
