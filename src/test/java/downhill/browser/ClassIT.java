package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A class in one room: a teacher, a projector and two learners with phones. */
class ClassIT extends Site {
    private static final Look TEACHER = new Look(1366, 768, ColorScheme.LIGHT);
    private static final Look PROJECTOR = new Look(1920, 1080, ColorScheme.DARK);

    private void join(Tab learner, String code, String nickname) {
        Tab.visit(learner.page, origin + "/join");
        learner.isAccessible();
        learner.fits();
        learner.page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
        learner.page.locator("#nickname").fill(nickname);
        learner.page.locator(".join button").click();
        assertThat(learner.page).hasURL(Pattern.compile("/lessons/step-size/\\d+$"));
        until(learner.page, "document.documentElement.dataset.begun !== undefined");
    }

    private static void guess(Page page, String id, int choice) {
        Locator question = page.locator("x-question[data-id=" + id + "]");
        question.locator("input[type=radio]").nth(choice - 1).check();
        question.locator("button.act").first().click();
        assertThat(question).hasAttribute("data-done", "noted");
    }

    @Test
    void aClassIsPlayedTogether() {
        try (Tab teacher = new Tab(TEACHER);
                Tab board = new Tab(PROJECTOR);
                Tab ann = Tab.touched(Look.PHONE);
                Tab bo = Tab.touched(Look.PHONE_DARK)) {
            Page desk = teacher.page;
            Tab.visit(desk, origin + "/teachers");
            desk.locator("#class-lesson").selectOption("step-size");
            desk.locator(".start-class button").click();
            assertThat(desk).hasURL(Pattern.compile("/classes/[\\w-]{20,}$"));
            until(desk, "document.documentElement.dataset.begun !== undefined");
            teacher.isAccessible();
            String code = desk.locator(".class-side .class-code").textContent();

            String projector = desk.locator(".class-side a.act").getAttribute("href");
            Tab.visit(board.page, origin + projector);
            assertThat(board.page.locator(".class-code")).hasText(code);
            board.isAccessible();
            board.fits();

            join(ann, code, "Ann <b>");
            join(bo, code, "");
            assertThat(board.page.locator(".board-count")).hasText("2 learners are here");
            assertThat(desk.locator("#scene-1 .class-chip").first()).hasText("Ann <b>");

            desk.locator("#at-2").click();
            assertThat(ann.page).hasURL(Pattern.compile("/step-size/2$"));
            assertThat(bo.page).hasURL(Pattern.compile("/step-size/2$"));
            until(ann.page, "document.documentElement.dataset.begun !== undefined");
            assertThat(desk.locator("#scene-2 .class-there b")).hasText("2");
            ann.page.locator(".travel [rel=next]").click();
            assertThat(ann.page.locator(".class-held")).hasText("Your teacher has not opened the next scene yet.");
            ann.fits();

            until(bo.page, "document.documentElement.dataset.begun !== undefined");
            guess(ann.page, "settles", 3);
            guess(bo.page, "settles", 1);
            Locator answered = desk.locator(".class-question:has(#reveal-settles) .class-answered");
            assertThat(answered).hasText("2 of 2 learners have answered");
            assertThat(board.page.locator(".tally")).hasCount(0);
            desk.locator("#reveal-settles").click();
            assertThat(board.page.locator(".tally-bars > li > b").nth(2)).hasText("1");
            board.isAccessible();
            board.fits();

            desk.locator("#word").fill("Eyes to the front");
            desk.locator("#pause").click();
            assertThat(ann.page.locator(".class-bar dialog[open] [data-part=word]"))
                    .hasText("Eyes to the front");
            assertThat(board.page.locator(".board-word")).hasText("Eyes to the front");
            ann.isAccessible();
            ann.page.keyboard().press("Escape");
            ann.page.keyboard().press("Escape");
            assertThat(ann.page.locator(".class-bar dialog")).isVisible();
            desk.locator("#resume").click();
            assertThat(ann.page.locator(".class-bar dialog")).isHidden();

            desk.locator("#nicknames > summary").click();
            desk.locator("#name-1").click();
            assertThat(ann.page.locator(".class-bar [data-part=name]")).hasText("Learner 1");
            desk.locator("#free").click();
            assertThat(ann.page.locator(".class-held")).hasCount(0);
            teacher.isAccessible();

            Tab.visit(desk, desk.url() + "/summary");
            teacher.isAccessible();
            assertThat(desk.locator("#answers-settles .class-answered")).hasText("2 of 2 learners have answered");
            assertThat(desk.content()).doesNotContain("Ann");
        }
    }
}
