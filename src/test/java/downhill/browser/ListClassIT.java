package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A teacher and two learners go through a list of scenes of four lessons and a state of the playground. Three scenes ask a question of the same id. */
class ListClassIT extends Site {
    private static final Look TEACHER = new Look(1366, 768, ColorScheme.LIGHT);
    private static final Look PROJECTOR = new Look(1920, 1080, ColorScheme.DARK);
    private static final Look LAPTOP = new Look(1366, 768, ColorScheme.DARK);

    private static final List<String> ITEMS = List.of(
            "/lessons/the-hill/1",
            "/lessons/sensitivity/1",
            "/playground?data=xor&hidden=4",
            "/lessons/step-size/2",
            "/lessons/one-neuron/1");

    private static final String WORDS = "Feel the ground. Which way?";

    private void start(Page desk) {
        Tab.visit(desk, origin + "/prepared");
        desk.locator("#title").fill("Slopes everywhere");
        for (int row = 1; row <= 3; row++) {
            desk.locator("#link-" + row).fill(origin + ITEMS.get(row - 1));
        }
        desk.locator("#words-1").fill(WORDS);
        desk.locator("#words-3").fill("Press Play. Does every seed get there?");
        desk.locator("#link-3").press("Enter");
        desk.locator("#link-4").fill(ITEMS.get(3));
        desk.locator("#link-5").fill(ITEMS.get(4));
        desk.locator("#link-5").press("Enter");
        assertThat(desk.locator(".prepared-items > li")).hasCount(ITEMS.size());
        desk.locator(".prepared-class button").click();
        assertThat(desk).hasURL(Pattern.compile("/classes/[\\w-]{20,}$"));
        until(desk, "document.documentElement.dataset.begun !== undefined");
    }

    private void join(Tab learner, String code, String nickname) {
        Tab.visit(learner.page, origin + "/join?code=" + code.replace(" ", ""));
        learner.page.locator("#nickname").fill(nickname);
        learner.page.locator(".join button").click();
        assertThat(learner.page).hasURL(Pattern.compile("/(lessons|playground)"));
        until(learner.page, "document.documentElement.dataset.begun !== undefined");
    }

    /** Waits until a learner is at an item, with a figure that shows something. */
    private void isAt(Tab learner, int item) {
        assertThat(learner.page).hasURL(origin + ITEMS.get(item - 1));
        until(learner.page, "document.documentElement.dataset.begun !== undefined");
        until(learner.page, "!!document.querySelector('#stage')?.picture");
        assertThat(learner.page.locator(".class-items [aria-current]")).hasText(String.valueOf(item));
    }

    private static void choose(Page page, String id, int choice) {
        Locator question = page.locator("x-question[data-id=" + id + "]");
        question.locator("label").nth(choice - 1).click();
        question.locator("button.act").first().click();
        assertThat(question).hasAttribute("data-done", "noted");
    }

    private static void answered(Page desk, String key, String said) {
        assertThat(desk.locator(".class-question:has(#reveal-" + key + ") .class-answered"))
                .hasText(said);
    }

