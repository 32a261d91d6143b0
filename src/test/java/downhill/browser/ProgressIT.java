package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import downhill.browser.Tab.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's progress is not lost, and a scene can be shown elsewhere: on another device, in a frame, on a wall, on paper. */
class ProgressIT extends Site {
    private void open(Page page, String address) {
        Tab.visit(page, origin + "/lessons/" + address);
        drawn(page);
    }

    private static void drawn(Page page) {
        assertThat(page.locator("x-question form[inert]")).hasCount(0);
        untilStage(page, "s.picture");
    }

    /** Waits until this is true of the stage, s. */
    private static void untilStage(Page page, String what) {
        until(page, "(() => { const s = document.querySelector('#stage'); return !!(s && " + what + "); })()");
    }

    private static void decline(Page page) {
        page.locator("x-question.predict button[name=unknown]").press("Enter");
        assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
    }

    private static void step(Page page, int times) {
        for (int made = 1; made <= times; made++) {
            page.locator(".timeline [data-part=step] button").press("Enter");
            untilStage(page, "s.progress.newest === " + made);
        }
    }

    @Test
    void aFileTakesAnswersAndRunsToAnotherDevice(@TempDir Path folder) {
        Path file = folder.resolve("progress.json");
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "the-hill/1");
            decline(page);
            open(page, "sensitivity/4");
            step(page, 3);
            until(page, "localStorage.getItem('progress')?.includes('\"step\":3')");
            Tab.visit(page, origin + "/lessons");
            Download saved = page.waitForDownload(
                    () -> page.locator("[data-part=export]").press("Enter"));
            saved.saveAs(file);
        }
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons");
            page.locator("[data-part=import]").setInputFiles(file);
            assertThat(page.locator("[data-part=said]")).containsText("added");
            assertThat(page.locator("#the-hill .lesson-progress")).containsText("1 of 10 scenes");
            open(page, "the-hill/1");
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
            open(page, "sensitivity/4");
            assertThat(page.locator("[data-part=mine]")).hasText("Bring back my run (step 3)");
            page.locator("[data-part=mine]").press("Enter");
            untilStage(page, "s.progress.newest === 3");
            assertThat(page.locator("[data-part=mine]")).isHidden();
        }
    }

    @Test
    void afterReloadAndBackAndInASecondTabNothingIsLost() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "the-hill/1");
            decline(page);
            page.locator(".travel a[rel=next]").press("Enter");
            assertThat(page.locator("#scene-title")).hasText("The slope under your feet");
            try (Page second = page.context().newPage()) {
                open(second, "the-hill/6");
                decline(second);
            }
            page.goBack();
            assertThat(page.locator("#scene-title")).hasText("In the fog");
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
            Tab.reload(page);
            drawn(page);
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
            open(page, "the-hill/6");
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).isVisible();
        }
    }

    @Test
    void anAnsweredQuestionShowsItsAnswerItsNumbersAndItsExplanationAgain() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "one-neuron/8");
            Locator choice = page.locator("[data-id=error-or-delta]");
            choice.locator("label:has([value='2'])").click();
            choice.locator("form button").first().click();
            assertThat(choice.locator(".verdict.right")).containsText("the error times the slope");
            open(page, "layer-by-layer/2");
            Locator number = page.locator("x-question.check");
            assertThat(number.locator(".ask")).containsText("the target 0.01");
            String ask = number.locator(".ask").innerText();
            number.locator("button[name=unknown]").press("Enter");
            assertThat(number.locator(".solution")).isVisible();
            String solution = number.locator(".solution").innerText();
            Tab.reload(page);
            drawn(page);
            assertThat(number.locator(".solution"))
                    .hasText(solution, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
            assertThat(number.locator(".ask"))
                    .hasText(ask, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
            open(page, "one-neuron/8");
            assertThat(choice.locator("[value='2']")).isChecked();
            assertThat(choice.locator(".verdict.right")).containsText("the error times the slope");
        }
    }

    @Test
    void theCodeToCopyLeadsToTheFigureAlone() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "the-hill/5");
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            page.locator("[data-part=embed]").press("Enter");
            assertThat(page.locator("[data-part=said]")).containsText("copied");
            String code = String.valueOf(page.evaluate("navigator.clipboard.readText()"));
            Matcher source =
                    Pattern.compile("<iframe src=\"([^\"]+embed=1)\".*").matcher(code);
            assertThat(source.matches()).as(code).isTrue();
            Response shown = Tab.visit(page, source.group(1));
            assertThat(shown.headerValue("content-security-policy")).contains("frame-ancestors *");
            assertThat(page.locator("x-contour-map [role=application]").first()).isVisible();
            assertThat(page.locator(".masthead, .travel, .prose")).hasCount(0);
            assertThat(page.locator("x-walk[inert]")).hasCount(0);
            page.locator("[data-go='1 0']").press("Enter");
            assertThat(page.locator("x-walkers")).containsText("−1.100");
        }
    }

    @Test
    void thePresenterModeShowsTheFigureLargeAndEnds() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "one-neuron/2");
            page.keyboard().press("f");
            assertThat(page.locator(".masthead")).isHidden();
            assertThat(page.locator(".prose p").first()).hasCSS("font-size", "24px");
            tab.fits();
            tab.isAccessible();
            page.keyboard().press("f");
            assertThat(page.locator(".masthead")).isVisible();
        }
    }

    @Test
    void aWordIsExplainedInPlaceByKeyboard() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "the-hill/2");
            Locator meaning = page.locator("x-term .meaning").first();
            page.locator("x-term a").first().focus();
            assertThat(meaning).isVisible();
            page.keyboard().press("Escape");
            assertThat(meaning).isHidden();
        }
    }

    @Test
    void onPaperASceneIsItsWordsAndItsFigure() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(page, "the-hill/6");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".masthead")).isHidden();
            assertThat(page.locator(".travel")).isHidden();
            assertThat(page.locator(".prose").last()).isVisible();
            assertThat(page.locator("x-contour-map")).isVisible();
            tab.fits();
            tab.shoot("lesson-on-paper");
        }
    }
}