    @Test
    void aClassGoesThroughAList() {
        try (Tab teacher = new Tab(TEACHER);
                Tab board = new Tab(PROJECTOR);
                Tab ann = Tab.touched(Look.PHONE);
                Tab bo = new Tab(LAPTOP);
                Tab late = Tab.touched(Look.PHONE_DARK)) {
            Page desk = teacher.page;
            start(desk);
            String code = desk.locator(".class-side .class-code").textContent();
            Tab.visit(board.page, origin + desk.locator(".class-side a.act").getAttribute("href"));
            assertThat(board.page.locator(".lesson-name")).hasText("Slopes everywhere");
            join(ann, code, "Ann");
            join(bo, code, "Bo");

            // Item 1: held, with the teacher's words on every screen.
            desk.locator("#at-1").click();
            for (Tab learner : List.of(ann, bo)) {
                isAt(learner, 1);
                assertThat(learner.page.locator(".class-bar .class-words")).hasText(WORDS);
                learner.fits();
            }
            assertThat(board.page.locator(".board-words")).hasText(WORDS);
            board.fits();
            board.isAccessible();
            ann.isAccessible();
            ann.page.locator(".travel [rel=next]").click();
            assertThat(ann.page.locator(".class-held")).hasText("Your teacher has not opened the next item yet.");
            choose(ann.page, "which-way", 1);
            choose(bo.page, "which-way", 2);
            answered(desk, "1-which-way", "2 of 2 learners have answered");
            answered(desk, "2-which-way", "0 of 2 learners have answered");

            // Item 2: the same id in another lesson. Each learner goes there alone.
            desk.locator("#up-to-3").click();
            assertThat(ann.page.locator(".class-held")).hasCount(0);
            ann.page.locator(".travel [rel=next]").click();
            isAt(ann, 2);
            choose(ann.page, "which-way", 2);
            answered(desk, "2-which-way", "1 of 2 learners have answered");
            desk.locator("#reveal-2-which-way").click();
            assertThat(board.page.locator(".board-shown .question-kind")).hasText("Guess first · item 2");
            assertThat(board.page.locator(".tally-bars > li > b")).hasText(new String[] {"0", "1", "0"});
            board.fits();
            desk.locator("#reveal-2-which-way").click();

            // Item 3: the playground. Its settings change, and the learner stays at the item.
            ann.page.locator(".travel [rel=next]").click();
            isAt(ann, 3);
            ann.fits();
            ann.isAccessible();
            desk.locator("#at-3").click();
            isAt(bo, 3);
            assertThat(bo.page.locator(".class-bar .class-words")).hasText("Press Play. Does every seed get there?");
            assertThat(bo.page.locator(".class-bar [data-part=said]"))
                    .hasText("Your teacher holds the class at this item.");
            bo.isAccessible();
            bo.page.locator("[data-part=step] button").first().click();
            until(bo.page, "document.querySelector('#stage').progress.newest === 1");
            assertThat(desk.locator("#scene-3 .class-there b")).hasText("2");
            bo.page.reload();
            assertThat(bo.page.locator(".class-items [aria-current]")).hasText("3");

            // Item 4: a learner who comes late arrives where the class is; all go down on one map.
            desk.locator("#at-4").click();
            join(late, code, "");
            for (Tab learner : List.of(ann, bo, late)) {
                isAt(learner, 4);
            }
            assertThat(desk.locator("#scene-4 .class-there b")).hasText("3");
            choose(late.page, "settles", 3);
            answered(desk, "4-settles", "1 of 3 learners have answered");
            ann.page.locator("#stage [data-go='-1']").click();
            answered(desk, "descents-4", "1 of 3 learners have begun");
            desk.locator("#reveal-descents-4").click();
            assertThat(board.page.locator(".descent .walker")).hasCount(1);

            // Item 5, and the pause.
            desk.locator("#free").click();
            bo.page.locator(".class-items a").nth(4).click();
            isAt(bo, 5);
            choose(bo.page, "which-way", 2);
            answered(desk, "5-which-way", "1 of 3 learners have answered");
            answered(desk, "1-which-way", "2 of 3 learners have answered");
            desk.locator("#pause").click();
            assertThat(bo.page.locator(".class-bar dialog")).isVisible();
            desk.locator("#resume").click();
            assertThat(bo.page.locator(".class-bar dialog")).isHidden();
            teacher.isAccessible();
            teacher.fits();

            Tab.visit(desk, desk.url() + "/summary");
            teacher.isAccessible();
            assertThat(desk.locator("#answers-1-which-way .class-answered")).hasText("2 of 3 learners have answered");
            assertThat(desk.locator("#answers-5-which-way .class-answered")).hasText("1 of 3 learners have answered");
            assertThat(desk.locator("#descent-4")).isVisible();
            assertThat(desk.content()).doesNotContain("Ann");
        }
    }
}
